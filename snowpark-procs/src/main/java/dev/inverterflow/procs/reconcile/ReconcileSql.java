package dev.inverterflow.procs.reconcile;

import static java.util.stream.Collectors.joining;

import dev.inverterflow.procs.history.FileName;
import dev.inverterflow.procs.run.Sql;
import dev.inverterflow.procs.run.TimeWindow;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;

/**
 * The statements of the reconciliation.
 *
 * @param settled what is older has had its time; younger batches may still be on their way
 */
record ReconcileSql(TimeWindow window, LocalDateTime settled, String runId) {

    /** Ticks before the window tell the cadence, and whether a client fell silent before it. */
    private static final Duration LOOK_BACK = Duration.ofDays(1);

    /** ALTER PIPE … REFRESH takes no files that were staged earlier. */
    private static final int REFRESH_DAYS = 7;

    static String list(LocalDate date) {
        return "LIST @INVERTER_STAGE/" + date + "/";
    }

    /** After a LIST: what the stage holds. The weekday is cut off, and the day padded to two digits. */
    static String mergeListed() {
        return """
                MERGE INTO INGESTION_FILES t
                USING (
                  WITH LISTED AS (
                    SELECT
                      REGEXP_REPLACE("name", '^s3://[^/]+/', '') AS FILE_NAME,
                      "size" AS FILE_SIZE,
                      LPAD(REGEXP_REPLACE("last_modified", '^[A-Za-z]+, | GMT$', ''), 20, '0') AS MODIFIED
                    FROM TABLE(RESULT_SCAN(LAST_QUERY_ID()))
                  )
                  SELECT
                    FILE_NAME, FILE_SIZE, TRY_TO_TIMESTAMP_NTZ(MODIFIED, 'DD MON YYYY HH24:MI:SS') AS FILE_LAST_MODIFIED,
                    %s
                  FROM LISTED
                ) s
                ON t.FILE_NAME = s.FILE_NAME
                WHEN MATCHED AND t.LISTED_AT IS NULL THEN
                  UPDATE SET
                    LISTED_AT = SYSDATE(), FILE_SIZE = COALESCE(t.FILE_SIZE, s.FILE_SIZE),
                    FILE_LAST_MODIFIED = COALESCE(t.FILE_LAST_MODIFIED, s.FILE_LAST_MODIFIED)
                WHEN NOT MATCHED THEN
                  INSERT (FILE_NAME, FILE_SIZE, FILE_LAST_MODIFIED, %s, LISTED_AT, SNAPSHOT_AT)
                  VALUES (s.FILE_NAME, s.FILE_SIZE, s.FILE_LAST_MODIFIED, s.%s, SYSDATE(), SYSDATE())""".formatted(FileName.SELECTED, FileName.COLUMNS, FileName.COLUMNS.replace(", ", ", s."));
    }

    String delete() {
        return "DELETE FROM INGESTION_BATCHES WHERE " + within("BATCH_TIME");
    }

    /**
     * One row per batch of the window: those of which a file is known, and those that are absent. A client's cadence is the
     * median distance of its ticks; where the distance is longer, ticks are missing, and so they are after its last tick.
     */
    String insert() {
        return """
                INSERT INTO INGESTION_BATCHES
                  (BATCH_TIME, CLIENT_ID, CLIENT_RUN, PARTS, PARTS_UPLOADED, PARTS_LOADED, PARTS_FLATTENED, PARTS_SEEN,
                   EXPECTED_RECORDS, RECORDS, TYPED, REJECTED, DUPLICATES, STATUS, RECONCILED_AT, RUN_ID)
                WITH FILES AS (
                  SELECT
                    GENERATED_AT, CLIENT_ID, CLIENT_RUN, PART, NUM_FILES, EXPECTED_RECORDS, RECORDS, TYPED, REJECTED, DUPLICATES,
                    START_SCAN_TIME IS NOT NULL AS LOADED,
                    FLATTENED_AT IS NOT NULL AS FLATTENED,
                    START_SCAN_TIME IS NULL AND COALESCE(STATUS, 'Load in progress') <> 'Load in progress' AS FAILED,
                    START_SCAN_TIME IS NULL AND STATUS IS NULL AND COALESCE(FILE_LAST_MODIFIED, SNAPSHOT_AT) <= %1$s AS LOST,
                    FLATTENED_AT IS NULL AND COALESCE(START_SCAN_TIME <= %1$s, FALSE) AS STUCK
                  FROM INGESTION_FILES
                  WHERE GENERATED_AT >= %2$s AND GENERATED_AT < %3$s AND EXPECTED_RECORDS > 0
                ),
                UPLOADED AS (
                  SELECT
                    GENERATED_AT AS BATCH_TIME, CLIENT_ID, CLIENT_RUN,
                    MAX(NUM_FILES) AS PARTS, COUNT(DISTINCT PART) AS PARTS_UPLOADED,
                    COUNT_IF(LOADED) AS PARTS_LOADED, COUNT_IF(FLATTENED) AS PARTS_FLATTENED,
                    LISTAGG(PART, ',') WITHIN GROUP (ORDER BY PART) AS PARTS_SEEN,
                    SUM(EXPECTED_RECORDS) AS EXPECTED_RECORDS, COALESCE(SUM(RECORDS), 0) AS RECORDS,
                    COALESCE(SUM(TYPED), 0) AS TYPED, COALESCE(SUM(REJECTED), 0) AS REJECTED,
                    COALESCE(SUM(DUPLICATES), 0) AS DUPLICATES,
                    COUNT_IF(FAILED) AS LOAD_FAILED, COUNT_IF(LOST) AS EVENT_LOST, COUNT_IF(STUCK) AS FLATTEN_FAILED
                  FROM FILES
                  GROUP BY GENERATED_AT, CLIENT_ID, CLIENT_RUN
                ),
                TICKS AS (
                  SELECT CLIENT_ID, BATCH_TIME, MAX(PARTS) AS PARTS
                  FROM UPLOADED
                  GROUP BY CLIENT_ID, BATCH_TIME
                ),
                STEPS AS (
                  SELECT
                    CLIENT_ID, BATCH_TIME, PARTS,
                    LEAD(BATCH_TIME) OVER (PARTITION BY CLIENT_ID ORDER BY BATCH_TIME) AS NEXT_TIME
                  FROM TICKS
                ),
                CADENCES AS (
                  SELECT
                    CLIENT_ID,
                    PERCENTILE_DISC(0.5) WITHIN GROUP (ORDER BY DATEDIFF(SECOND, BATCH_TIME, NEXT_TIME)) AS CADENCE_SECONDS
                  FROM STEPS
                  WHERE DATEDIFF(SECOND, BATCH_TIME, NEXT_TIME) > 0
                  GROUP BY CLIENT_ID
                  HAVING COUNT(*) >= 2
                ),
                GAPS AS (
                  SELECT
                    s.CLIENT_ID, s.BATCH_TIME, s.PARTS, c.CADENCE_SECONDS,
                    CASE
                      WHEN s.NEXT_TIME IS NOT NULL
                        THEN ROUND(DATEDIFF(SECOND, s.BATCH_TIME, s.NEXT_TIME) / c.CADENCE_SECONDS) - 1
                      ELSE CEIL(DATEDIFF(SECOND, s.BATCH_TIME, %4$s) / c.CADENCE_SECONDS) - 1
                    END AS MISSING
                  FROM STEPS s JOIN CADENCES c ON c.CLIENT_ID = s.CLIENT_ID
                ),
                NUMBERS AS (
                  SELECT ROW_NUMBER() OVER (ORDER BY SEQ4()) AS N
                  FROM TABLE(GENERATOR(ROWCOUNT => %5$d))
                ),
                ABSENT AS (
                  SELECT g.CLIENT_ID, g.PARTS, DATEADD(SECOND, n.N * g.CADENCE_SECONDS, g.BATCH_TIME) AS BATCH_TIME
                  FROM GAPS g JOIN NUMBERS n ON n.N <= g.MISSING
                  WHERE g.MISSING > 0
                ),
                BATCHES AS (
                  SELECT *, BATCH_TIME <= %1$s AS OLD
                  FROM UPLOADED
                  UNION ALL
                  SELECT BATCH_TIME, CLIENT_ID, NULL, PARTS, 0, 0, 0, NULL, NULL, 0, 0, 0, 0, 0, 0, 0, TRUE
                  FROM ABSENT
                  WHERE BATCH_TIME <= %1$s
                )
                SELECT
                  BATCH_TIME, CLIENT_ID, CLIENT_RUN, PARTS, PARTS_UPLOADED, PARTS_LOADED, PARTS_FLATTENED, PARTS_SEEN,
                  EXPECTED_RECORDS, RECORDS, TYPED, REJECTED, DUPLICATES,
                  CASE
                    %6$s
                  END,
                  SYSDATE(), %7$s
                FROM BATCHES
                WHERE %8$s""".formatted(
                Sql.timestamp(settled),
                Sql.timestamp(window.from().minus(LOOK_BACK)),
                Sql.timestamp(window.to()),
                Sql.timestamp(settled.isBefore(window.to()) ? settled : window.to()),
                Duration.between(window.from(), window.to()).plus(LOOK_BACK).toSeconds(),
                Arrays.stream(BatchStatus.values()).map(BatchStatus::branch).collect(joining("\n    ")),
                Sql.text(runId),
                within("BATCH_TIME"));
    }

    /** Per status: batches, and what their records became. */
    String selectStatuses() {
        return """
                SELECT
                  STATUS, COUNT(*), COALESCE(SUM(EXPECTED_RECORDS), 0), SUM(RECORDS), SUM(TYPED), SUM(REJECTED), SUM(DUPLICATES)
                FROM INGESTION_BATCHES
                WHERE %s
                GROUP BY STATUS
                ORDER BY STATUS""".formatted(within("BATCH_TIME"));
    }

    /** Problems per status, client and day: batches, parts that lack, first and last batch. */
    String selectProblems() {
        return """
                SELECT
                  STATUS, CLIENT_ID, TO_VARCHAR(BATCH_TIME::DATE, 'YYYY-MM-DD'), COUNT(*), SUM(PARTS - PARTS_FLATTENED),
                  TO_VARCHAR(MIN(BATCH_TIME), 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), TO_VARCHAR(MAX(BATCH_TIME), 'YYYY-MM-DD"T"HH24:MI:SS"Z"')
                FROM INGESTION_BATCHES
                WHERE STATUS NOT IN ('WAITING', 'COMPLETE') AND %s
                GROUP BY STATUS, CLIENT_ID, BATCH_TIME::DATE
                ORDER BY STATUS, CLIENT_ID, 3""".formatted(within("BATCH_TIME"));
    }

    /** Closes errors of which no batch of their day is left. */
    String resolve() {
        return """
                UPDATE PIPELINE_ERRORS SET RESOLVED_AT = SYSDATE()
                WHERE RESOLVED_AT IS NULL AND SOURCE = 'RECONCILE_BATCHES' AND ERROR_KEY NOT IN (
                  SELECT %s
                  FROM INGESTION_BATCHES
                  WHERE STATUS NOT IN ('WAITING', 'COMPLETE'))""".formatted(KEY);
    }

    /** Names the error that a batch belongs to; the keys of {@link #selectProblems} joined. */
    private static final String KEY = "STATUS || '|' || CLIENT_ID || '|' || TO_VARCHAR(BATCH_TIME::DATE, 'YYYY-MM-DD')";

    /** Files whose event was lost, per folder: how many a REFRESH reaches, since when, and how many it does not. */
    String selectLost() {
        return """
                SELECT
                  SPLIT_PART(FILE_NAME, '/', -2),
                  COUNT_IF(FILE_LAST_MODIFIED >= DATEADD(DAY, -%1$d, SYSDATE())),
                  TO_VARCHAR(
                    DATEADD(SECOND, -1, MIN(IFF(FILE_LAST_MODIFIED >= DATEADD(DAY, -%1$d, SYSDATE()), FILE_LAST_MODIFIED, NULL))),
                    'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
                  COUNT_IF(FILE_LAST_MODIFIED < DATEADD(DAY, -%1$d, SYSDATE()))
                FROM INGESTION_FILES
                WHERE %2$s AND EXPECTED_RECORDS > 0
                  AND START_SCAN_TIME IS NULL AND STATUS IS NULL AND LISTED_AT IS NOT NULL AND FILE_LAST_MODIFIED <= %3$s
                GROUP BY 1
                ORDER BY 1""".formatted(REFRESH_DAYS, within("GENERATED_AT"), Sql.timestamp(settled));
    }

    /** Queues what the pipe has not loaded (ALTER PIPE: meant for repair; files of the last 7 days). */
    static String refresh(LocalDate folder, String modifiedAfter) {
        return "ALTER PIPE INVERTER_PIPE REFRESH PREFIX = '%s/' MODIFIED_AFTER = '%s'".formatted(folder, modifiedAfter);
    }

    private String within(String column) {
        return column + " >= " + Sql.timestamp(window.from()) + " AND " + column + " < " + Sql.timestamp(window.to());
    }
}
