package dev.inverterflow.snowflake.local.function.runtime;

import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.error.SnowflakeException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Numbers in text, read as TO_NUMBER and TO_DOUBLE read them
 * (docs.snowflake.com/en/sql-reference/functions/to_decimal).
 */
final class NumberText {
    /** No number has as many digits before its point. */
    private static final int LEAST_SCALE = -40;

    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");
    private static final int MAX_EXPONENT = 1000;
    private static final int TEXT_DIGITS = 10;
    private static final int LEAST_PLAIN_EXPONENT = -4;

    private NumberText() {}

    /**
     * The text as NUMBER(precision, scale), rounded half away from zero, in plain notation.
     *
     * @throws SnowflakeException 100038 if it is no number, 100039 if it has too many digits before the point
     */
    static String decimal(String text, int precision, int scale) {
        return fit(parse(text), precision, scale, text);
    }

    static BigDecimal parse(String text) {
        var stripped = text.strip();
        if (!NUMBER.matcher(stripped).matches()) {
            throw Errors.numericNotRecognized(text);
        }
        var value = new BigDecimal(stripped);
        if (Math.abs((long) value.scale()) > MAX_EXPONENT) {
            throw outOfRange(text);
        }
        return value;
    }

    static String fit(BigDecimal value, int precision, int scale, String text) {
        var rounded = value.setScale(scale, RoundingMode.HALF_UP);
        if (rounded.signum() != 0 && rounded.precision() > precision) {
            throw outOfRange(text);
        }
        return rounded.toPlainString();
    }

    private static SnowflakeException outOfRange(String text) {
        return new SnowflakeException(100039, "22003", "Numeric value '" + text + "' is out of range");
    }

    /**
     * The text as FLOAT; NaN and infinities by name.
     *
     * @throws SnowflakeException 100038 if it is no number
     */
    static double floatingPoint(String text) {
        var stripped = text.strip();
        if (NUMBER.matcher(stripped).matches()) {
            return Double.parseDouble(stripped);
        }
        return switch (stripped.toLowerCase(Locale.ROOT)) {
            case "nan" -> Double.NaN;
            case "inf", "+inf", "infinity", "+infinity" -> Double.POSITIVE_INFINITY;
            case "-inf", "-infinity" -> Double.NEGATIVE_INFINITY;
            default -> throw Errors.numericNotRecognized(text);
        };
    }

    /**
     * The text as BOOLEAN (docs.snowflake.com/en/sql-reference/functions/to_boolean).
     *
     * @throws SnowflakeException 100037 if it is none of the words
     */
    static boolean bool(String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "true", "t", "yes", "y", "on", "1" -> true;
            case "false", "f", "no", "n", "off", "0" -> false;
            default -> throw ValueErrors.booleanNotRecognized(text);
        };
    }

    /** {@code left / right} rounded half away from zero to a scale. */
    static String divide(String left, String right, int scale) {
        var divisor = new BigDecimal(right);
        if (divisor.signum() == 0) {
            throw Errors.divisionByZero();
        }
        return new BigDecimal(left).divide(divisor, scale, RoundingMode.HALF_UP).toPlainString();
    }

    /** {@code left * right} rounded half away from zero to a scale. */
    static String multiply(String left, String right, int scale) {
        return new BigDecimal(left)
                .multiply(new BigDecimal(right))
                .setScale(scale, RoundingMode.HALF_UP)
                .toPlainString();
    }

    /** The number cut to so many digits behind the point, or in front of it if negative. */
    static String truncate(String number, int scale) {
        var value = new BigDecimal(number);
        return scale >= value.scale()
                ? number
                : value.setScale(scale, RoundingMode.DOWN).toPlainString();
    }

    /** Halves go away from zero. */
    static String round(String number, long scale) {
        var value = new BigDecimal(number);
        return scale >= value.scale()
                ? number
                : value.setScale((int) Math.max(scale, LEAST_SCALE), RoundingMode.HALF_UP)
                        .toPlainString();
    }

    /** Halves go to the even neighbour. */
    static String roundHalfEven(String number, long scale) {
        var value = new BigDecimal(number);
        return scale >= value.scale()
                ? number
                : value.setScale((int) Math.max(scale, LEAST_SCALE), RoundingMode.HALF_EVEN)
                        .toPlainString();
    }

    /**
     * The text that a cast of FLOAT to VARCHAR gives: ten digits, with an exponent where C's {@code %g} has one. TO_VARCHAR
     * (LOG(3, 4)) is 1.261859507 (docs.snowflake.com/en/sql-reference/functions/to_char), and 0.08072205302271099 becomes
     * 0.08072205302 (issue 1109 of snowflake-jdbc).
     */
    static String text(double value) {
        if (value == 0 || !Double.isFinite(value)) {
            return JsonNumber.plainText(value);
        }
        var rounded = new BigDecimal(value)
                .round(new MathContext(TEXT_DIGITS, RoundingMode.HALF_EVEN))
                .stripTrailingZeros();
        int exponent = rounded.precision() - 1 - rounded.scale();
        if (exponent >= LEAST_PLAIN_EXPONENT && exponent < TEXT_DIGITS) {
            return rounded.toPlainString();
        }
        return rounded.scaleByPowerOfTen(-exponent).stripTrailingZeros().toPlainString()
                + (exponent < 0 ? "e-" : "e+")
                + "%02d".formatted(Math.abs(exponent));
    }

    /** All digits that a FLOAT stands for, rounded to a scale (docs.snowflake.com/en/sql-reference/functions/to_double). */
    static String digits(double value, int scale) {
        if (!Double.isFinite(value)) {
            throw outOfRange(JsonNumber.plainText(value));
        }
        return new BigDecimal(value).setScale(scale, RoundingMode.HALF_UP).toPlainString();
    }

    /** The decimal number that a FLOAT is written as, without zeros at its end. */
    static BigDecimal shortest(double value) {
        if (!Double.isFinite(value)) {
            throw Errors.notSupported("a format for " + JsonNumber.plainText(value));
        }
        var shortest = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        return shortest.scale() < 0 ? shortest.setScale(0) : shortest;
    }

    /**
     * Whether a FLOAT is not 0.
     *
     * @throws SnowflakeException 100037 for NaN and infinities (docs.snowflake.com/en/sql-reference/functions/to_boolean)
     */
    static boolean bool(double value) {
        if (!Double.isFinite(value)) {
            throw ValueErrors.booleanNotRecognized(JsonNumber.plainText(value));
        }
        return value != 0;
    }

    /** The remainder with the sign of the left side. */
    static String remainder(String left, String right) {
        var divisor = new BigDecimal(right);
        if (divisor.signum() == 0) {
            throw Errors.divisionByZero();
        }
        return new BigDecimal(left).remainder(divisor).toPlainString();
    }
}
