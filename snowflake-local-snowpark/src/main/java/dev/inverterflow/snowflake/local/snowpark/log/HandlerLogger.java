package dev.inverterflow.snowflake.local.snowpark.log;

import dev.inverterflow.snowflake.local.spi.HandlerLog;
import dev.inverterflow.snowflake.local.spi.HandlerLog.Severity;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;
import org.slf4j.event.KeyValuePair;
import org.slf4j.event.Level;
import org.slf4j.event.LoggingEvent;
import org.slf4j.helpers.LegacyAbstractLogger;
import org.slf4j.helpers.MessageFormatter;
import org.slf4j.spi.LoggingEventAware;

/** A logger whose entries go to the call that its thread works for, if it works for one. */
final class HandlerLogger extends LegacyAbstractLogger implements LoggingEventAware {
    private static final long serialVersionUID = 1L;

    HandlerLogger(String loggerName) {
        this.name = loggerName;
    }

    @Override
    public boolean isTraceEnabled() {
        return isEnabled(Severity.TRACE);
    }

    @Override
    public boolean isDebugEnabled() {
        return isEnabled(Severity.DEBUG);
    }

    @Override
    public boolean isInfoEnabled() {
        return isEnabled(Severity.INFO);
    }

    @Override
    public boolean isWarnEnabled() {
        return isEnabled(Severity.WARN);
    }

    @Override
    public boolean isErrorEnabled() {
        return isEnabled(Severity.ERROR);
    }

    @Override
    public void log(LoggingEvent event) {
        write(
                event.getLevel(),
                event.getMessage(),
                event.getArgumentArray(),
                event.getThrowable(),
                event.getKeyValuePairs());
    }

    @Override
    protected @Nullable String getFullyQualifiedCallerName() {
        return null;
    }

    @Override
    protected void handleNormalizedLoggingCall(
            Level level,
            @Nullable Marker marker,
            @Nullable String message,
            Object @Nullable [] arguments,
            @Nullable Throwable thrown) {
        write(level, message, arguments, thrown, null);
    }

    private static boolean isEnabled(Severity severity) {
        HandlerLog log = HandlerLogs.current();
        return log != null && log.takes(severity);
    }

    private void write(
            Level level,
            @Nullable String message,
            Object @Nullable [] arguments,
            @Nullable Throwable thrown,
            @Nullable List<KeyValuePair> pairs) {
        HandlerLog log = HandlerLogs.current();
        Severity severity = Severity.valueOf(level.name());
        if (log == null || !log.takes(severity)) {
            return;
        }
        String text = MessageFormatter.basicArrayFormat(message, arguments);
        log.log(severity, getName(), Objects.requireNonNullElse(text, "null"), attributes(thrown, pairs));
    }

    private static Map<String, Object> attributes(@Nullable Throwable thrown, @Nullable List<KeyValuePair> pairs) {
        Map<String, Object> attributes = new TreeMap<>();
        for (KeyValuePair pair : pairs == null ? Collections.<KeyValuePair>emptyList() : pairs) {
            attributes.put(pair.key, simple(pair.value));
        }
        if (thrown != null) {
            StringWriter trace = new StringWriter();
            thrown.printStackTrace(new PrintWriter(trace));
            attributes.put("exception.type", thrown.getClass().getName());
            attributes.put("exception.message", String.valueOf(thrown.getMessage()));
            attributes.put("exception.stacktrace", trace.toString());
        }
        return attributes;
    }

    /** Only values of the JDK may cross the boundary. */
    private static Object simple(@Nullable Object value) {
        return value instanceof Boolean || value instanceof Integer || value instanceof Long || value instanceof Double
                ? value
                : String.valueOf(value);
    }
}
