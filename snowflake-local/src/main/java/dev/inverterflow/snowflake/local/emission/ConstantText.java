package dev.inverterflow.snowflake.local.emission;

import dev.inverterflow.snowflake.local.analysis.Constant;
import dev.inverterflow.snowflake.local.analysis.tree.TypedExpression;
import dev.inverterflow.snowflake.local.function.Sql;
import dev.inverterflow.snowflake.local.type.SnowflakeType;
import dev.inverterflow.snowflake.local.type.TypeKind;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Constants as DuckDB SQL. */
final class ConstantText {
    private static final Pattern PLAIN_NUMBER = Pattern.compile("\\d+([.]\\d+)?(E-?\\d{1,3})?");
    /** So many decimal digits and a power of ten are doubles themselves, so that any way to convert them rounds once. */
    private static final int EXACT_DIGITS = 15;

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
            case REAL -> real(text);
            case BINARY -> "unhex(" + Sql.literal(text) + ")";
            case TIMESTAMP_LTZ ->
                "(" + Sql.cast(Sql.literal(text), SnowflakeType.TIMESTAMP_NTZ) + " AT TIME ZONE 'UTC')";
            case TIMESTAMP_TZ -> "sf_tz(" + Sql.cast(Sql.literal(text), SnowflakeType.TIMESTAMP_NTZ) + ", 0)";
            case FIXED, DATE, TIME, TIMESTAMP_NTZ -> Sql.cast(Sql.literal(text), type);
        };
    }

    /** A literal, which needs no cast that DuckDB plans and folds; names of infinities and the like are cast. */
    private static String real(String text) {
        if (!PLAIN_NUMBER.matcher(text).matches() || Double.isInfinite(Double.parseDouble(text))) {
            return Sql.cast(Sql.literal(text), SnowflakeType.FLOAT);
        }
        return text.indexOf('E') < 0 ? text + "E0" : text;
    }

    /** A number that is converted to another number type and is the same there; null for any other expression. */
    static @Nullable String converted(TypedExpression.Conversion conversion) {
        if (!(conversion.operand() instanceof TypedExpression.Value value)
                || !value.type().is(TypeKind.FIXED)) {
            return null;
        }
        var text = value.constant().text();
        var from = value.type();
        var to = conversion.type();
        if (text == null) {
            return null;
        }
        if (to.is(TypeKind.REAL)) {
            return from.precision() <= EXACT_DIGITS
                            && PLAIN_NUMBER.matcher(text).matches()
                    ? real(text)
                    : null;
        }
        boolean fits = to.is(TypeKind.FIXED)
                && to.scale() >= from.scale()
                && to.precision() - to.scale() >= from.precision() - from.scale();
        return fits ? Sql.cast(Sql.literal(text), to) : null;
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
