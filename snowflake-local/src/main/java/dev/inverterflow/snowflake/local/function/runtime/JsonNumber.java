package dev.inverterflow.snowflake.local.function.runtime;

import java.math.BigDecimal;

/**
 * How numbers stand in canonical JSON text. A fixed-point number has neither exponent nor trailing zeros behind the
 * point; a floating-point number always has an exponent, so that TYPEOF can tell the two apart.
 *
 * <p>PARSE_JSON keeps decimals exact and reads numbers in scientific notation, or with more than 38 digits, as DOUBLE
 * (docs.snowflake.com/en/sql-reference/functions/parse_json).
 */
public final class JsonNumber {
    private static final int MAX_DIGITS = 38;

    private JsonNumber() {}

    /** The canonical text of a number as JSON writes it. */
    public static String canonical(String written) {
        if (written.indexOf('e') >= 0 || written.indexOf('E') >= 0) {
            return ofDouble(Double.parseDouble(written));
        }
        return ofDecimal(new BigDecimal(written));
    }

    static String ofDecimal(BigDecimal value) {
        if (value.signum() == 0) {
            return "0";
        }
        var stripped = value.stripTrailingZeros();
        int digits = Math.max(stripped.precision(), stripped.precision() - stripped.scale());
        if (digits > MAX_DIGITS || stripped.scale() > MAX_DIGITS - 1) {
            return ofDouble(value.doubleValue());
        }
        return stripped.toPlainString();
    }

    /** Infinity and NaN, which JSON does not have, become strings as in Snowflake's own output. */
    static String ofDouble(double value) {
        if (Double.isNaN(value)) {
            return "\"NaN\"";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "\"Infinity\"" : "\"-Infinity\"";
        }
        if (value == 0) {
            return "0.0e+00";
        }
        var shortest = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        var digits = shortest.unscaledValue().abs().toString();
        int exponent = digits.length() - 1 - shortest.scale();
        return (value < 0 ? "-" : "") + digits.charAt(0) + "."
                + (digits.length() == 1 ? "0" : digits.substring(1))
                + "e" + (exponent < 0 ? "-" : "+") + "%02d".formatted(Math.abs(exponent));
    }

    static boolean isFloatingPoint(String canonical) {
        return canonical.indexOf('e') >= 0;
    }

    /** The text that a cast to VARCHAR gives for a floating-point number: no exponent where a plain number is short. */
    static String plainText(double value) {
        if (Double.isNaN(value)) {
            return "NaN";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "inf" : "-inf";
        }
        if (value == 0) {
            return "0";
        }
        var shortest = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        int exponent = shortest.precision() - 1 - shortest.scale();
        if (exponent >= -5 && exponent < 15) {
            return shortest.toPlainString();
        }
        var text = ofDouble(value);
        return text.replace(".0e", "e");
    }
}
