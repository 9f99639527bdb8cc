package dev.inverterflow.snowflake.local.emission;

import dev.inverterflow.snowflake.local.analysis.Constant;
import dev.inverterflow.snowflake.local.analysis.tree.TypedExpression;
import dev.inverterflow.snowflake.local.function.Sql;
import dev.inverterflow.snowflake.local.type.SnowflakeType;
import dev.inverterflow.snowflake.local.type.TypeKind;
import org.jspecify.annotations.Nullable;

/** Constants as DuckDB SQL. */
final class ConstantText {
    private ConstantText() {}

    static String of(Constant constant) {
        var text = constant.text();
        var type = constant.type();
        if (text == null) {
            return type.is(TypeKind.NULL) ? "NULL" : Sql.cast("NULL", type);
        }
        return switch (type.kind()) {
            case TEXT, VARIANT, OBJECT, ARRAY, NULL -> Sql.literal(text);
            case BOOLEAN -> text;
            case REAL -> Sql.cast(Sql.literal(text), SnowflakeType.FLOAT);
            case BINARY -> "unhex(" + Sql.literal(text) + ")";
            case TIMESTAMP_LTZ ->
                "(" + Sql.cast(Sql.literal(text), SnowflakeType.TIMESTAMP_NTZ) + " AT TIME ZONE 'UTC')";
            case TIMESTAMP_TZ -> "sf_tz(" + Sql.cast(Sql.literal(text), SnowflakeType.TIMESTAMP_NTZ) + ", 0)";
            case FIXED, DATE, TIME, TIMESTAMP_NTZ -> Sql.cast(Sql.literal(text), type);
        };
    }

    /** The text of a constant other than NULL, also of one that is converted to another number type. */
    static @Nullable String constant(TypedExpression expression) {
        if (expression instanceof TypedExpression.Value value) {
            return value.constant().text();
        }
        boolean wholeNumber = expression instanceof TypedExpression.Conversion conversion
                && conversion.type().is(TypeKind.FIXED)
                && conversion.operand() instanceof TypedExpression.Value value
                && value.type().is(TypeKind.FIXED)
                && value.type().scale() == 0;
        return wholeNumber ? constant(((TypedExpression.Conversion) expression).operand()) : null;
    }
}
