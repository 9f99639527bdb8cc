package dev.inverterflow.procs.report;

import static java.util.stream.Collectors.joining;

import dev.inverterflow.procs.run.Sql;
import dev.inverterflow.procs.run.TimeWindow;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * The statements of the latency report.
 *
 * <p>Percentiles are those of PERCENTILE_CONT: of n sorted values the one at position 1 + p × (n − 1), interpolated linearly
 * between its neighbours.
 */
public final class LatencySql {

    /** The wait of the task FLATTEN, which is no hop of a file. */
    static final String TASK_WAIT = "FLATTEN_SCHEDULED_TO_STARTED";

    /** No hop takes that long unless something is wrong, s. */
    private static final int ABSURD_SECONDS = 86_400;

    /** A clock that is wrong by more is wrong by a time zone, s. */
    private static final int TIME_ZONE_SECONDS = 1_700;

    /** Keys of the result's rows, in the order that {@link #select} gives. */
    static final List<String> KEYS = List.of(
            "hour",
            "num_files",
            "hop",
            "files",
            "negative",
            "absurd",
            "p50_seconds",
            "p95_seconds",
            "p99_seconds",
            "max_seconds",
            "flag",
            "committed_source");

    /** Keys of the rows of {@link #selectByNumFiles}. */
    public static final List<String> KEYS_BY_NUM_FILES = List.of(
            "num_files",
            "hop",
            "files",
            "negative",
            "absurd",
            "p50_seconds",
            "p95_seconds",
            "p99_seconds",
            "max_seconds",
            "flag",
            "committed_source");

    private LatencySql() {}

    static String delete(TimeWindow window) {
        return "DELETE FROM INGESTION_LATENCY WHERE HOUR >= %s AND HOUR < %s"
                .formatted(Sql.timestamp(window.from()), Sql.timestamp(window.to()));
    }

    static String insert(TimeWindow window, String runId) {
        return """
                INSERT INTO INGESTION_LATENCY
                  (HOUR, NUM_FILES, HOP, HOP_ORDER, FILES, NEGATIVE, ABSURD, P50_SECONDS, P95_SECONDS, P99_SECONDS, MAX_SECONDS,
                   FLAG, COMMITTED_SOURCE, COMPUTED_AT, RUN_ID)
                %s
                SELECT
                  HOUR, NUM_FILES, HOP, HOP_ORDER,
                %s,
                  SYSDATE(), %s
                FROM HOPS
                GROUP BY HOUR, NUM_FILES, HOP, HOP_ORDER
                HAVING COUNT(SECONDS) > 0""".formatted(hops(window), STATISTICS, Sql.text(runId));
    }

    /**
     * The wait of the task FLATTEN, from when it was due to when it began, per hour in which it was due. From the view that
     * keeps a year and has no limit of rows; it is up to 45 minutes late, and the next run of the report catches up.
     */
    static String insertTaskWaits(TimeWindow window, String runId) {
        return """
                INSERT INTO INGESTION_LATENCY
                  (HOUR, NUM_FILES, HOP, HOP_ORDER, FILES, NEGATIVE, ABSURD, P50_SECONDS, P95_SECONDS, P99_SECONDS, MAX_SECONDS,
                   FLAG, COMMITTED_SOURCE, COMPUTED_AT, RUN_ID)
                WITH WAITS AS (
                  SELECT
                    CONVERT_TIMEZONE('UTC', SCHEDULED_TIME)::TIMESTAMP_NTZ AS SCHEDULED_AT,
                    DATEDIFF(MILLISECOND, SCHEDULED_TIME, QUERY_START_TIME)::FLOAT / 1000 AS SECONDS,
                    'clocks inside Snowflake differ' AS NEGATIVE_CAUSE,
                    'a day or longer: the run before took that long' AS ABSURD_CAUSE,
                    NULL::VARCHAR AS COMMITTED_SOURCE
                  FROM SNOWFLAKE.ACCOUNT_USAGE.TASK_HISTORY
                  WHERE DATABASE_NAME = CURRENT_DATABASE() AND SCHEMA_NAME = CURRENT_SCHEMA() AND NAME = 'FLATTEN'
                    AND QUERY_START_TIME IS NOT NULL AND SCHEDULED_TIME >= DATEADD(DAY, -1, %1$s)::TIMESTAMP_LTZ
                ),
                HOPS AS (
                  SELECT *, IFF(SECONDS >= 0 AND SECONDS < %3$d, SECONDS, NULL) AS COUNTED
                  FROM WAITS
                  WHERE SCHEDULED_AT >= %1$s AND SCHEDULED_AT < %2$s
                )
                SELECT
                  DATE_TRUNC('HOUR', SCHEDULED_AT), NULL, '%4$s', 10,
                %5$s,
                  SYSDATE(), %6$s
                FROM HOPS
                GROUP BY DATE_TRUNC('HOUR', SCHEDULED_AT)""".formatted(
                        Sql.timestamp(window.from()),
                        Sql.timestamp(window.to()),
                        ABSURD_SECONDS,
                        TASK_WAIT,
                        STATISTICS,
                        Sql.text(runId));
    }

    /** The hops of files. */
    static String select(TimeWindow window) {
        return select(window, "<>");
    }

    /** The waits of the task, with the same keys; {@code files} counts its runs. */
    static String selectTaskWaits(TimeWindow window) {
        return select(window, "=");
    }

    private static String select(TimeWindow window, String comparison) {
        return """
                SELECT
                  TO_VARCHAR(HOUR, 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), NUM_FILES, HOP, FILES, NEGATIVE, ABSURD,
                  P50_SECONDS, P95_SECONDS, P99_SECONDS, MAX_SECONDS, FLAG, COMMITTED_SOURCE
                FROM INGESTION_LATENCY
                WHERE HOUR >= %s AND HOUR < %s AND HOP %s '%s'
                ORDER BY HOUR, NUM_FILES, HOP_ORDER""".formatted(Sql.timestamp(window.from()), Sql.timestamp(window.to()), comparison, TASK_WAIT);
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
                  PERCENTILE_CONT(0.5) WITHIN GROUP (ORDER BY COUNTED)
                FROM HOPS
                GROUP BY 1, HOP, HOP_ORDER
                HAVING COUNT(COUNTED) > 0
                ORDER BY 1, HOP_ORDER""".formatted(hops(window), sliceSeconds);
    }

    // A negative hop is no latency but a broken clock, one of a day no latency but an outage: counted and named, never
    // averaged in.
    private static final String STATISTICS = """
              COUNT(COUNTED),
              COUNT_IF(SECONDS < 0),
              COUNT_IF(SECONDS >= %1$d),
              PERCENTILE_CONT(0.5) WITHIN GROUP (ORDER BY COUNTED),
              PERCENTILE_CONT(0.95) WITHIN GROUP (ORDER BY COUNTED),
              PERCENTILE_CONT(0.99) WITHIN GROUP (ORDER BY COUNTED),
              MAX(COUNTED),
              NULLIF(
                CASE
                  WHEN MIN(SECONDS) <= -%2$d THEN 'below 0 s by about half an hour or more: a time that is not UTC'
                  WHEN MIN(SECONDS) < 0 THEN MAX(NEGATIVE_CAUSE)
                  ELSE ''
                END
                || IFF(MIN(SECONDS) < 0 AND MAX(SECONDS) >= %1$d, '; ', '')
                || IFF(MAX(SECONDS) >= %1$d, MAX(ABSURD_CAUSE), ''), ''),
              IFF(
                MIN(COMMITTED_SOURCE) = MAX(COMMITTED_SOURCE), MAX(COMMITTED_SOURCE),
                MIN(COMMITTED_SOURCE) || ', ' || MAX(COMMITTED_SOURCE))""".formatted(ABSURD_SECONDS, TIME_ZONE_SECONDS);

    // Probes are left out; files with a name that is not ours are kept, with NUM_FILES NULL.
    private static String hops(TimeWindow window) {
        return """
                WITH STEPS AS (
                  SELECT
                    DATE_TRUNC('HOUR', f.START_SCAN_TIME) AS HOUR,
                    DATE_PART(EPOCH_SECOND, f.START_SCAN_TIME) AS SCAN_SECOND,
                    f.NUM_FILES, f.COMMITTED_SOURCE, h.HOP, h.HOP_ORDER, h.NEGATIVE_CAUSE, h.ABSURD_CAUSE,
                    (CASE h.HOP
                      %s
                    END)::FLOAT / 1000 AS SECONDS
                  FROM INGESTION_FILES f
                  CROSS JOIN (VALUES
                    %s
                  ) AS h (%s)
                  WHERE f.START_SCAN_TIME >= %s AND f.START_SCAN_TIME < %s
                    AND COALESCE(f.EXPECTED_RECORDS, 1) > 0
                ),
                HOPS AS (
                  SELECT *, IFF(SECONDS >= 0 AND SECONDS < %d, SECONDS, NULL) AS COUNTED
                  FROM STEPS
                )""".formatted(
                        each("\n      ", Hop::branch),
                        each(",\n    ", Hop::row),
                        Hop.COLUMNS,
                        Sql.timestamp(window.from()),
                        Sql.timestamp(window.to()),
                        ABSURD_SECONDS);
    }

    private static String each(String separator, Function<Hop, String> text) {
        return Arrays.stream(Hop.values()).map(text).collect(joining(separator));
    }
}
