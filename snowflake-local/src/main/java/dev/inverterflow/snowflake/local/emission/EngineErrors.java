package dev.inverterflow.snowflake.local.emission;

import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.error.SnowflakeException;
import dev.inverterflow.snowflake.local.function.runtime.RunTimeError;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * DuckDB's errors in Snowflake's words. DuckDB gives neither code nor SQLSTATE, so its texts are told apart; what none of
 * the rules knows becomes 000603, which shows nothing of DuckDB's text: that is for the log.
 */
public final class EngineErrors {
    /** The code of an error that no rule foresees. */
    public static final int UNFORESEEN = 603;

    /** A text of DuckDB's and what it means. */
    private record Rule(Pattern pattern, Function<Matcher, SnowflakeException> error) {
        static Rule of(String regex, Function<Matcher, SnowflakeException> error) {
            return new Rule(Pattern.compile(regex, Pattern.DOTALL), error);
        }
    }

    private static final List<Rule> RULES = List.of(
            Rule.of("INTERRUPT", match -> Errors.statementCanceled()),
            Rule.of("OutOfMemoryError|Out of Memory Error", match -> outOfMemory()),
            Rule.of("NOT NULL constraint failed", match -> Errors.nullInNonNullableColumn()),
            Rule.of("cannot affect the same target row more than once", match -> duplicateRow()),
            Rule.of("More than one row returned by a subquery", match -> severalRows()),
            Rule.of("Could not cast value (\\S+) to DECIMAL\\((\\d+),(\\d+)\\)", EngineErrors::outOfRange),
            Rule.of("Casting value \"([^\"]*)\" to type DECIMAL\\((\\d+),(\\d+)\\)", EngineErrors::outOfRange),
            Rule.of("Type \\w+ with value (\\S+) can't be cast .* range", match -> overflow(match.group(1))),
            Rule.of("Overflow in \\w+ of [^(]*\\(\\d+\\) \\(([^)]*)\\)", match -> overflow(match.group(1))),
            Rule.of("Overflow in \\w+ of \\w+ \\(([^)]*)\\)", match -> overflow(match.group(1))),
            Rule.of(
                    "Could not convert string ['\"](.*?)['\"] to (?:U?INT|DECIMAL|DOUBLE|FLOAT|HUGEINT)",
                    match -> Errors.numericNotRecognized(match.group(1))),
            Rule.of(
                    "timestamp field value out of range: \"(.*?)\"|invalid timestamp field format: \"(.*?)\"",
                    match -> Errors.timestampNotRecognized(either(match))),
            Rule.of(
                    "date field value out of range: \"(.*?)\"|invalid date field format: \"(.*?)\"",
                    match -> Errors.dateNotRecognized(either(match))),
            Rule.of("Invalid input for hex digit: (.)|Hex strings? .*? must have", match -> notHex()),
            Rule.of("(?i)not decode string .*? as base64|base64", match -> notBase64()),
            Rule.of("Failed to cast decimal value (\\S+) to type", match -> overflow(match.group(1))),
            Rule.of("Date and time not in timestamp range", match -> outOfCalendar()),
            Rule.of(
                    "Date out of range|Overflow exception in date|cannot be converted to timestamp",
                    match -> outOfCalendar()),
            Rule.of("GROUPING", match -> invalid("GROUPING takes columns that are grouped by")),
            Rule.of("ntile must be greater", match -> invalid("The number of buckets must be above 0")),
            Rule.of("Window \\w+ \\w+ expression cannot be negative", match -> invalid("A frame's offset is negative")),
            Rule.of("Period must be greater than 0", match -> invalid("A slice must be longer than 0")),
            Rule.of("Invalid escape string", match -> invalid("An escape is one character")),
            Rule.of("sample_size .* out of range", match -> invalid("A sample is of 0 to 100 percent")),
            Rule.of("invalid UTF8 characters|Invalid UTF8 Codepoint", match -> notUtf8()),
            Rule.of("\"quantile\" argument in function|QUANTILE can only take", match -> noPercentile()),
            Rule.of("Conflict on|write-write conflict|Transaction conflict", match -> conflict()),
            Rule.of("Failed to cast decimal value (\\S+) to type", match -> overflow(match.group(1))),
            Rule.of(
                    "Max expression depth limit",
                    match -> Errors.notSupported("a statement nested more deeply than the engine reads it")),
            Rule.of("Interval value (\\S+?)(?:\\.0+)? \\w+ out of range", match -> overflow(match.group(1))),
            Rule.of("Out of Range Error", match -> overflow("?")));

    private EngineErrors() {}

    /** The error that a client is told. */
    public static SnowflakeException translate(SQLException failure) {
        var message = String.valueOf(failure.getMessage());
        return RunTimeError.find(message).or(() -> known(message)).orElseGet(() -> unknown(failure));
    }

    private static Optional<SnowflakeException> known(String message) {
        for (var rule : RULES) {
            var matcher = rule.pattern().matcher(message);
            if (matcher.find()) {
                return Optional.of(rule.error().apply(matcher));
            }
        }
        return Optional.empty();
    }

    private static String either(Matcher match) {
        return match.group(1) == null ? match.group(2) : match.group(1);
    }

    private static SnowflakeException outOfRange(Matcher match) {
        return new SnowflakeException(
                100046,
                "22003",
                "Number out of representable range: type FIXED(" + match.group(2) + "," + match.group(3) + "), value "
                        + match.group(1));
    }

    private static SnowflakeException overflow(String values) {
        return new SnowflakeException(
                100046, "22003", "Number out of representable range: type FIXED(38,0), value " + values);
    }

    private static SnowflakeException duplicateRow() {
        return new SnowflakeException(100090, "42P18", "Duplicate row detected during DML action");
    }

    private static SnowflakeException severalRows() {
        return new SnowflakeException(100090, "21000", "Single-row subquery returns more than one row.");
    }

    private static SnowflakeException notHex() {
        return new SnowflakeException(100115, "22000", "The following string is not a legal hex-encoded value.");
    }

    private static SnowflakeException notBase64() {
        return new SnowflakeException(100116, "22000", "The following string is not a legal base64-encoded value.");
    }

    private static SnowflakeException invalid(String reason) {
        return new SnowflakeException(1007, "22023", "SQL compilation error:\nInvalid argument: " + reason + ".");
    }

    private static SnowflakeException notUtf8() {
        return new SnowflakeException(100144, "22000", "Invalid UTF8 detected in string.");
    }

    private static SnowflakeException noPercentile() {
        return new SnowflakeException(
                1015, "22023", "SQL compilation error:\nA percentile must be a constant between 0.0 and 1.0.");
    }

    private static SnowflakeException outOfCalendar() {
        return invalid("Date or timestamp is out of range");
    }

    private static SnowflakeException outOfMemory() {
        return Errors.notSupported("a statement whose values need more memory than the server was given (-Xmx)");
    }

    private static SnowflakeException conflict() {
        return new SnowflakeException(
                625,
                "57014",
                "Statement was aborted because it changes rows that a concurrent transaction changed. Run it again.");
    }

    private static SnowflakeException unknown(SQLException failure) {
        return new SnowflakeException(
                UNFORESEEN,
                "XX000",
                "snowflake-local: the statement failed in the engine in a way that is not foreseen; the server's log has the details",
                failure);
    }
}
