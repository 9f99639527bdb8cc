package dev.inverterflow.snowflake.local.engine;

import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.error.SnowflakeException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns DuckDB's errors at run time into Snowflake's. DuckDB gives neither a code nor an SQLSTATE, only text, so the text
 * decides; none of it is passed on to the client.
 */
public final class EngineErrors {

    private static final Logger log = LoggerFactory.getLogger(EngineErrors.class);

    /**
     * What our own macros and functions put before an error they raise: the code, the state and the message in Snowflake's
     * words. For functions in Java, DuckDB adds the stack trace.
     */
    private static final Pattern RAISED =
            Pattern.compile("\\[SF:(\\d+):(\\w{5})\\](.*?)(?:\\n\\tat .*)?\\s*\\z", Pattern.DOTALL);

    private static final Pattern NO_NUMBER = Pattern.compile(
            "Could not convert string '(.*?)' to (?:U?INT|DECIMAL|DOUBLE|FLOAT|HUGEINT)", Pattern.DOTALL);
    private static final Pattern NO_TIMESTAMP = Pattern.compile(
            "(?:invalid )?timestamp field value out of range: \"(.*?)\"|invalid timestamp field format: \"(.*?)\"");
    private static final Pattern NO_DATE = Pattern.compile(
            "(?:invalid )?date field value out of range: \"(.*?)\"|invalid date field format: \"(.*?)\"");

    private EngineErrors() {}

    /** The Snowflake error for this failure of the engine. */
    public static SnowflakeException translate(SQLException failure) {
        String message = String.valueOf(failure.getMessage());
        return raised(message)
                .or(() -> known(message))
                .or(() -> matched(message, NO_NUMBER, Errors::numericNotRecognized))
                .or(() -> matched(message, NO_TIMESTAMP, Errors::timestampNotRecognized))
                .or(() -> matched(message, NO_DATE, Errors::dateNotRecognized))
                .orElseGet(() -> unexpected(failure));
    }

    private static Optional<SnowflakeException> raised(String message) {
        Matcher matcher = RAISED.matcher(message);
        if (!matcher.find()) {
            return Optional.empty();
        }
        return Optional.of(
                new SnowflakeException(Integer.parseInt(matcher.group(1)), matcher.group(2), matcher.group(3)));
    }

    private static Optional<SnowflakeException> known(String message) {
        if (message.startsWith("INTERRUPT Error")) {
            return Optional.of(Errors.statementCanceled());
        }
        if (message.contains("NOT NULL constraint failed")) {
            return Optional.of(Errors.nullInNonNullableColumn());
        }
        if (message.contains("Conflict on") || message.contains("write-write conflict")) {
            return Optional.of(
                    new SnowflakeException(
                            625,
                            "57014",
                            "Statement was aborted because it changes rows that a concurrent transaction changed. Run it again."));
        }
        if (message.contains("out of range") && message.startsWith("Out of Range Error")
                || message.contains("Could not cast value") && message.contains("DECIMAL")) {
            return Optional.of(new SnowflakeException(100039, "22003", "Numeric value is out of range"));
        }
        return Optional.empty();
    }

    private static Optional<SnowflakeException> matched(
            String message, Pattern pattern, Function<String, SnowflakeException> error) {
        Matcher matcher = pattern.matcher(message);
        if (!matcher.find()) {
            return Optional.empty();
        }
        for (int group = 1; group <= matcher.groupCount(); group++) {
            if (matcher.group(group) != null) {
                return Optional.of(error.apply(matcher.group(group)));
            }
        }
        return Optional.empty();
    }

    private static SnowflakeException unexpected(SQLException failure) {
        log.warn("The engine refused what was emitted for a statement", failure);
        return new SnowflakeException(
                603,
                "XX000",
                "snowflake-local: the statement failed in the engine in a way that is not foreseen; the server's log has the details",
                failure);
    }
}
