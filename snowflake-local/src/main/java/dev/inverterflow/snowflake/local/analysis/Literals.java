package dev.inverterflow.snowflake.local.analysis;

import dev.inverterflow.snowflake.local.analysis.tree.TypedExpression;
import dev.inverterflow.snowflake.local.analysis.tree.TypedExpression.Value;
import dev.inverterflow.snowflake.local.type.SnowflakeType;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Constants and their types. */
final class Literals {
    private static final int MAX_DIGITS = 38;

    private Literals() {}

    static TypedExpression text(String value) {
        return new Value(new Constant(
                SnowflakeType.varchar(Math.max(1, value.codePointCount(0, value.length()))), value));
    }

    static TypedExpression bool(boolean value) {
        return new Value(Constant.bool(value));
    }

    static TypedExpression nothing() {
        return new Value(new Constant(SnowflakeType.NULL, null));
    }

    /**
     * A number is as precise as it is written, with an exponent, too (docs.snowflake.com/en/sql-reference/functions/system_typeof:
     * {@code 1e10} is NUMBER(11,0)); with more than 38 digits it is a FLOAT.
     */
    static TypedExpression number(String written) {
        var exact = exact(written);
        if (exact == null) {
            return new Value(new Constant(SnowflakeType.FLOAT, written));
        }
        var value = exact.signum() == 0 && exact.scale() < 0 ? BigDecimal.ZERO : exact;
        int scale = Math.max(0, value.scale());
        long precision = Math.max((long) value.precision() - Math.min(0, value.scale()), scale);
        if (precision > MAX_DIGITS || scale > SnowflakeType.MAX_SCALE) {
            return new Value(new Constant(SnowflakeType.FLOAT, written));
        }
        var type = SnowflakeType.number(Math.max((int) precision, scale == 0 ? 1 : scale), scale);
        return new Value(new Constant(type, value.toPlainString()));
    }

    /** The number; null if its exponent is beyond all bounds. */
    private static @Nullable BigDecimal exact(String written) {
        try {
            return new BigDecimal(written);
        } catch (NumberFormatException beyond) {
            return null;
        }
    }
}
