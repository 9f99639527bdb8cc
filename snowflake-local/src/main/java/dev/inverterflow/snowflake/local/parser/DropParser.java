package dev.inverterflow.snowflake.local.parser;

import dev.inverterflow.snowflake.local.ast.DdlStatement.Drop;
import dev.inverterflow.snowflake.local.ast.DdlStatement.DropBehavior;
import dev.inverterflow.snowflake.local.ast.ObjectKind;
import dev.inverterflow.snowflake.local.ast.ObjectTarget;
import dev.inverterflow.snowflake.local.ast.Statement;
import org.jspecify.annotations.Nullable;

/** DROP. */
final class DropParser implements StatementParser {
    private final Grammar grammar;
    private final Tokens tokens;

    DropParser(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens();
    }

    @Override
    public Statement parse() {
        Token first = tokens.peek();
        tokens.expect("DROP");
        ObjectTargetParser objects = new ObjectTargetParser(grammar);
        ObjectKind kind = objects.kind("DROP");
        boolean ifExists = tokens.accept("IF", "EXISTS");
        ObjectTarget object = objects.target(kind);
        DropBehavior behavior = hasBehavior(kind) ? behavior(tokens) : null;
        return new Drop(object, ifExists, behavior, tokens.spanFrom(first));
    }

    /** CASCADE or RESTRICT if one comes next. */
    static @Nullable DropBehavior behavior(Tokens tokens) {
        if (tokens.accept("CASCADE")) {
            return DropBehavior.CASCADE;
        }
        return tokens.accept("RESTRICT") ? DropBehavior.RESTRICT : null;
    }

    private static boolean hasBehavior(ObjectKind kind) {
        return switch (kind) {
            case DATABASE, SCHEMA, TABLE, SEQUENCE -> true;
            default -> false;
        };
    }
}
