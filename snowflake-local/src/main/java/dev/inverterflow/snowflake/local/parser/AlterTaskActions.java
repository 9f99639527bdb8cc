package dev.inverterflow.snowflake.local.parser;

import dev.inverterflow.snowflake.local.ast.AlterAction;
import dev.inverterflow.snowflake.local.ast.QualifiedName;
import java.util.List;

/** What ALTER TASK does. */
final class AlterTaskActions implements AlterParser.AlterActionParser {
    private static final PhraseTable UNSUPPORTED =
            new PhraseTable("SET CONTACT", "UNSET CONTACT", "SET EXECUTE AS", "UNSET EXECUTE AS", "UNSET DCM PROJECT");

    private final Grammar grammar;
    private final Tokens tokens;

    AlterTaskActions(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens();
    }

    @Override
    public AlterAction parse() {
        if (tokens.accept("RESUME")) {
            return new AlterAction.Resume(false);
        }
        if (tokens.accept("SUSPEND")) {
            return new AlterAction.Suspend();
        }
        if (tokens.accept("ADD", "AFTER")) {
            return new AlterAction.AddAfter(tasks());
        }
        if (tokens.accept("REMOVE", "AFTER")) {
            return new AlterAction.RemoveAfter(tasks());
        }
        if (tokens.accept("REMOVE", "WHEN")) {
            return new AlterAction.RemoveWhen();
        }
        if (tokens.accept("MODIFY", "WHEN")) {
            return new AlterAction.ModifyWhen(grammar.expressions().parse());
        }
        if (tokens.accept("MODIFY", "AS")) {
            return new AlterAction.ModifyBody(grammar.statements().statement());
        }
        UNSUPPORTED.refuse(tokens, "ALTER TASK … ");
        return new AlterObjectActions(grammar, PropertySets.TASK).parse();
    }

    private List<QualifiedName> tasks() {
        return tokens.commaSeparated(() -> grammar.names().qualifiedName());
    }
}
