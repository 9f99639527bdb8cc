package dev.inverterflow.snowflake.local.procedure;

import dev.inverterflow.snowflake.local.catalog.ObjectName;
import dev.inverterflow.snowflake.local.execution.CallFrame;
import dev.inverterflow.snowflake.local.execution.CallFrame.Rights;
import dev.inverterflow.snowflake.local.execution.CallScope;
import dev.inverterflow.snowflake.local.execution.SystemSession;
import dev.inverterflow.snowflake.local.execution.SystemSessionSpec;
import dev.inverterflow.snowflake.local.execution.SystemSessions;
import dev.inverterflow.snowflake.local.procedure.HandlerLibrary.Loaded;
import dev.inverterflow.snowflake.local.spi.HandlerException;
import java.sql.SQLException;
import java.util.Map;

/**
 * Loads the library in the background and goes through the motions of a call, which takes a few seconds the first time.
 * Runs no statement, so it leaves no trace in any history.
 */
final class Rehearsal implements Runnable {

    private static final String NOBODY = "PUBLIC";
    private static final ObjectName NOTHING = new ObjectName("SNOWFLAKE", "LOCAL", "REHEARSAL");

    private final HandlerLibrary library;
    private final SystemSessions sessions;

    Rehearsal(HandlerLibrary library, SystemSessions sessions) {
        this.library = library;
        this.sessions = sessions;
    }

    @Override
    public void run() {
        try {
            Loaded loaded = library.get();
            loaded.runtime().warmUp();
            rehearse(loaded);
        } catch (HandlerException | SQLException | RuntimeException | LinkageError e) {
            // Closed meanwhile, which the driver wraps in many ways, or not usable: then the first call says so, and
            // loads what it needs by itself.
            return;
        }
    }

    private void rehearse(Loaded loaded) throws HandlerException, SQLException {
        SystemSessionSpec spec = new SystemSessionSpec(
                SystemSessionSpec.SYSTEM_USER, NOBODY, NOTHING.database(), NOTHING.schema(), null, Map.of());
        try (SystemSession session = sessions.open(spec);
                CallScope scope = session.context().enter(new CallFrame(NOTHING, NOBODY, Rights.OWNER))) {
            loaded.runtime().rehearse(HandlerTickets.of(session.context(), scope));
        }
    }
}
