package dev.inverterflow.snowflake.local.session;

import dev.inverterflow.snowflake.local.ast.Statement;
import dev.inverterflow.snowflake.local.execution.Binds;
import dev.inverterflow.snowflake.local.execution.Result;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import dev.inverterflow.snowflake.local.execution.SystemSession;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** A session of the server itself. */
final class ServerOwnSession implements SystemSession {

    /** Ends the session. */
    interface Closing {
        void close() throws SQLException;
    }

    private final ServerSession session;
    private final QueryService queries;
    private final Closing closing;

    ServerOwnSession(ServerSession session, QueryService queries, Closing closing) {
        this.session = session;
        this.queries = queries;
        this.closing = closing;
    }

    @Override
    public Result execute(String sql, Binds binds) {
        return queries.run(new SessionEntry(session, session.rootFrame()), QueryRequest.of(sql, binds));
    }

    @Override
    public Result execute(Statement statement, String text) {
        return queries.run(new SessionEntry(session, session.rootFrame()), statement, text);
    }

    @Override
    public SessionContext context() {
        return session;
    }

    @Override
    public Optional<String> lastQueryId() {
        List<String> ids = session.history().ids();
        return ids.isEmpty() ? Optional.empty() : Optional.of(ids.get(ids.size() - 1));
    }

    @Override
    public void cancel() {
        session.executions().end();
    }

    @Override
    public void close() {
        try {
            closing.close();
        } catch (SQLException failure) {
            throw new IllegalStateException("the engine does not close the session", failure);
        }
    }
}
