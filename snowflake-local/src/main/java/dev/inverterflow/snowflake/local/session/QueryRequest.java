package dev.inverterflow.snowflake.local.session;

import dev.inverterflow.snowflake.local.execution.Binds;
import java.util.Map;

/**
 * A statement that a client wants run.
 *
 * @param requestId the client's own id: a request that arrives again is not run again; empty if it has none
 * @param sql the text
 * @param binds the values of its question marks
 * @param mode whether it is run or only described
 * @param async whether the client goes on without waiting for its end
 * @param parameters session parameters for this statement alone
 */
public record QueryRequest(
        String requestId, String sql, Binds binds, Mode mode, boolean async, Map<String, String> parameters) {

    /** What to do with the statement. */
    public enum Mode {
        RUN,
        /** Tell its columns and binds, without any effect. */
        DESCRIBE
    }

    public QueryRequest {
        parameters = Map.copyOf(parameters);
    }

    /** A statement of the server's own. */
    static QueryRequest of(String sql, Binds binds) {
        return new QueryRequest("", sql, binds, Mode.RUN, false, Map.of());
    }
}
