package dev.inverterflow.local;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What one run is asked to do.
 *
 * @param batches ticks of the client, at least 1
 * @param interval time between ticks, whole seconds, at least 1 s
 * @param inverters readings per tick
 * @param files files per tick (NUM_FILES)
 * @param keep directory that keeps objects, spool and report after the run; null for one that is removed
 * @param s3Port loopback port of the embedded S3, 0 for a free one
 * @param snowflakePort loopback port of the stand-in, 0 for a free one
 */
record LocalOptions(
        int batches,
        Duration interval,
        int inverters,
        int files,
        @Nullable Path keep,
        int s3Port,
        int snowflakePort) {}
