package dev.inverterflow.snowflake.local.session;

import dev.inverterflow.snowflake.local.error.SnowflakeException;
import dev.inverterflow.snowflake.local.execution.CallScope;
import dev.inverterflow.snowflake.local.execution.ServerAddress;
import dev.inverterflow.snowflake.local.execution.SqlExecutor;
import java.sql.SQLException;

/** The time in which a procedure's body runs. */
final class ProcedureScope implements CallScope {

    private final ServerSession session;
    private final Frame frame;
    private final Current before;
    private final GeneratedObjects made;
    private final Execution caller;
    private final Services services;
    private final String ticket;

    ProcedureScope(
            ServerSession session,
            Frame frame,
            Current before,
            GeneratedObjects made,
            Execution caller,
            Services services) {
        this.session = session;
        this.frame = frame;
        this.before = before;
        this.made = made;
        this.caller = caller;
        this.services = services;
        this.ticket = services.tickets().issue(session, frame);
    }

    @Override
    public String ticket() {
        return ticket;
    }

    @Override
    public ServerAddress server() {
        return services.address().get();
    }

    @Override
    public void onCancel(Runnable stop) {
        caller.onCancel(stop);
    }

    @Override
    public SqlExecutor executor() {
        SessionEntry entry = new SessionEntry(session, frame);
        return (sql, binds) -> services.queries().run(entry, QueryRequest.of(sql, binds));
    }

    @Override
    public void close() throws SQLException {
        caller.onCancel(null);
        services.tickets().revoke(ticket);
        session.leave(frame, before, made);
        if (session.scopes().rollbackFrom(frame.depth())) {
            throw new SnowflakeException(
                    90232,
                    "40000",
                    "Stored procedure execution error: Scoped transaction started in stored procedure is incomplete and it was rolled back.");
        }
    }
}
