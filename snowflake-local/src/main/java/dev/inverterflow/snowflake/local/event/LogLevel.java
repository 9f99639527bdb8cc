package dev.inverterflow.snowflake.local.event;

import dev.inverterflow.snowflake.local.catalog.AccountType;
import dev.inverterflow.snowflake.local.catalog.ObjectName;
import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import dev.inverterflow.snowflake.local.spi.HandlerLog.Severity;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * From which severity on entries are kept, the most verbose first.
 *
 * @see <a href="https://docs.snowflake.com/en/developer-guide/logging-tracing/telemetry-levels">Setting levels</a>
 */
public enum LogLevel {
    TRACE,
    DEBUG,
    INFO,
    WARN,
    ERROR,
    /** SLF4J knows no such severity: errors are taken for it. */
    FATAL,
    OFF;

    /** The parameter that sets it. */
    public static final String PARAMETER = "LOG_LEVEL";

    /**
     * The level of that name.
     *
     * @throws dev.inverterflow.snowflake.local.error.SnowflakeException if there is none
     */
    public static LogLevel of(String name) {
        return Stream.of(values())
                .filter(level -> level.name().equals(name.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> Errors.invalidValue(name, PARAMETER));
    }

    /**
     * The level in force for an object in a session: the more verbose of what the session says and what the object says,
     * or else its schema, or else its database.
     */
    static LogLevel inForce(EventSource object, SessionContext session) {
        var ofSession = level(session.parameters().changed());
        var ofObject = Optional.ofNullable(object.level()).map(LogLevel::of).or(() -> ofPlace(object.name(), session));
        return Stream.of(ofSession, ofObject)
                .flatMap(Optional::stream)
                .min(LogLevel::compareTo)
                .orElse(OFF);
    }

    private static Optional<LogLevel> ofPlace(ObjectName object, SessionContext session) {
        return session.catalog()
                .schema(object.schemaName())
                .flatMap(schema -> level(schema.properties()))
                .or(() -> session.catalog()
                        .account(AccountType.DATABASE)
                        .find(object.database())
                        .flatMap(database -> level(database.properties())));
    }

    boolean takes(Severity severity) {
        return this != OFF && severity.ordinal() >= Math.min(ordinal(), Severity.ERROR.ordinal());
    }

    private static Optional<LogLevel> level(Map<String, String> properties) {
        return Optional.ofNullable(properties.get(PARAMETER)).map(LogLevel::of);
    }
}
