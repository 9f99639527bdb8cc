package dev.inverterflow.snowflake.local.procedure;

import dev.inverterflow.snowflake.local.event.EventSource;
import dev.inverterflow.snowflake.local.event.Events;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import dev.inverterflow.snowflake.local.spi.HandlerLog;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What takes the log of functions. The engine calls them on threads of its own, so what it calls a function by names the
 * statement, too, if that statement's log of the function is kept.
 */
final class FunctionLogs {

    private static final char SEPARATOR = '/';
    private static final HandlerLog NONE = new Discarded();

    private final Events events;
    private final Map<String, HandlerLog> logs = new ConcurrentHashMap<>();

    FunctionLogs(Events events) {
        this.events = events;
    }

    /** What the statement now running calls the function by. */
    String key(JavaFunction function, SessionContext session) {
        String id = String.valueOf(function.id());
        EventSource source = new EventSource(
                EventSource.Type.FUNCTION,
                function.name(),
                function.signature(),
                function.owner(),
                function.runtimeVersion(),
                function.logLevel());
        if (!events.takesAny(source, session)) {
            return id;
        }
        String key = id + SEPARATOR + session.queryId();
        HandlerLog log = events.log(source, ProcedurePackages.haveTelemetry(function.packages()), session);
        if (logs.put(key, log) == null) {
            session.atEndOfQuery(() -> logs.remove(key));
        }
        return key;
    }

    /** The function's part of a key. */
    static String function(String key) {
        int end = key.indexOf(SEPARATOR);
        return end < 0 ? key : key.substring(0, end);
    }

    /** What takes the log of the call; nothing once the statement has ended. */
    HandlerLog of(String key) {
        return logs.getOrDefault(key, NONE);
    }

    private static final class Discarded implements HandlerLog {

        @Override
        public boolean takes(Severity severity) {
            return false;
        }

        @Override
        public void log(Severity severity, String logger, String message, Map<String, Object> attributes) {
            // Takes no severity.
        }

        @Override
        public void uncaught(String type, String message, String stackTrace) {
            // The statement fails with it.
        }
    }
}
