package dev.inverterflow.snowflake.local.storage;

import dev.inverterflow.snowflake.local.catalog.ObjectName;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a table is charged for at a moment, all in bytes.
 *
 * @param permanent whether it has a Fail-safe
 * @param active its rows; of a dropped table those it would have again
 * @param timeTravel rows updated or deleted within its Time Travel
 * @param failsafe what is past that and in its Fail-safe
 * @param droppedOn null while it is there
 * @param inFailsafeSince null unless it is dropped and past its Time Travel
 */
public record TableUse(
        long id,
        ObjectName name,
        boolean permanent,
        long active,
        long timeTravel,
        long failsafe,
        Instant createdOn,
        @Nullable Instant droppedOn,
        @Nullable Instant inFailsafeSince,
        String comment) {}
