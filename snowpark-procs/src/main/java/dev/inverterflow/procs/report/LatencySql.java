package dev.inverterflow.procs.report;

import static java.util.stream.Collectors.joining;

import dev.inverterflow.procs.run.Sql;
import dev.inverterflow.procs.run.TimeWindow;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** The statements of the latency report. */
public final class LatencySql {

    /** Keys of the result's rows, in the order that {@link #select} gives. */
    static final List<String> KEYS = List.of(
            "hour",
            "num_files",
            "hop",
            "files",
            "negative",
            "p50_seconds",
            "p95_seconds",
            "p99_seconds",
            "max_seconds",
            "flag");

    /** Keys of the rows of {@link #selectByNumFiles}. */
    public static final List<String> KEYS_BY_NUM_FILES = List.of(
            "num_files",
            "hop",
            "files",
            "negative",
            "p50_seconds",
            "p95_seconds",
            "p99_seconds",
            "max_seconds",
            "flag");

    private LatencySql() {}

    static String delete(TimeWindow window) {
        return "DELETE FROM INGESTION_LATENCY WHERE HOUR >= %s AND HOUR < %s"
                .formatted(Sql.timestamp(window.from()), Sql.timestamp(window.to()));
    }

    static String insert(TimeWindow window, String runId) {
        return """
                INSERT INTO INGESTION_LATENCY
                  (HOUR, NUM_FILES, HOP, HOP_ORDER, FILES, NEGATIVE, P50_SECONDS, P95_SECONDS, P99_SECONDS, MAX_SECONDS,
                   FLAG, COMMITTED_SOURCE, COMPUTED_AT, RUN_ID)
                %s
                SELECT
                  HOUR, NUM_FILES, HOP, HOP_ORDER,
                %s,
                  MAX(COMMITTED_SOURCE), SYSDATE(), %s
                FROM HOPS
                GROUP BY HOUR, NUM_FILES, HOP, HOP_ORDER
                HAVING COUNT(SECONDS) > 0""".formatted(hops(window), STATISTICS, Sql.text(runId));
    }

    static String select(TimeWindow window) {
        return """
                SELECT
                  TO_VARCHAR(HOUR, 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), NUM_FILES, HOP, FILES, NEGATIVE,
                  P50_SECONDS, P95_SECONDS, P99_SECONDS, MAX_SECONDS, FLAG
                FROM INGESTION_LATENCY
                WHERE HOUR >= %s AND HOUR < %s
                ORDER BY HOUR, NUM_FILES, HOP_ORDER""".formatted(Sql.timestamp(window.from()), Sql.timestamp(window.to()));
    }

    /** The same figures over the whole window, since percentiles of hours cannot be averaged. */
    public static String selectByNumFiles(TimeWindow window) {
        return """
                %s
                SELECT
                  NUM_FILES, HOP,
                %s
                FROM HOPS
                GROUP BY NUM_FILES, HOP, HOP_ORDER
                HAVING COUNT(SECONDS) > 0
                ORDER BY NUM_FILES, HOP_ORDER""".formatted(hops(window), STATISTICS);
    }

    /** Keys of the rows of {@link #selectOverTime}. */
    public static final List<String> KEYS_OVER_TIME = List.of("second", "hop", "p50_seconds");

    /**
     * Medians per slice of the window, for a chart.
     *
     * @param sliceSeconds length of a slice, s
     */
    public static String selectOverTime(TimeWindow window, long sliceSeconds) {
        return """
                %s
                SELECT
                  FLOOR(SCAN_SECOND / %2$d) * %2$d, HOP,
                  PERCENTILE_CONT(0.5) WITHIN GROUP (ORDER BY IFF(SECONDS >= 0, SECONDS, NULL))
                FROM HOPS
                GROUP BY 1, HOP, HOP_ORDER
                HAVING COUNT_IF(SECONDS >= 0) > 0
                ORDER BY 1, HOP_ORDER""".formatted(hops(window), sliceSeconds);
    }

    // A negative hop is no latency but a broken clock: counted and named, never averaged in.
    private static final String STATISTICS = """
              COUNT_IF(SECONDS >= 0),
              COUNT_IF(SECONDS < 0),
              PERCENTILE_CONT(0.5) WITHIN GROUP (ORDER BY IFF(SECONDS >= 0, SECONDS, NULL)),
              PERCENTILE_CONT(0.95) WITHIN GROUP (ORDER BY IFF(SECONDS >= 0, SECONDS, NULL)),
              PERCENTILE_CONT(0.99) WITHIN GROUP (ORDER BY IFF(SECONDS >= 0, SECONDS, NULL)),
              MAX(IFF(SECONDS >= 0, SECONDS, NULL)),
              IFF(COUNT_IF(SECONDS < 0) > 0, MAX(CAUSE), NULL)""";

    // Probes are left out; files with a name that is not ours are kept, with NUM_FILES NULL.
    private static String hops(TimeWindow window) {
        return """
                WITH HOPS AS (
                  SELECT
                    DATE_TRUNC('HOUR', f.START_SCAN_TIME) AS HOUR,
                    DATE_PART(EPOCH_SECOND, f.START_SCAN_TIME) AS SCAN_SECOND,
                    f.NUM_FILES, f.COMMITTED_SOURCE, h.HOP, h.HOP_ORDER, h.CAUSE,
                    (CASE h.HOP
                      %s
                    END)::FLOAT / 1000 AS SECONDS
                  FROM INGESTION_FILES f
                  CROSS JOIN (VALUES
                    %s
                  ) AS h (HOP, HOP_ORDER, CAUSE)
                  WHERE f.START_SCAN_TIME >= %s AND f.START_SCAN_TIME < %s
                    AND COALESCE(f.EXPECTED_RECORDS, 1) > 0
                )""".formatted(
                        each("\n      ", Hop::branch),
                        each(",\n    ", Hop::row),
                        Sql.timestamp(window.from()),
                        Sql.timestamp(window.to()));
    }

    private static String each(String separator, Function<Hop, String> text) {
        return Arrays.stream(Hop.values()).map(text).collect(joining(separator));
    }
}
