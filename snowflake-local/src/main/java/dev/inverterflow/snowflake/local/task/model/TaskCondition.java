package dev.inverterflow.snowflake.local.task.model;

import dev.inverterflow.snowflake.local.ast.Call.FunctionCall;
import dev.inverterflow.snowflake.local.ast.Expression;
import dev.inverterflow.snowflake.local.ast.Literal;
import dev.inverterflow.snowflake.local.ast.Operation;
import dev.inverterflow.snowflake.local.error.SnowflakeException;
import java.util.Set;

/** What a task's WHEN may say: whether a stream has data, what a predecessor returned, and how such answers combine. */
public final class TaskCondition {
    private static final Set<String> FUNCTIONS =
            Set.of("SYSTEM$STREAM_HAS_DATA", "SYSTEM$GET_PREDECESSOR_RETURN_VALUE");

    private TaskCondition() {}

    /**
     * The text of a condition.
     *
     * @throws SnowflakeException if it uses anything but the two functions, AND, OR, NOT, comparisons and casts
     */
    public static String text(Expression condition) {
        check(condition);
        return condition.span().text();
    }

    private static void check(Expression condition) {
        if (condition instanceof Literal) {
            return;
        }
        if (condition instanceof Operation.Binary binary) {
            check(binary.left());
            check(binary.right());
        } else if (condition instanceof Operation.Unary unary) {
            check(unary.operand());
        } else if (condition instanceof Operation.Cast cast) {
            check(cast.operand());
        } else if (!(condition instanceof FunctionCall call
                && FUNCTIONS.contains(call.name().last().name()))) {
            throw new SnowflakeException(
                    91_089,
                    "42601",
                    "SQL compilation error:\nInvalid expression for task condition expression. Expecting one of the"
                            + " following: [SYSTEM$STREAM_HAS_DATA, SYSTEM$GET_PREDECESSOR_RETURN_VALUE]");
        }
    }
}
