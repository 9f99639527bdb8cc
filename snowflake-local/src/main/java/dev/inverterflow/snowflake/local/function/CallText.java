package dev.inverterflow.snowflake.local.function;

import dev.inverterflow.snowflake.local.type.SnowflakeType;
import java.util.List;

/**
 * A call about to be written as DuckDB SQL.
 *
 * @param arguments in order, converted to what the parameters take; an aggregate's first one may start with DISTINCT
 * @param result the type that the expression must have in the end
 * @param casts conversions under the session's settings
 * @param order ORDER BY inside the parentheses of an aggregate, with a blank before it; empty if none
 * @param over the window behind the parentheses, with a blank before it; empty if none
 */
public record CallText(List<Argument> arguments, SnowflakeType result, Casts casts, String order, String over) {
    /** What stands before the first argument of an aggregate over distinct values. */
    public static final String DISTINCT = "DISTINCT ";

    public CallText {
        arguments = List.copyOf(arguments);
    }

    String sql(int index) {
        return arguments.get(index).sql();
    }

    SnowflakeType type(int index) {
        return arguments.get(index).type();
    }

    int size() {
        return arguments.size();
    }
}
