package dev.inverterflow.snowflake.local.function.runtime;

import dev.inverterflow.snowflake.local.error.SnowflakeException;

/** Errors about values that only the functions here raise; the common ones are in {@code Errors}. */
public final class ValueErrors {
    /** The code of {@link #xml}. */
    static final int XML = 100100;

    private ValueErrors() {}

    /** Text that PARSE_JSON does not take. */
    static SnowflakeException json(String reason, long position) {
        return new SnowflakeException(100069, "22P02", "Error parsing JSON: " + reason + ", pos " + position);
    }

    /** Text that PARSE_XML does not take. */
    static SnowflakeException xml(String reason, long position) {
        return new SnowflakeException(XML, "22P02", "Error parsing XML: " + reason + ", pos " + position);
    }

    /** A VARIANT whose value has no counterpart in the type. */
    static SnowflakeException variantCast(String value, String type) {
        return new SnowflakeException(
                100071, "22000", "Failed to cast variant value " + shorten(VariantDisplay.json(value)) + " to " + type);
    }

    static SnowflakeException booleanNotRecognized(String value) {
        return new SnowflakeException(100037, "22018", "Boolean value '" + value + "' is not recognized");
    }

    static SnowflakeException timeNotRecognized(String value) {
        return new SnowflakeException(100108, "22007", "Time '" + value + "' is not recognized");
    }

    /** Text that does not follow the format it is read by. */
    static SnowflakeException cannotParse(String kind, String value, String format) {
        return new SnowflakeException(
                100096, "22007", "Can't parse '" + value + "' as " + kind + " with format '" + format + "'");
    }

    /** A number with more digits before the point than its type has. */
    public static SnowflakeException outOfRange(String type, String value) {
        return new SnowflakeException(
                100046, "22003", "Number out of representable range: type " + type + ", value " + value);
    }

    static SnowflakeException invalidPath(String path) {
        return new SnowflakeException(100107, "22023", "Invalid extraction path '" + path + "'");
    }

    static SnowflakeException invalidRegularExpression(String pattern, String reason) {
        return new SnowflakeException(100048, "2201B", "Invalid regular expression: '" + pattern + "', " + reason);
    }

    static SnowflakeException invalidUrl(String reason) {
        return new SnowflakeException(100139, "22000", "Error parsing URL: " + reason);
    }

    static SnowflakeException invalidFormat(String format) {
        return new SnowflakeException(100094, "22007", "Invalid format '" + format + "'");
    }

    static SnowflakeException floatingPoint(String function) {
        return new SnowflakeException(100050, "22023", "Invalid floating point operation: " + function);
    }

    static SnowflakeException duplicateKey(String key) {
        return new SnowflakeException(100099, "22000", "Duplicate field key '" + key + "'");
    }

    /** docs.snowflake.com/en/sql-reference/functions/array_flatten. */
    static SnowflakeException notArrays(String function) {
        return new SnowflakeException(
                100107, "22000", "Not an array: 'Input argument to " + function + " is not an array of arrays'");
    }

    static SnowflakeException arrayTooLarge() {
        return new SnowflakeException(100078, "22000", "Array size exceeds the limit of 1000000 elements");
    }

    static SnowflakeException stepOfZero() {
        return new SnowflakeException(100183, "22023", "The step of ARRAY_GENERATE_RANGE must not be zero");
    }

    static SnowflakeException differentLengths() {
        return new SnowflakeException(100183, "22023", "The arrays of keys and values differ in length");
    }

    /** docs.snowflake.com/en/sql-reference/functions/bitor, examples. */
    static SnowflakeException differingLengths(int first, int second) {
        return new SnowflakeException(
                100544,
                "22026",
                "The lengths of two variable-sized fields do not match: first length " + first + ", second length "
                        + second);
    }

    static SnowflakeException invalidDigestSize(long bits) {
        return new SnowflakeException(100183, "22023", "Invalid digest size " + bits + " for SHA2");
    }

    /** Text that TO_NUMBER does not read by its format. */
    static SnowflakeException numberByFormat(String text, String format) {
        return new SnowflakeException(
                100140, "22007", "Can't parse '" + text + "' as number with format '" + format + "'");
    }

    private static String shorten(String value) {
        return value.length() <= 200 ? value : value.substring(0, 200) + "...";
    }
}
