package dev.inverterflow.snowflake.local.function.runtime;

import dev.inverterflow.snowflake.local.error.SnowflakeException;

/** Errors about values that only the functions here raise; the common ones are in {@code Errors}. */
public final class ValueErrors {
    private ValueErrors() {}

    /** Text that PARSE_JSON does not take. */
    static SnowflakeException json(String reason, long position) {
        return new SnowflakeException(100069, "22P02", "Error parsing JSON: " + reason + ", pos " + position);
    }

    /** A VARIANT whose value has no counterpart in the type. */
    static SnowflakeException variantCast(String value, String type) {
        return new SnowflakeException(
                100071, "22000", "Failed to cast variant value " + shorten(value) + " to " + type);
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

    static SnowflakeException invalidFormat(String format) {
        return new SnowflakeException(100094, "22007", "Invalid format '" + format + "'");
    }

    static SnowflakeException duplicateKey(String key) {
        return new SnowflakeException(100099, "22000", "Duplicate field key '" + key + "'");
    }

    private static String shorten(String value) {
        return value.length() <= 200 ? value : value.substring(0, 200) + "...";
    }
}
