package dev.inverterflow.snowflake.local.emission;

import dev.inverterflow.snowflake.local.analysis.tree.TypedExpression;
import dev.inverterflow.snowflake.local.function.Sql;
import java.util.Optional;

/** Calls of calls that DuckDB answers by itself, where each alone would need a function of ours. */
final class FusedCalls {
    /** What is written twice is kept short. */
    private static final int SHORT = 400;

    private final ExpressionEmitter expressions;

    FusedCalls(ExpressionEmitter expressions) {
        this.expressions = expressions;
    }

    /** The SQL of the call; empty if it is none of them. */
    Optional<String> call(TypedExpression.Call call) {
        return call.row().name().equals("ARRAY_SIZE")
                        && call.arguments().get(0) instanceof TypedExpression.Call keys
                        && keys.row().name().equals("OBJECT_KEYS")
                ? keyCount(call, keys)
                : Optional.empty();
    }

    /** DuckDB reads no object with a date or the like in it. */
    private Optional<String> keyCount(TypedExpression.Call call, TypedExpression.Call keys) {
        var object = expressions.emit(keys.arguments().get(0));
        return object.length() > SHORT
                ? Optional.empty()
                : Optional.of(Sql.cast(
                        "COALESCE(CAST(len(TRY(json_keys(" + object + "))) AS BIGINT), sf_array_size(sf_object_keys("
                                + object + ")))",
                        call.type()));
    }
}
