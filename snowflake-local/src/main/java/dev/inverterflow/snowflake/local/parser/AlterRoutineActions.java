package dev.inverterflow.snowflake.local.parser;

import dev.inverterflow.snowflake.local.ast.AlterAction;
import dev.inverterflow.snowflake.local.ast.ObjectKind;

/** What ALTER PROCEDURE and ALTER FUNCTION do. */
final class AlterRoutineActions implements AlterParser.AlterActionParser {
    private static final PropertySet COMMENT = PropertySet.of("PROCEDURE", "COMMENT");

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
        if (kind == ObjectKind.PROCEDURE && tokens.accept("EXECUTE", "AS")) {
            return new AlterAction.SetExecuteAs(RoutineClauses.executeAs(tokens));
        }
        return new AlterObjectActions(grammar, COMMENT.ownedBy(kind.sql()))
                .withRename()
                .parse();
    }
}
