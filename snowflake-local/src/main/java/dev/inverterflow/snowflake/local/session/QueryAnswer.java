package dev.inverterflow.snowflake.local.session;

import dev.inverterflow.snowflake.local.error.SnowflakeException;
import dev.inverterflow.snowflake.local.execution.Result;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a query ended, with the state in which it left its session.
 *
 * @param result its result, null if it failed
 * @param error why it failed, null if it did not
 * @param numberOfBinds how many question marks it has; counted for described statements only, 0 for others
 * @param children the statements of a request with several, in order; empty for a single one
 * @param state what is current in the session now
 * @param endedAt when it ended
 */
public record QueryAnswer(
        @Nullable Result result,
        @Nullable SnowflakeException error,
        int numberOfBinds,
        List<PendingQuery> children,
        SessionState state,
        Instant endedAt) {

    public QueryAnswer {
        children = List.copyOf(children);
    }

    /**
     * What is current in a session.
     *
     * @param parameters the parameters that drivers are told, typed as JSON types them
     */
    public record SessionState(
            @Nullable String database,
            @Nullable String schema,
            @Nullable String warehouse,
            String role,
            Map<String, Object> parameters) {}
}
