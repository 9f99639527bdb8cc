package dev.inverterflow.snowflake.local.storage;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a database stored on average on a day of UTC.
 *
 * @param bytes tables and what Time Travel keeps of them
 * @param failsafe what Fail-safe keeps
 * @param deletedOn when the database was dropped; null if it was not
 */
public record DatabaseDay(
        LocalDate day,
        String database,
        double bytes,
        double failsafe,
        @Nullable Instant deletedOn) {}
