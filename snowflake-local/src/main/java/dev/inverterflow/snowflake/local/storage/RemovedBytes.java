package dev.inverterflow.snowflake.local.storage;

import java.time.Instant;

/**
 * What rows of a table that were updated or deleted within an hour had stored.
 *
 * @param bytes by the average of the table's rows
 */
record RemovedBytes(long tableId, Instant hour, double bytes) {}
