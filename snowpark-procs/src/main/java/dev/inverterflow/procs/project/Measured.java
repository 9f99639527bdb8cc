package dev.inverterflow.procs.project;

import com.snowflake.snowpark_java.Row;
import dev.inverterflow.procs.run.Database;
import java.util.ArrayList;
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

    static Measured read(Database database, ProjectOptions options) {
        List<String> assumptions = new ArrayList<>();
        Row sizes = database.single(ProjectSql.SIZES);
        Row latency = database.single(ProjectSql.LATENCY, options.numFiles());
        double readingBytes = orElse(
                sizes.get(0),
                ASSUMED_READING_BYTES,
                "bytes of a reading, uncompressed",
                "files loaded so far",
                assumptions);
        double gzipRatio = orElse(
                sizes.get(1),
                ASSUMED_GZIP_RATIO,
                "bytes stored per byte of content with gzip",
                "gzip files loaded so far",
                assumptions);
        double flattenSeconds = orElse(
                database.single(ProjectSql.FLATTEN_SECONDS).get(0),
                ASSUMED_FLATTEN_SECONDS,
                "seconds of a run of FLATTEN",
                "runs that read files",
                assumptions);
        return new Measured(
                readingBytes, gzipRatio, flattenSeconds, number(latency.get(0)), number(latency.get(1)), assumptions);
    }

    private static double orElse(
            @Nullable Object measured, double assumed, String what, String where, List<String> assumptions) {
        Double value = number(measured);
        assumptions.add(
                value == null
                        ? what + ": " + assumed + ", assumed, since nothing was measured yet"
                        : what + ": " + value + ", measured as the mean of " + where);
        return value == null ? assumed : value;
    }

    private static @Nullable Double number(@Nullable Object value) {
        return value instanceof Number known ? known.doubleValue() : null;
    }
}
