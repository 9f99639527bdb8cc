package dev.inverterflow.snowflake.local.parser;

import dev.inverterflow.snowflake.local.ast.GrantTarget;
import dev.inverterflow.snowflake.local.ast.Grantee;
import dev.inverterflow.snowflake.local.ast.Inspection.GrantsForm;
import dev.inverterflow.snowflake.local.ast.Inspection.ShowGrants;
import dev.inverterflow.snowflake.local.ast.Statement;
import org.jspecify.annotations.Nullable;

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
        boolean future = tokens.accept("FUTURE");
        tokens.expect("GRANTS");
        if (future) {
            return future(first);
        }
        if (tokens.accept("ON")) {
            GrantTarget on = parts.target();
            return new ShowGrants(GrantsForm.ON, on, null, limit(), tokens.spanFrom(first));
        }
        if (tokens.accept("TO")) {
            return withGrantee(GrantsForm.TO, first);
        }
        if (tokens.accept("OF")) {
            return withGrantee(GrantsForm.OF, first);
        }
        return new ShowGrants(GrantsForm.CURRENT_USER, null, null, limit(), tokens.spanFrom(first));
    }

    private Statement withGrantee(GrantsForm form, Token first) {
        Grantee grantee = parts.grantee();
        return new ShowGrants(form, null, grantee, limit(), tokens.spanFrom(first));
    }

    private Statement future(Token first) {
        if (tokens.accept("TO")) {
            return withGrantee(GrantsForm.FUTURE_TO, first);
        }
        tokens.expect("IN");
        if (!tokens.atWord("SCHEMA") && !tokens.atWord("DATABASE")) {
            throw tokens.unexpected();
        }
        GrantTarget container = parts.target();
        return new ShowGrants(GrantsForm.FUTURE_IN, container, null, limit(), tokens.spanFrom(first));
    }

    private @Nullable Integer limit() {
        return tokens.accept("LIMIT") ? Integer.valueOf(tokens.expectInt()) : null;
    }
}
