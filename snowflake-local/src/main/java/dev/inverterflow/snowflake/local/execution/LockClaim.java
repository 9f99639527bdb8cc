package dev.inverterflow.snowflake.local.execution;

import dev.inverterflow.snowflake.local.catalog.ObjectName;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A lock that a transaction holds or waits for.
 *
 * @param table the table, or the stream
 * @param transaction who holds it or waits
 * @param queryId the statement that took it or waits for it
 * @param acquiredOn since when it is held; null while it is waited for
 */
public record LockClaim(
        ObjectName table,
        OpenTransaction transaction,
        String queryId,
        @Nullable Instant acquiredOn) {}
