package dev.inverterflow.snowflake.local.function.runtime;

import dev.inverterflow.snowflake.local.error.SnowflakeException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Carries one of Snowflake's errors through DuckDB, which knows only message texts: the error is written into the text
 * when it is raised, by SQL or by a function in Java, and read out of whatever DuckDB wraps around it.
 */
public final class RunTimeError {
    private static final Pattern MARKED =
            Pattern.compile("\\{\\{SF\\|(\\d+)\\|(\\w{5})\\|(.*?)\\|FS}}", Pattern.DOTALL);

    private RunTimeError() {}

    /** The error as a text that {@link #find} recognises; DuckDB ends a message at a character 0. */
    public static String mark(SnowflakeException error) {
        String message = String.valueOf(error.getMessage()).replace("\0", "\\0");
        return "{{SF|" + error.code() + "|" + error.sqlState() + "|" + message + "|FS}}";
    }

    /** A DuckDB expression that raises the error when it is evaluated; it fits every type. */
    public static String raise(SnowflakeException error) {
        return "error('" + mark(error).replace("'", "''") + "')";
    }

    /**
     * A DuckDB expression that raises an error whose message contains a value.
     *
     * @param prefix message before the value
     * @param textSql an expression for the value, a VARCHAR
     * @param suffix message after the value
     */
    public static String raise(int code, String sqlState, String prefix, String textSql, String suffix) {
        return "error('{{SF|" + code + "|" + sqlState + "|" + prefix.replace("'", "''") + "' || " + textSql + " || '"
                + suffix.replace("'", "''") + "|FS}}')";
    }

    /** The error in a message of DuckDB's, if one of ours was raised. */
    public static Optional<SnowflakeException> find(String message) {
        var matcher = MARKED.matcher(message);
        return matcher.find()
                ? Optional.of(
                        new SnowflakeException(Integer.parseInt(matcher.group(1)), matcher.group(2), matcher.group(3)))
                : Optional.empty();
    }
}
