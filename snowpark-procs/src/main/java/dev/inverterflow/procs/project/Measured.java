package dev.inverterflow.procs.project;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What this account has measured so far of the figures a projection needs, or the assumption in its place.
 *
 * @param readingBytes uncompressed bytes of a reading in its file
 * @param gzipRatio bytes of a gzip file by those of its content
 * @param flattenSeconds how long a run of FLATTEN takes, s
 * @param p50Seconds median from the tick to the raw table for this NUM_FILES, s; null if it was never measured
 * @param p95Seconds 95th percentile of the same, s; null if it was never measured
 * @param assumptions one sentence for each figure, saying where it comes from
 */
record Measured(
        double readingBytes,
        double gzipRatio,
        double flattenSeconds,
        @Nullable Double p50Seconds,
        @Nullable Double p95Seconds,
        List<String> assumptions) {

    /** Of one reading as the client writes it: 13 fields, 280 to 300 bytes. */
    static final double ASSUMED_READING_BYTES = 290;

    /** Readings repeat their field names; gzip at its default level brings them to about an eighth. */
    static final double ASSUMED_GZIP_RATIO = 0.125;

    static final double ASSUMED_FLATTEN_SECONDS = 5;

    Measured {
        assumptions = List.copyOf(assumptions);
    }
}
