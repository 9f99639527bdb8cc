package dev.inverterflow.procs.html;

import static dev.inverterflow.procs.run.Database.number;

import dev.inverterflow.procs.report.CostSql;
import dev.inverterflow.procs.report.LatencySql;
import dev.inverterflow.procs.run.Database;
import dev.inverterflow.procs.run.Sql;
import dev.inverterflow.procs.run.TimeWindow;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the page shows.
 *
 * @param window time covered, UTC
 * @param renderedAt when, UTC
 * @param flattened what the flattening did: one row
 * @param files what became of the files: one row
 * @param latency percentiles per NUM_FILES and hop
 * @param overTime medians over time, for the chart
 * @param costs lines per day and component
 * @param errors latest errors
 */
record ReportData(
        TimeWindow window,
        String renderedAt,
        Map<String, @Nullable Object> flattened,
        Map<String, @Nullable Object> files,
        List<Map<String, @Nullable Object>> latency,
        List<Map<String, @Nullable Object>> overTime,
        List<Map<String, @Nullable Object>> costs,
        List<Map<String, @Nullable Object>> errors) {

    /** Points that a curve of the chart has at most. */
    private static final long POINTS = 500;

    static ReportData load(Database database, TimeWindow window, String renderedAt) {
        return new ReportData(
                window,
                renderedAt,
                database.table(
                                List.of("runs", "files", "probes", "records", "typed", "rejected", "duplicates"),
                                flattenedSql(window))
                        .get(0),
                database.table(
                                List.of("seen", "loaded", "failed", "flattened", "expected_records", "found_records"),
                                filesSql(window))
                        .get(0),
                database.table(LatencySql.KEYS_BY_NUM_FILES, LatencySql.selectByNumFiles(window)),
                database.table(
                        LatencySql.KEYS_OVER_TIME, LatencySql.selectOverTime(window, sliceSeconds(database, window))),
                database.table(CostSql.KEYS, CostSql.select(window)),
                database.table(List.of("occurred_at", "source", "kind", "message"), errorsSql(window)));
    }

    private static long sliceSeconds(Database database, TimeWindow window) {
        return 1 + number(database.single(lengthSql(window)), 0) / POINTS;
    }

    static String lengthSql(TimeWindow window) {
        return """
                SELECT COALESCE(DATEDIFF(SECOND, MIN(START_SCAN_TIME), MAX(START_SCAN_TIME)), 0)
                FROM INGESTION_FILES
                WHERE %s""".formatted(within("START_SCAN_TIME", window));
    }

    static String flattenedSql(TimeWindow window) {
        return """
                SELECT
                  COUNT(*), COALESCE(SUM(FILES), 0), COALESCE(SUM(PROBES), 0), COALESCE(SUM(RECORDS), 0),
                  COALESCE(SUM(TYPED), 0), COALESCE(SUM(REJECTED), 0), COALESCE(SUM(DUPLICATES), 0)
                FROM PIPELINE_RUNS
                WHERE PROCEDURE_NAME = 'FLATTEN_INVERTER_DATA' AND %s""".formatted(within("FINISHED_AT", window));
    }

    // A file that was not loaded has no scan time; then the notification's time stands in, else when it was found.
    static String filesSql(TimeWindow window) {
        return """
                SELECT
                  COUNT(*), COUNT_IF(START_SCAN_TIME IS NOT NULL), COUNT_IF(STATUS = 'Load failed'),
                  COUNT_IF(FLATTENED_AT IS NOT NULL), COALESCE(SUM(EXPECTED_RECORDS), 0), COALESCE(SUM(RECORDS), 0)
                FROM INGESTION_FILES
                WHERE COALESCE(EXPECTED_RECORDS, 1) > 0 AND %s""".formatted(within("COALESCE(START_SCAN_TIME, RECEIVED_AT, SNAPSHOT_AT)", window));
    }

    static String errorsSql(TimeWindow window) {
        return """
                SELECT TO_VARCHAR(OCCURRED_AT, 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), SOURCE, KIND, MESSAGE
                FROM PIPELINE_ERRORS
                WHERE %s
                ORDER BY OCCURRED_AT DESC
                LIMIT 50""".formatted(within("OCCURRED_AT", window));
    }

    private static String within(String column, TimeWindow window) {
        return column + " >= " + Sql.timestamp(window.from()) + " AND " + column + " < " + Sql.timestamp(window.to());
    }
}
