package dev.inverterflow.snowflake.local.analysis;

import dev.inverterflow.snowflake.local.analysis.tree.TypedExpression;
import dev.inverterflow.snowflake.local.analysis.tree.TypedExpression.Value;
import dev.inverterflow.snowflake.local.type.SnowflakeType;
import java.math.BigDecimal;

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

    /** A number is as precise as it is written; with an exponent, or with more than 38 digits, it is a FLOAT. */
    static TypedExpression number(String written) {
        if (written.indexOf('e') >= 0 || written.indexOf('E') >= 0) {
            return new Value(new Constant(SnowflakeType.FLOAT, written));
        }
        var value = new BigDecimal(written);
        int scale = Math.max(0, value.scale());
        int precision = Math.max(value.precision(), scale);
        if (precision > MAX_DIGITS || scale > SnowflakeType.MAX_SCALE) {
            return new Value(new Constant(SnowflakeType.FLOAT, written));
        }
        var type = SnowflakeType.number(Math.max(precision, scale == 0 ? 1 : scale), scale);
        return new Value(new Constant(type, value.toPlainString()));
    }
}
