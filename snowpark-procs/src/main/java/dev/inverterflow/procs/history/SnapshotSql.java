package dev.inverterflow.procs.history;

/** The statements of the snapshot. */
public final class SnapshotSql {

    /** Days that a snapshot looks back: the information schema forgets after 14, a snapshot runs hourly. */
    static final int DAYS = 3;

    private static final String LOAD_TIME = "COPY_HISTORY.LAST_LOAD_TIME";

    /** The commit itself; the time of the load is what stands in until ACCOUNT_USAGE knows it, up to 2 days. */
    private static final String COMMIT_TIME = "ACCOUNT_USAGE.COPY_HISTORY.FIRST_COMMIT_TIME";

    private SnapshotSql() {}

    /**
     * Load history and raw rows to INGESTION_FILES. FILE_NAME of the history is relative to STAGE_LOCATION, that of the
     * raw row to the bucket: the two are joined by their last segment and checked by ENDSWITH. What a source no longer
     * knows stays as it was.
     */
    public static String mergeFiles() {
        return """
                MERGE INTO INGESTION_FILES t
                USING (
                WITH HISTORY AS (
                  SELECT
                    STAGE_LOCATION || FILE_NAME AS LOCATION,
                    SPLIT_PART(FILE_NAME, '/', -1) AS BASE_NAME,
                    FILE_SIZE, BYTES_BILLED, STATUS, ERROR_COUNT, FIRST_ERROR_MESSAGE,
                    CONVERT_TIMEZONE('UTC', PIPE_RECEIVED_TIME)::TIMESTAMP_NTZ AS RECEIVED_AT,
                    CONVERT_TIMEZONE('UTC', LAST_LOAD_TIME)::TIMESTAMP_NTZ AS LOADED_AT
                  FROM TABLE(INFORMATION_SCHEMA.COPY_HISTORY(
                    TABLE_NAME => 'INVERTER_DATA_RAW',
                    START_TIME => DATEADD(DAY, -%1$d, CURRENT_TIMESTAMP())))
                  QUALIFY ROW_NUMBER() OVER (PARTITION BY STAGE_LOCATION, FILE_NAME ORDER BY LAST_LOAD_TIME DESC) = 1
                ),
                RAW_FILES AS (
                  SELECT
                    FILE_NAME,
                    SPLIT_PART(FILE_NAME, '/', -1) AS BASE_NAME,
                    MAX(FILE_CONTENT_KEY) AS FILE_CONTENT_KEY,
                    MAX(FILE_LAST_MODIFIED) AS FILE_LAST_MODIFIED,
                    MIN(START_SCAN_TIME) AS START_SCAN_TIME
                  FROM INVERTER_DATA_RAW
                  WHERE START_SCAN_TIME >= DATEADD(DAY, -%1$d, SYSDATE())
                  GROUP BY FILE_NAME
                ),
                FILES AS (
                  SELECT
                    COALESCE(r.FILE_NAME, REGEXP_REPLACE(h.LOCATION, '^s3://[^/]+/', '')) AS FILE_NAME,
                    r.FILE_CONTENT_KEY, r.FILE_LAST_MODIFIED, r.START_SCAN_TIME,
                    h.FILE_SIZE, h.BYTES_BILLED, h.STATUS, h.ERROR_COUNT, h.FIRST_ERROR_MESSAGE, h.RECEIVED_AT, h.LOADED_AT
                  FROM RAW_FILES r
                  FULL OUTER JOIN HISTORY h ON h.BASE_NAME = r.BASE_NAME AND ENDSWITH(h.LOCATION, r.FILE_NAME)
                )
                SELECT
                  FILE_NAME, FILE_CONTENT_KEY, FILE_LAST_MODIFIED, START_SCAN_TIME,
                  FILE_SIZE, BYTES_BILLED, STATUS, ERROR_COUNT, FIRST_ERROR_MESSAGE, RECEIVED_AT,
                  IFF(STATUS IN ('Loaded', 'Partially loaded'), LOADED_AT, NULL) AS COMMITTED_AT,
                  IFF(COMMITTED_AT IS NULL, NULL, '%3$s') AS COMMITTED_SOURCE,
                  %2$s
                FROM FILES
                QUALIFY ROW_NUMBER() OVER (PARTITION BY FILE_NAME ORDER BY COMMITTED_AT DESC NULLS LAST) = 1
                ) s
                ON t.FILE_NAME = s.FILE_NAME
                WHEN MATCHED AND NOT (
                    EQUAL_NULL(t.STATUS, COALESCE(s.STATUS, t.STATUS))
                    AND (EQUAL_NULL(t.COMMITTED_SOURCE, '%4$s') OR EQUAL_NULL(t.COMMITTED_AT, COALESCE(s.COMMITTED_AT, t.COMMITTED_AT)))
                    AND EQUAL_NULL(t.BYTES_BILLED, COALESCE(s.BYTES_BILLED, t.BYTES_BILLED))
                    AND EQUAL_NULL(t.START_SCAN_TIME, COALESCE(s.START_SCAN_TIME, t.START_SCAN_TIME))) THEN
                  UPDATE SET
                    FILE_SIZE = COALESCE(s.FILE_SIZE, t.FILE_SIZE),
                    BYTES_BILLED = COALESCE(s.BYTES_BILLED, t.BYTES_BILLED),
                    FILE_CONTENT_KEY = COALESCE(s.FILE_CONTENT_KEY, t.FILE_CONTENT_KEY),
                    STATUS = COALESCE(s.STATUS, t.STATUS),
                    ERROR_COUNT = COALESCE(s.ERROR_COUNT, t.ERROR_COUNT),
                    FIRST_ERROR_MESSAGE = COALESCE(s.FIRST_ERROR_MESSAGE, t.FIRST_ERROR_MESSAGE),
                    FILE_LAST_MODIFIED = COALESCE(s.FILE_LAST_MODIFIED, t.FILE_LAST_MODIFIED),
                    RECEIVED_AT = COALESCE(s.RECEIVED_AT, t.RECEIVED_AT),
                    START_SCAN_TIME = COALESCE(s.START_SCAN_TIME, t.START_SCAN_TIME),
                    COMMITTED_AT = IFF(EQUAL_NULL(t.COMMITTED_SOURCE, '%4$s'), t.COMMITTED_AT, COALESCE(s.COMMITTED_AT, t.COMMITTED_AT)),
                    COMMITTED_SOURCE = IFF(EQUAL_NULL(t.COMMITTED_SOURCE, '%4$s'), t.COMMITTED_SOURCE, COALESCE(s.COMMITTED_SOURCE, t.COMMITTED_SOURCE)),
                    SNAPSHOT_AT = SYSDATE()
                WHEN NOT MATCHED THEN
                  INSERT (FILE_NAME, GENERATED_AT, CLIENT_ID, CLIENT_RUN, PART, NUM_FILES, EXPECTED_RECORDS, FILE_SIZE, BYTES_BILLED,
                    FILE_CONTENT_KEY, STATUS, ERROR_COUNT, FIRST_ERROR_MESSAGE, FILE_LAST_MODIFIED, RECEIVED_AT,
                    START_SCAN_TIME, COMMITTED_AT, COMMITTED_SOURCE, SNAPSHOT_AT)
                  VALUES (s.FILE_NAME, s.GENERATED_AT, s.CLIENT_ID, s.CLIENT_RUN, s.PART, s.NUM_FILES, s.EXPECTED_RECORDS, s.FILE_SIZE,
                    s.BYTES_BILLED, s.FILE_CONTENT_KEY, s.STATUS, s.ERROR_COUNT, s.FIRST_ERROR_MESSAGE, s.FILE_LAST_MODIFIED,
                    s.RECEIVED_AT, s.START_SCAN_TIME, s.COMMITTED_AT, s.COMMITTED_SOURCE, SYSDATE())""".formatted(DAYS, FileName.SELECTED, LOAD_TIME, COMMIT_TIME);
    }

    /** The commit of files, once ACCOUNT_USAGE tells it. */
    static String updateCommitTimes() {
        return """
                UPDATE INGESTION_FILES t
                SET COMMITTED_AT = s.COMMITTED_AT, COMMITTED_SOURCE = '%2$s', SNAPSHOT_AT = SYSDATE()
                FROM (
                  SELECT
                    STAGE_LOCATION || FILE_NAME AS LOCATION, SPLIT_PART(FILE_NAME, '/', -1) AS BASE_NAME,
                    MIN(CONVERT_TIMEZONE('UTC', FIRST_COMMIT_TIME)::TIMESTAMP_NTZ) AS COMMITTED_AT
                  FROM SNOWFLAKE.ACCOUNT_USAGE.COPY_HISTORY
                  WHERE TABLE_CATALOG_NAME = CURRENT_DATABASE() AND TABLE_SCHEMA_NAME = CURRENT_SCHEMA()
                    AND TABLE_NAME = 'INVERTER_DATA_RAW' AND FIRST_COMMIT_TIME IS NOT NULL
                    AND LAST_LOAD_TIME >= DATEADD(DAY, -%1$d, CURRENT_TIMESTAMP())
                  GROUP BY 1, 2
                ) s
                WHERE SPLIT_PART(t.FILE_NAME, '/', -1) = s.BASE_NAME AND ENDSWITH(s.LOCATION, t.FILE_NAME)
                  AND t.COMMITTED_SOURCE = '%3$s'""".formatted(DAYS, COMMIT_TIME, LOAD_TIME);
    }

    /** What became of files; apart from the load history, because a backlog is flattened days after it was loaded. */
    public static String mergeFlattenTimes() {
        return """
                MERGE INTO INGESTION_FILES t
                USING (
                  SELECT
                    FILE_NAME, MIN(FLATTENED_AT) AS FLATTENED_AT, SUM(RECORDS) AS RECORDS, SUM(TYPED) AS TYPED,
                    SUM(REJECTED) AS REJECTED, SUM(DUPLICATES) AS DUPLICATES
                  FROM FLATTENED_FILES
                  WHERE FILE_NAME IN (
                    SELECT FILE_NAME FROM FLATTENED_FILES WHERE UPDATED_AT >= DATEADD(DAY, -%d, SYSDATE()))
                  GROUP BY FILE_NAME
                ) s
                ON t.FILE_NAME = s.FILE_NAME
                WHEN MATCHED AND NOT (
                    EQUAL_NULL(t.FLATTENED_AT, s.FLATTENED_AT) AND EQUAL_NULL(t.RECORDS, s.RECORDS)
                    AND EQUAL_NULL(t.TYPED, s.TYPED) AND EQUAL_NULL(t.REJECTED, s.REJECTED)) THEN
                  UPDATE SET
                    FLATTENED_AT = s.FLATTENED_AT, RECORDS = s.RECORDS, TYPED = s.TYPED, REJECTED = s.REJECTED,
                    DUPLICATES = s.DUPLICATES, SNAPSHOT_AT = SYSDATE()""".formatted(DAYS);
    }
}
