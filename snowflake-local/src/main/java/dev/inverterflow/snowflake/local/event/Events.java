package dev.inverterflow.snowflake.local.event;

import dev.inverterflow.snowflake.local.execution.RelationProvider;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import dev.inverterflow.snowflake.local.spi.HandlerLog;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;

/** The event table of a server: what writes it, and what shows it. */
public final class Events {
    private final EventTable table;

    /** @param connection one of its own */
    public Events(Connection connection, Clock clock) throws SQLException {
        table = new EventTable(connection, clock);
    }

    /** SNOWFLAKE.TELEMETRY.EVENTS and the view on it. */
    public RelationProvider relations() {
        return new EventRelations();
    }

    /**
     * What takes the log of one call; the level is that in force now.
     *
     * @param collected whether the handler's own entries are taken; exceptions that it does not catch always are
     */
    public HandlerLog log(EventSource source, boolean collected, SessionContext session) {
        return new Log(LogLevel.inForce(source, session), collected, source.attributes(session));
    }

    /** Whether anything of what that source does in the session is kept, exceptions among it. */
    public boolean takesAny(EventSource source, SessionContext session) {
        return LogLevel.inForce(source, session).takes(HandlerLog.Severity.ERROR);
    }

    private final class Log implements HandlerLog {
        private final LogLevel level;
        private final boolean collected;
        private final Map<String, Object> source;

        private Log(LogLevel level, boolean collected, Map<String, Object> source) {
            this.level = level;
            this.collected = collected;
            this.source = source;
        }

        @Override
        public boolean takes(Severity severity) {
            return collected && level.takes(severity);
        }

        @Override
        public void log(Severity severity, String logger, String message, Map<String, Object> attributes) {
            if (takes(severity)) {
                var all = new TreeMap<String, Object>(attributes);
                all.put("thread.name", Thread.currentThread().getName());
                table.add(severity.name(), logger, message, source, all);
            }
        }

        @Override
        public void uncaught(String type, String message, String stackTrace) {
            if (level.takes(Severity.ERROR)) {
                var attributes = new TreeMap<String, Object>();
                attributes.put("exception.type", type);
                attributes.put("exception.message", message);
                attributes.put("exception.stacktrace", stackTrace);
                attributes.put("exception.escaped", true);
                table.add(Severity.ERROR.name(), null, "exception", source, attributes);
            }
        }
    }
}
