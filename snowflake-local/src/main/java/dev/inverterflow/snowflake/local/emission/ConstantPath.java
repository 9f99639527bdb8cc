package dev.inverterflow.snowflake.local.emission;

import dev.inverterflow.snowflake.local.analysis.tree.TypedExpression;
import dev.inverterflow.snowflake.local.type.SnowflakeType;
import dev.inverterflow.snowflake.local.type.TypeKind;
import org.jspecify.annotations.Nullable;

/**
 * A constant path into a column.
 *
 * @param path in the language of GET_PATH; empty for the column itself
 */
record ConstantPath(TypedExpression.Column column, String path) {
    /** The path that an expression follows; null if it does anything else. What is computed is read as it is. */
    static @Nullable ConstantPath of(TypedExpression expression) {
        if (!(expression instanceof TypedExpression.Call call)
                || !call.row().name().equals("GET_PATH")
                || !(call.arguments().get(0) instanceof TypedExpression.Column column)) {
            return null;
        }
        var path = ConstantText.constant(call.arguments().get(1));
        return path == null ? null : new ConstantPath(column, path);
    }

    /** The same, also for a column itself. */
    static @Nullable ConstantPath orColumn(TypedExpression expression) {
        return expression instanceof TypedExpression.Column column ? new ConstantPath(column, "") : of(expression);
    }

    /** Whether a conversion gives the text of a value of any kind, which never fails. */
    static boolean isText(TypedExpression.Conversion conversion) {
        return conversion.type().equals(SnowflakeType.VARCHAR)
                && conversion.operand().type().is(TypeKind.VARIANT);
    }

    ColumnUses.Place place() {
        return ColumnUses.Place.of(column);
    }
}
