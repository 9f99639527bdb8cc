package dev.inverterflow.snowflake.local.storage;

import dev.inverterflow.snowflake.local.catalog.ObjectName;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A table as it was last measured.
 *
 * @param permanent whether it has a Fail-safe
 * @param retention its Time Travel
 * @param bytes what its rows store
 * @param droppedOn null while it is there
 */
record StoredTable(
        long id,
        ObjectName name,
        boolean permanent,
        Duration retention,
        Instant createdOn,
        String comment,
        long rows,
        long bytes,
        @Nullable Instant droppedOn) {
    private static final Duration FAIL_SAFE = Duration.ofDays(7);

    /** The same table, which is no longer there. */
    StoredTable dropped(Instant when) {
        return new StoredTable(id, name, permanent, retention, createdOn, comment, rows, bytes, when);
    }

    /** When what is dropped or deleted at a moment leaves Time Travel. */
    Instant endOfTimeTravel(Instant removed) {
        return removed.plus(retention);
    }

    /** When what is dropped or deleted at a moment is gone for good. */
    Instant endOfFailsafe(Instant removed) {
        return permanent ? endOfTimeTravel(removed).plus(FAIL_SAFE) : endOfTimeTravel(removed);
    }

    /** Whether it is dropped and its rows are not kept any more. */
    boolean isGone(Instant now) {
        var when = droppedOn;
        return when != null && (rows == 0 || !endOfFailsafe(when).isAfter(now));
    }
}
