package dev.inverterflow.procs.html;

import dev.inverterflow.procs.run.Sql;
import dev.inverterflow.procs.run.TimeWindow;
import java.time.LocalDateTime;
import java.util.List;

/** The statements of the page. Each reads its table once, bounded by the window. */
final class ReportSql {

    static final List<String> KEYS_FLATTENED =
            List.of("runs", "files", "probes", "records", "typed", "rejected", "duplicates");
    static final List<String> KEYS_FILES = List.of(
            "seen", "loaded", "failed", "flattened", "expected_records", "found_records", "bytes", "scan_seconds");
    static final List<String> KEYS_READINGS = List.of("readings", "inverters", "seconds");
    static final List<String> KEYS_POWER = List.of("second", "pac", "inverters");
    static final List<String> KEYS_BATCHES = List.of("second", "status", "batches", "expected_records", "records");
    static final List<String> KEYS_PROBLEMS = List.of(
            "batch_time", "client_id", "status", "parts", "parts_seen", "parts_loaded", "expected_records", "records");
    static final List<String> KEYS_ERRORS =
            List.of("occurred_at", "state", "occurrences", "source", "kind", "message", "all_errors", "open_errors");

    /** Errors and broken batches that the page lists at most. */
    static final int LISTED = 50;

    private static final String INSTANT = "'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"'";

    private ReportSql() {}

    static String flattened(TimeWindow window) {
        return """
                SELECT
                  COUNT(*), COALESCE(SUM(FILES), 0), COALESCE(SUM(PROBES), 0), COALESCE(SUM(RECORDS), 0),
                  COALESCE(SUM(TYPED), 0), COALESCE(SUM(REJECTED), 0), COALESCE(SUM(DUPLICATES), 0)
                FROM PIPELINE_RUNS
                WHERE PROCEDURE_NAME = 'FLATTEN_INVERTER_DATA' AND %s""".formatted(within("FINISHED_AT", window));
    }

    // A file that was not loaded has no scan time; then the notification's time stands in, else when it was found.
    static String files(TimeWindow window) {
        return """
                SELECT
                  COUNT(*), COUNT_IF(START_SCAN_TIME IS NOT NULL), COUNT_IF(STATUS = 'Load failed'),
                  COUNT_IF(FLATTENED_AT IS NOT NULL), COALESCE(SUM(EXPECTED_RECORDS), 0), COALESCE(SUM(RECORDS), 0),
                  COALESCE(SUM(FILE_SIZE), 0), COALESCE(DATEDIFF(SECOND, MIN(START_SCAN_TIME), MAX(START_SCAN_TIME)), 0)
                FROM INGESTION_FILES
                WHERE COALESCE(EXPECTED_RECORDS, 1) > 0 AND %s""".formatted(within("COALESCE(START_SCAN_TIME, RECEIVED_AT, SNAPSHOT_AT)", window));
    }

    static String readings(TimeWindow window) {
        return """
                SELECT
                  COUNT(*), COUNT(DISTINCT INVERTER_ID), COALESCE(DATEDIFF(SECOND, MIN(READING_TIME), MAX(READING_TIME)), 0)
                FROM INVERTER_READINGS
                WHERE %s""".formatted(withinDates(window));
    }

    /** The mean of each inverter in a slice, summed: an inverter that reports twice as often does not count twice. */
    static String power(TimeWindow window, long sliceSeconds) {
        return """
                SELECT SECOND, SUM(PAC), COUNT(*)
                FROM (
                  SELECT
                    DATE_PART(EPOCH_SECOND, READING_TIME) - MOD(DATE_PART(EPOCH_SECOND, READING_TIME), %1$d) AS SECOND,
                    INVERTER_ID, AVG(PAC) AS PAC
                  FROM INVERTER_READINGS
                  WHERE %2$s
                  GROUP BY 1, INVERTER_ID
                )
                GROUP BY SECOND
                ORDER BY SECOND""".formatted(sliceSeconds, withinDates(window));
    }

    static String batches(TimeWindow window, long sliceSeconds) {
        return """
                SELECT
                  DATE_PART(EPOCH_SECOND, BATCH_TIME) - MOD(DATE_PART(EPOCH_SECOND, BATCH_TIME), %1$d), STATUS, COUNT(*),
                  COALESCE(SUM(EXPECTED_RECORDS), 0), COALESCE(SUM(RECORDS), 0)
                FROM INGESTION_BATCHES
                WHERE %2$s
                GROUP BY 1, STATUS
                ORDER BY 1, STATUS""".formatted(sliceSeconds, within("BATCH_TIME", window));
    }

    static String problems(TimeWindow window) {
        return """
                SELECT
                  TO_VARCHAR(BATCH_TIME, %s), CLIENT_ID, STATUS, PARTS, COALESCE(PARTS_SEEN, 'none'), PARTS_LOADED,
                  EXPECTED_RECORDS, RECORDS
                FROM INGESTION_BATCHES
                WHERE STATUS NOT IN ('COMPLETE', 'WAITING') AND %s
                ORDER BY BATCH_TIME DESC
                LIMIT %d""".formatted(INSTANT, within("BATCH_TIME", window), LISTED);
    }

    static String errors(TimeWindow window) {
        return """
                SELECT
                  TO_VARCHAR(OCCURRED_AT, %s), IFF(RESOLVED_AT IS NULL, 'open', 'resolved'), OCCURRENCES, SOURCE, KIND, MESSAGE,
                  COUNT(*) OVER (), COUNT_IF(RESOLVED_AT IS NULL) OVER ()
                FROM PIPELINE_ERRORS
                WHERE %s
                ORDER BY RESOLVED_AT IS NOT NULL, OCCURRED_AT DESC
                LIMIT %d""".formatted(INSTANT, within("OCCURRED_AT", window), LISTED);
    }

    private static String within(String column, TimeWindow window) {
        return between(column, Sql.timestamp(window.from()), Sql.timestamp(window.to()));
    }

    private static String withinDates(TimeWindow window) {
        return between("READING_DATE", date(window.from()), date(window.to()));
    }

    private static String date(LocalDateTime midnight) {
        return Sql.date(midnight.toLocalDate());
    }

    private static String between(String column, String from, String to) {
        return column + " >= " + from + " AND " + column + " < " + to;
    }
}
