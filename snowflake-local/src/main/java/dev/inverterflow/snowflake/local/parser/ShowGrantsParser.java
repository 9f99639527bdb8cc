package dev.inverterflow.snowflake.local.parser;

import dev.inverterflow.snowflake.local.ast.GrantTarget;
import dev.inverterflow.snowflake.local.ast.Grantee;
import dev.inverterflow.snowflake.local.ast.Inspection.GrantsForm;
import dev.inverterflow.snowflake.local.ast.Inspection.ShowGrants;
import dev.inverterflow.snowflake.local.ast.Statement;

/** SHOW GRANTS. */
final class ShowGrantsParser {
    private final Tokens tokens;
    private final GrantPartsParser parts;

    ShowGrantsParser(Grammar grammar) {
        this.tokens = grammar.tokens();
        this.parts = new GrantPartsParser(grammar);
    }

    /** From the word behind SHOW on. */
    Statement parse(Token first) {
        if (tokens.atWord("FUTURE")) {
            throw tokens.notSupported("SHOW FUTURE GRANTS");
        }
        tokens.expect("GRANTS");
        if (tokens.accept("ON")) {
            GrantTarget on = parts.target();
            return new ShowGrants(GrantsForm.ON, on, null, tokens.spanFrom(first));
        }
        if (tokens.accept("TO")) {
            return withGrantee(GrantsForm.TO, first);
        }
        if (tokens.accept("OF")) {
            return withGrantee(GrantsForm.OF, first);
        }
        return new ShowGrants(GrantsForm.CURRENT_USER, null, null, tokens.spanFrom(first));
    }

    private Statement withGrantee(GrantsForm form, Token first) {
        Grantee grantee = parts.grantee();
        return new ShowGrants(form, null, grantee, tokens.spanFrom(first));
    }
}
