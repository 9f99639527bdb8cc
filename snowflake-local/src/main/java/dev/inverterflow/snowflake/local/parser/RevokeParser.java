package dev.inverterflow.snowflake.local.parser;

import dev.inverterflow.snowflake.local.ast.DdlStatement.Revoke;
import dev.inverterflow.snowflake.local.ast.DdlStatement.RevokeRole;
import dev.inverterflow.snowflake.local.ast.GrantTarget;
import dev.inverterflow.snowflake.local.ast.Grantee;
import dev.inverterflow.snowflake.local.ast.Statement;
import java.util.List;

/** REVOKE of privileges and of roles. */
final class RevokeParser implements StatementParser {
    private final Tokens tokens;
    private final GrantPartsParser parts;

    RevokeParser(Grammar grammar) {
        this.tokens = grammar.tokens();
        this.parts = new GrantPartsParser(grammar);
    }

    @Override
    public Statement parse() {
        Token first = tokens.peek();
        tokens.expect("REVOKE");
        if (parts.roleFollows()) {
            Grantee role = parts.role();
            tokens.expect("FROM");
            return new RevokeRole(role, parts.granteeOf(role), tokens.spanFrom(first));
        }
        boolean optionOnly = tokens.accept("GRANT", "OPTION", "FOR");
        List<String> privileges = parts.privileges();
        tokens.expect("ON");
        GrantTarget on = parts.target();
        tokens.expect("FROM");
        Grantee from = parts.grantee();
        return new Revoke(privileges, on, from, optionOnly, DropParser.behavior(tokens), tokens.spanFrom(first));
    }
}
