package dev.inverterflow.snowflake.local.execution;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a session of the server itself starts.
 *
 * @param user the user it runs as; tasks and pipes run as {@code SYSTEM}
 * @param role the role it uses: the owner's of the task or pipe
 * @param database its current database; null if none
 * @param schema its current schema; null if none
 * @param warehouse its current warehouse, null for serverless work
 * @param parameters session parameters that differ from the defaults, by upper-case name
 */
public record SystemSessionSpec(
        String user,
        String role,
        @Nullable String database,
        @Nullable String schema,
        @Nullable String warehouse,
        Map<String, String> parameters) {

    public static final String SYSTEM_USER = "SYSTEM";

    public SystemSessionSpec {
        parameters = Map.copyOf(parameters);
    }
}
