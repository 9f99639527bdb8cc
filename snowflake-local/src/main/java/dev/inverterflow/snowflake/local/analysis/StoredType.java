package dev.inverterflow.snowflake.local.analysis;

import dev.inverterflow.snowflake.local.analysis.tree.TypedExpression;
import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.type.TypeKind;
import java.math.BigDecimal;

/**
 * How SYSTEM$TYPEOF writes a type: with the form in which values are stored, which for a constant is the smallest.
 *
 * @see <a href="https://docs.snowflake.com/en/sql-reference/functions/system_typeof">SYSTEM$TYPEOF</a>
 */
final class StoredType {
    private static final int[] BITS = {7, 15, 31, 63};
    private static final int[] DIGITS = {2, 4, 9, 18};

    private StoredType() {}

    static String of(TypedExpression expression) {
        if (expression.type().is(TypeKind.TEXT) && expression instanceof TypedExpression.Call) {
            // How long a function's text may be is not kept track of.
            throw Errors.notSupported("SYSTEM$TYPEOF of a computed text");
        }
        return expression.type().displayName() + "[" + storage(expression) + "]";
    }

    private static String storage(TypedExpression expression) {
        return switch (expression.type().kind()) {
            case FIXED -> "SB" + bytes(expression);
            case BOOLEAN -> "SB1";
            case REAL -> "DOUBLE";
            case NULL, TEXT, BINARY, VARIANT, OBJECT, ARRAY -> "LOB";
            case DATE, TIME, TIMESTAMP_NTZ, TIMESTAMP_LTZ, TIMESTAMP_TZ ->
                throw Errors.notSupported(
                        "SYSTEM$TYPEOF of type " + expression.type().kind());
        };
    }

    private static int bytes(TypedExpression number) {
        var text = Coercion.constantText(number);
        int bytes = 1;
        for (int step = 0; step < BITS.length; step++) {
            boolean fits = text == null
                    ? number.type().precision() <= DIGITS[step]
                    : new BigDecimal(text).unscaledValue().bitLength() <= BITS[step];
            if (fits) {
                return bytes;
            }
            bytes *= 2;
        }
        return bytes;
    }
}
