package dev.inverterflow.snowflake.local.parser;

import dev.inverterflow.snowflake.local.ast.DdlStatement.Grant;
import dev.inverterflow.snowflake.local.ast.DdlStatement.GrantOption;
import dev.inverterflow.snowflake.local.ast.DdlStatement.GrantRole;
import dev.inverterflow.snowflake.local.ast.GrantTarget;
import dev.inverterflow.snowflake.local.ast.Grantee;
import dev.inverterflow.snowflake.local.ast.Statement;
import java.util.List;

/** GRANT of privileges and of roles. */
final class GrantParser implements StatementParser {
    private final Tokens tokens;
    private final GrantPartsParser parts;

    GrantParser(Grammar grammar) {
        this.tokens = grammar.tokens();
        this.parts = new GrantPartsParser(grammar);
    }

    @Override
    public Statement parse() {
        Token first = tokens.peek();
        tokens.expect("GRANT");
        if (parts.roleFollows()) {
            Grantee role = parts.role();
            tokens.expect("TO");
            return new GrantRole(role, parts.granteeOf(role), tokens.spanFrom(first));
        }
        List<String> privileges = parts.privileges();
        tokens.expect("ON");
        GrantTarget on = parts.target();
        tokens.expect("TO");
        Grantee to = parts.grantee();
        return new Grant(privileges, on, to, option(privileges), tokens.spanFrom(first));
    }

    private GrantOption option(List<String> privileges) {
        if (!privileges.contains("OWNERSHIP")) {
            return tokens.accept("WITH", "GRANT", "OPTION") ? GrantOption.WITH_GRANT_OPTION : GrantOption.NONE;
        }
        if (tokens.accept("COPY", "CURRENT", "GRANTS")) {
            return GrantOption.COPY_CURRENT_GRANTS;
        }
        return tokens.accept("REVOKE", "CURRENT", "GRANTS") ? GrantOption.REVOKE_CURRENT_GRANTS : GrantOption.NONE;
    }
}
