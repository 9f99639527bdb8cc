package dev.inverterflow.snowflake.local.session;

import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.event.LogLevel;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A session parameter.
 *
 * @param name its name, in upper case
 * @param kind what values it takes
 * @param defaultValue its default, as SHOW PARAMETERS prints it
 * @param description the text SHOW PARAMETERS prints
 */
record ParameterDefinition(String name, Kind kind, String defaultValue, String description) {

    /** What values a parameter takes. */
    enum Kind {
        BOOLEAN,
        NUMBER,
        STRING,
        TIME_ZONE,
        LOG_LEVEL
    }

    private static final Pattern WHOLE_NUMBER = Pattern.compile("\\d{1,18}");

    /** The value in the form in which it is kept and printed. */
    String normalise(String value) {
        return switch (kind) {
            case BOOLEAN -> bool(value);
            case NUMBER -> number(value);
            case STRING -> value;
            case TIME_ZONE -> timeZone(value);
            case LOG_LEVEL -> LogLevel.of(value).name();
        };
    }

    /** The word for the kind in the {@code type} column of SHOW PARAMETERS. */
    String typeName() {
        return kind == Kind.TIME_ZONE || kind == Kind.LOG_LEVEL ? Kind.STRING.name() : kind.name();
    }

    private String bool(String value) {
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "true", "on", "1" -> "true";
            case "false", "off", "0" -> "false";
            default -> throw Errors.invalidValue(value, name);
        };
    }

    private String number(String value) {
        if (!WHOLE_NUMBER.matcher(value).matches()) {
            throw Errors.invalidValue(value, name);
        }
        return value;
    }

    private String timeZone(String value) {
        try {
            return ZoneId.of(value).getId();
        } catch (DateTimeException unknown) {
            throw Errors.invalidValue(value, name);
        }
    }
}
