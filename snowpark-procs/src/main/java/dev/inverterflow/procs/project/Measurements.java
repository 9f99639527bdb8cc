package dev.inverterflow.procs.project;

import com.snowflake.snowpark_java.Row;
import dev.inverterflow.procs.run.Database;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What this account has measured in the last 30 days, for all NUM_FILES; null where it has not.
 *
 * @param readingBytes uncompressed bytes of a reading in its file
 * @param gzipRatio bytes of a gzip file by those of its content
 * @param flattenSeconds how long a run of FLATTEN takes, s
 * @param latencies from the tick to the raw table, by NUM_FILES
 */
record Measurements(
        @Nullable Double readingBytes,
        @Nullable Double gzipRatio,
        @Nullable Double flattenSeconds,
        Map<Long, Percentiles> latencies) {

    private static final double MILLION = 1e6;

    /** Median and 95th percentile, s. */
    record Percentiles(double p50, double p95) {}

    Measurements {
        latencies = Map.copyOf(latencies);
    }

    static Measurements read(Database database) {
        Row sizes = database.single(ProjectSql.SIZES);
        Map<Long, Percentiles> latencies = new HashMap<>();
        for (Row row : database.rows(ProjectSql.LATENCY)) {
            latencies.put(
                    Database.number(row, 0),
                    new Percentiles(((Number) row.get(1)).doubleValue(), ((Number) row.get(2)).doubleValue()));
        }
        return new Measurements(
                number(sizes.get(0)),
                number(sizes.get(1)),
                number(database.single(ProjectSql.FLATTEN_SECONDS).get(0)),
                latencies);
    }

    /** The figures for one NUM_FILES, with assumptions in the place of what was not measured. */
    Measured of(long numFiles) {
        List<String> assumptions = new ArrayList<>();
        double bytes = orElse(
                readingBytes,
                Measured.ASSUMED_READING_BYTES,
                "bytes of a reading, uncompressed",
                "files loaded in the last 30 days",
                assumptions);
        double ratio = orElse(
                gzipRatio,
                Measured.ASSUMED_GZIP_RATIO,
                "bytes stored per byte of content with gzip",
                "gzip files loaded in the last 30 days",
                assumptions);
        double seconds = orElse(
                flattenSeconds,
                Measured.ASSUMED_FLATTEN_SECONDS,
                "seconds of a run of FLATTEN",
                "runs of the last 30 days that read files",
                assumptions);
        Percentiles latency = latencies.get(numFiles);
        return new Measured(
                bytes,
                ratio,
                seconds,
                latency == null ? null : latency.p50(),
                latency == null ? null : latency.p95(),
                assumptions);
    }

    private static double orElse(
            @Nullable Double measured, double assumed, String what, String where, List<String> assumptions) {
        assumptions.add(
                measured == null
                        ? what + ": " + assumed + ", assumed, since nothing was measured yet"
                        : what + ": " + Math.round(measured * MILLION) / MILLION + ", measured as the mean of "
                                + where);
        return measured == null ? assumed : measured;
    }

    private static @Nullable Double number(@Nullable Object value) {
        return value instanceof Number known ? known.doubleValue() : null;
    }
}
