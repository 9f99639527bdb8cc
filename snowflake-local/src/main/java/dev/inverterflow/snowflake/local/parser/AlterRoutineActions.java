package dev.inverterflow.snowflake.local.parser;

import dev.inverterflow.snowflake.local.ast.AlterAction;
import dev.inverterflow.snowflake.local.ast.ObjectKind;

/** What ALTER PROCEDURE and ALTER FUNCTION do. */
final class AlterRoutineActions implements AlterParser.AlterActionParser {

    private final Grammar grammar;
    private final Tokens tokens;
    private final ObjectKind kind;

    AlterRoutineActions(Grammar grammar, ObjectKind kind) {
        this.grammar = grammar;
        this.tokens = grammar.tokens();
        this.kind = kind;
    }

    @Override
    public AlterAction parse() {
        if (kind == ObjectKind.FUNCTION) {
            return new AlterObjectActions(grammar, PropertySets.ALTERED_FUNCTION)
                    .withRename()
                    .withSecure()
                    .parse();
        }
        if (tokens.accept("EXECUTE", "AS")) {
            return new AlterAction.SetExecuteAs(RoutineClauses.executeAs(tokens));
        }
        // Of procedures the page lets UNSET nothing but COMMENT and tags.
        PropertySet properties =
                tokens.atWord("UNSET") ? PropertySets.UNSET_OF_PROCEDURE : PropertySets.ALTERED_PROCEDURE;
        return new AlterObjectActions(grammar, properties).withRename().parse();
    }
}
