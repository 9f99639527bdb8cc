package dev.inverterflow.procs.flatten;

import dev.inverterflow.procs.run.Sql;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The statements about files as a whole. {@code relation} is what has the columns of INVERTER_DATA_RAW: the stream, or a
 * sub-query over the stream or the table.
 */
final class FileSql {

    /** Orders files as they were loaded; the first loaded wins. */
    static final String KEY = "TO_VARCHAR(START_SCAN_TIME, 'YYYY-MM-DD\"T\"HH24:MI:SS.FF9') || ' ' || FILE_NAME";

    private static final String RECORDS = "IFF(IS_ARRAY(JSON_BODY), ARRAY_SIZE(JSON_BODY), 1)";

    /** The reading date that the name of a file says: the client has a folder for each. NULL for other names. */
    private static final String NAMED_DATE =
            "TRY_TO_DATE(REGEXP_SUBSTR(FILE_NAME, '/([0-9]{4}-[0-9]{2}-[0-9]{2})/', 1, 1, 'e'), 'YYYY-MM-DD')";

    private final String relation;
    private final String runId;

    FileSql(String relation, String runId) {
        this.relation = relation;
        this.runId = runId;
    }

    /** The files of {@code relation} between two keys. */
    static String between(String relation, @Nullable String afterKey, String lastKey) {
        String after = afterKey == null ? "" : KEY + " > " + Sql.text(afterKey) + " AND ";
        return """
                (
                    SELECT FILE_NAME, JSON_BODY, START_SCAN_TIME
                    FROM %s
                    WHERE %s%s <= %s
                  )""".formatted(relation, after, KEY, Sql.text(lastKey));
    }

    /**
     * Cuts the files into chunks of about {@code size} records, in the order of loading: last key, first scan time, files,
     * probes, files that are no array, records of those that are, then the dates that their names say and the dates on
     * which they were loaded. The frame is RANGE, so that equal keys share a chunk.
     */
    String chunks(long size) {
        return """
                WITH FILES AS (
                  SELECT
                    %s AS FILE_KEY, START_SCAN_TIME,
                    IFF(IS_ARRAY(JSON_BODY), ARRAY_SIZE(JSON_BODY), NULL) AS RECORDS,
                    %s AS NAMED_DATE
                  FROM %s
                ),
                NUMBERED AS (
                  SELECT *,
                    FLOOR(SUM(COALESCE(RECORDS, 1)) OVER (
                      ORDER BY FILE_KEY RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) / %d) AS CHUNK
                  FROM FILES
                )
                SELECT
                  MAX(FILE_KEY), TO_VARCHAR(MIN(START_SCAN_TIME), 'YYYY-MM-DD"T"HH24:MI:SS.FF9'), COUNT(*),
                  COUNT_IF(RECORDS = 0), COUNT_IF(RECORDS IS NULL), COALESCE(SUM(RECORDS), 0),
                  LISTAGG(DISTINCT TO_VARCHAR(NAMED_DATE, 'YYYY-MM-DD'), ','),
                  LISTAGG(DISTINCT TO_VARCHAR(START_SCAN_TIME::DATE, 'YYYY-MM-DD'), ',')
                FROM NUMBERED
                GROUP BY CHUNK
                ORDER BY 1""".formatted(KEY, NAMED_DATE, relation, size);
    }

    /** The files of which this run has noted that records are neither typed nor rejected. */
    String leftOver(String since) {
        return """
                (
                    SELECT r.FILE_NAME, r.JSON_BODY, r.START_SCAN_TIME
                    FROM %s r
                    JOIN FLATTENED_FILES n ON n.FILE_NAME = r.FILE_NAME AND n.START_SCAN_TIME = r.START_SCAN_TIME
                    WHERE n.RUN_ID = %s AND n.START_SCAN_TIME >= %s AND n.RECORDS > n.TYPED + n.REJECTED
                  )""".formatted(relation, Sql.text(runId), since);
    }

    /** Adds one reject for each file that is no array and has none yet. */
    String insertRejects(String since) {
        return """
                INSERT INTO INVERTER_READINGS_REJECTED
                  (RECORD, RULE, VIOLATIONS, FILE_NAME, START_SCAN_TIME, REJECTED_AT, RUN_ID)
                SELECT
                  r.JSON_BODY, 'NOT_AN_ARRAY', ARRAY_CONSTRUCT(OBJECT_CONSTRUCT('rule', 'NOT_AN_ARRAY')),
                  r.FILE_NAME, r.START_SCAN_TIME, SYSDATE(), %s
                FROM %s r
                LEFT JOIN (
                  SELECT DISTINCT FILE_NAME, START_SCAN_TIME
                  FROM INVERTER_READINGS_REJECTED
                  WHERE RULE = 'NOT_AN_ARRAY' AND START_SCAN_TIME >= %s
                ) o ON o.FILE_NAME = r.FILE_NAME AND o.START_SCAN_TIME = r.START_SCAN_TIME
                WHERE o.FILE_NAME IS NULL AND NOT COALESCE(IS_ARRAY(r.JSON_BODY), FALSE)""".formatted(Sql.text(runId), relation, since);
    }

    /** Notes files of which every record was typed; run last, so that the time is close to the commit. */
    String insertTyped() {
        return """
                INSERT INTO FLATTENED_FILES
                  (FILE_NAME, START_SCAN_TIME, RECORDS, TYPED, REJECTED, DUPLICATES, FLATTENED_AT, UPDATED_AT, RUN_ID)
                SELECT FILE_NAME, START_SCAN_TIME, %1$s, %1$s, 0, 0, SYSDATE(), SYSDATE(), %2$s
                FROM %3$s""".formatted(RECORDS, Sql.text(runId), relation);
    }

    /**
     * Notes files, counting what became of their records. A file that is noted already keeps its first time and gets the
     * new counts.
     *
     * @param dates reading dates of the files, which prune the readings that are counted
     */
    String mergeCounts(List<LocalDate> dates, String since) {
        return """
                MERGE INTO FLATTENED_FILES t
                USING (
                  SELECT
                    f.FILE_NAME, f.START_SCAN_TIME, f.RECORDS, COALESCE(a.TYPED, 0) AS TYPED, COALESCE(b.REJECTED, 0) AS REJECTED
                  FROM (
                    SELECT FILE_NAME, START_SCAN_TIME, SUM(%s) AS RECORDS
                    FROM %s
                    GROUP BY FILE_NAME, START_SCAN_TIME
                  ) f
                  LEFT JOIN (
                    SELECT FILE_NAME, START_SCAN_TIME, COUNT(*) AS TYPED
                    FROM INVERTER_READINGS
                    WHERE READING_DATE IN (%s) AND START_SCAN_TIME >= %s
                    GROUP BY FILE_NAME, START_SCAN_TIME
                  ) a ON a.FILE_NAME = f.FILE_NAME AND a.START_SCAN_TIME = f.START_SCAN_TIME
                  LEFT JOIN (
                    SELECT FILE_NAME, START_SCAN_TIME, COUNT(*) AS REJECTED
                    FROM INVERTER_READINGS_REJECTED
                    WHERE START_SCAN_TIME >= %s
                    GROUP BY FILE_NAME, START_SCAN_TIME
                  ) b ON b.FILE_NAME = f.FILE_NAME AND b.START_SCAN_TIME = f.START_SCAN_TIME
                ) s
                ON t.FILE_NAME = s.FILE_NAME AND t.START_SCAN_TIME = s.START_SCAN_TIME
                WHEN MATCHED THEN
                  UPDATE SET
                    RECORDS = s.RECORDS, TYPED = s.TYPED, REJECTED = s.REJECTED, DUPLICATES = s.RECORDS - s.TYPED - s.REJECTED,
                    UPDATED_AT = SYSDATE(), RUN_ID = %s
                WHEN NOT MATCHED THEN
                  INSERT (FILE_NAME, START_SCAN_TIME, RECORDS, TYPED, REJECTED, DUPLICATES, FLATTENED_AT, UPDATED_AT, RUN_ID)
                  VALUES (s.FILE_NAME, s.START_SCAN_TIME, s.RECORDS, s.TYPED, s.REJECTED, s.RECORDS - s.TYPED - s.REJECTED,
                    SYSDATE(), SYSDATE(), %s)""".formatted(RECORDS, relation, Sql.dates(dates), since, since, Sql.text(runId), Sql.text(runId));
    }

    /** Takes back the rejects of the files, before they are judged anew. */
    String deleteRejects() {
        return """
                DELETE FROM INVERTER_READINGS_REJECTED t
                USING (
                  SELECT DISTINCT FILE_NAME, START_SCAN_TIME FROM %s
                ) s
                WHERE t.FILE_NAME = s.FILE_NAME AND t.START_SCAN_TIME = s.START_SCAN_TIME""".formatted(relation);
    }
}
