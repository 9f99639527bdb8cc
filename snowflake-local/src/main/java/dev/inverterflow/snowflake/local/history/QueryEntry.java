package dev.inverterflow.snowflake.local.history;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A query that runs or ran.
 *
 * @param text its text without secrets
 * @param type its kind, {@code SELECT}; {@code UNKNOWN} while it is not parsed
 * @param place where it ran
 * @param tag the QUERY_TAG of its session, empty if it has none
 * @param transaction the transaction it is part of, 0 for none
 * @param hasBinds whether values are bound to it
 * @param end how it ended; null while it runs
 */
public record QueryEntry(
        String id,
        String text,
        String type,
        Place place,
        String tag,
        long transaction,
        boolean hasBinds,
        Instant startedAt,
        @Nullable End end) {

    /**
     * Where a query runs.
     *
     * @param session number of the session
     * @param warehouse null for none
     * @param warehouseSize as SHOW WAREHOUSES writes it; null for none
     */
    public record Place(
            long session,
            String user,
            String role,
            @Nullable String database,
            @Nullable String schema,
            @Nullable String warehouse,
            @Nullable String warehouseSize) {}

    /**
     * How a query ended.
     *
     * @param errorCode null if it succeeded
     * @param errorMessage null if it succeeded
     */
    public record End(
            Instant at,
            @Nullable Integer errorCode,
            @Nullable String errorMessage,
            Rows rows) {}

    /**
     * How many rows a query had to do with.
     *
     * @param produced the rows of its result, or those that it changed
     */
    public record Rows(long produced, long inserted, long updated, long deleted) {}

    QueryEntry withType(String newType) {
        return new QueryEntry(id, text, newType, place, tag, transaction, hasBinds, startedAt, end);
    }

    QueryEntry ended(End newEnd) {
        return new QueryEntry(id, text, type, place, tag, transaction, hasBinds, startedAt, newEnd);
    }
}
