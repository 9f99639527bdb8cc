package dev.inverterflow.procs.flatten;

import static java.util.stream.Collectors.joining;

import dev.inverterflow.procs.run.Sql;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;

/**
 * The statements of the flattening. {@code source} is what has the columns of INVERTER_DATA_RAW: the stream, or a
 * sub-query over the table.
 *
 * <p>Every record goes one way: it breaks a rule; or it is equal to the stored reading of its inverter and time, being
 * that reading or a duplicate; or it differs from it.
 */
final class FlattenSql {

    /** Inverter and time: the first fields of the contract. */
    private static final int KEY_FIELDS = 2;

    private final String source;
    private final ReadingRules rules;
    private final String runId;

    FlattenSql(String source, ReadingRules rules, String runId) {
        this.source = source;
        this.rules = rules;
        this.runId = runId;
    }

    /** Files, probes, and files that are no array. */
    String countFiles() {
        return """
                SELECT
                  COUNT(*),
                  COUNT_IF(IS_ARRAY(JSON_BODY) AND ARRAY_SIZE(JSON_BODY) = 0),
                  COUNT_IF(NOT COALESCE(IS_ARRAY(JSON_BODY), FALSE))
                FROM %s""".formatted(source);
    }

    /** Reading dates of the batch and how many records each has; NULL for records without a usable time. */
    String countDates() {
        ReadingField time = ReadingField.ALL.get(1);
        return """
                WITH RECORDS AS (
                  SELECT f.VALUE:%s::VARCHAR AS %s
                  FROM %s r, LATERAL FLATTEN(INPUT => r.JSON_BODY) f
                  WHERE IS_ARRAY(r.JSON_BODY)
                ),
                TYPED AS (
                  SELECT %s
                  FROM RECORDS
                )
                SELECT TO_VARCHAR(READING_TIME::DATE, 'YYYY-MM-DD'), COUNT(*)
                FROM TYPED
                GROUP BY 1""".formatted(time.name(), time.text(), source, time.typed());
    }

    /**
     * Adds the valid readings of {@code dates}. The first loaded wins; the source is made unique first, since a MERGE
     * inserts every unmatched row, duplicates too. The literal dates prune the target, so that the cost does not grow
     * with the table.
     */
    String merge(List<LocalDate> dates) {
        List<String> columns = readingColumns();
        return """
                MERGE INTO INVERTER_READINGS t
                USING (
                %s
                SELECT
                  %s, READING_DATE, EXTRA, FILE_NAME, FILE_INDEX, START_SCAN_TIME
                FROM VERDICTS
                WHERE RULE IS NULL AND READING_DATE IN (%s)
                QUALIFY ROW_NUMBER() OVER (
                  PARTITION BY INVERTER_ID, READING_TIME
                  ORDER BY START_SCAN_TIME, FILE_NAME, FILE_INDEX) = 1
                ) s
                ON t.INVERTER_ID = s.INVERTER_ID
                  AND t.READING_TIME = s.READING_TIME
                  AND t.READING_DATE IN (%s)
                WHEN NOT MATCHED THEN
                  INSERT (%s, READING_DATE, EXTRA, FILE_NAME, FILE_INDEX, START_SCAN_TIME, FLATTENED_AT, RUN_ID)
                  VALUES (%s, s.READING_DATE, s.EXTRA, s.FILE_NAME, s.FILE_INDEX, s.START_SCAN_TIME, SYSDATE(), %s)""".formatted(
                        verdicts(),
                        String.join(", ", columns),
                        Sql.dates(dates),
                        Sql.dates(dates),
                        String.join(", ", columns),
                        columns.stream().map("s."::concat).collect(joining(", ")),
                        Sql.text(runId));
    }

    /** After the merge: records, records that break a rule, equal ones, differing ones. */
    String compare(List<LocalDate> dates) {
        return """
                %s
                SELECT
                  COUNT(*),
                  COUNT_IF(RULE IS NOT NULL),
                  COUNT_IF(RULE IS NULL AND SAME),
                  COUNT_IF(RULE IS NULL AND NOT SAME)
                FROM COMPARED""".formatted(compared(dates));
    }

    /** After the merge: adds the records that break a rule or differ from the stored reading to the rejects. */
    String insertRejects(List<LocalDate> dates) {
        return """
                INSERT INTO INVERTER_READINGS_REJECTED
                  (RECORD, RULE, FIELD, VALUE, VIOLATIONS, FILE_NAME, FILE_INDEX, START_SCAN_TIME, REJECTED_AT, RUN_ID)
                %s
                SELECT
                  RECORD,
                  COALESCE(RULE, 'DUPLICATE_CONFLICT'),
                  CASE
                    %s
                  END,
                  CASE
                    WHEN RULE IS NULL THEN WINNER
                    %s
                  END,
                  CASE
                    WHEN RULE IS NULL THEN ARRAY_CONSTRUCT(OBJECT_CONSTRUCT('rule', 'DUPLICATE_CONFLICT', 'value', WINNER))
                    WHEN RECORD_TYPE <> 'OBJECT' THEN ARRAY_CONSTRUCT(OBJECT_CONSTRUCT('rule', RULE))
                    ELSE ARRAY_CONSTRUCT_COMPACT(
                      %s)
                  END,
                  FILE_NAME, FILE_INDEX, START_SCAN_TIME, SYSDATE(), %s
                FROM COMPARED
                WHERE RULE IS NOT NULL OR NOT SAME""".formatted(
                        compared(dates),
                        each("\n    ", field -> "WHEN " + field.rule() + " IS NOT NULL THEN '" + field.name() + "'"),
                        each("\n    ", field -> "WHEN " + field.rule() + " IS NOT NULL THEN " + field.shown()),
                        each(
                                ",\n      ",
                                field ->
                                        "IFF(%1$s IS NULL, NULL, OBJECT_CONSTRUCT('field', '%2$s', 'rule', %1$s, 'value', %3$s))"
                                                .formatted(field.rule(), field.name(), field.text())),
                        Sql.text(runId));
    }

    /** Adds one reject for each file that is no array. */
    String insertFileRejects() {
        return """
                INSERT INTO INVERTER_READINGS_REJECTED
                  (RECORD, RULE, VIOLATIONS, FILE_NAME, START_SCAN_TIME, REJECTED_AT, RUN_ID)
                SELECT
                  JSON_BODY, 'NOT_AN_ARRAY', ARRAY_CONSTRUCT(OBJECT_CONSTRUCT('rule', 'NOT_AN_ARRAY')),
                  FILE_NAME, START_SCAN_TIME, SYSDATE(), %s
                FROM %s
                WHERE NOT COALESCE(IS_ARRAY(JSON_BODY), FALSE)""".formatted(Sql.text(runId), source);
    }

    /** Notes when each file was flattened; run last, so that the time is close to the commit. */
    String insertFlattenedFiles() {
        return """
                INSERT INTO FLATTENED_FILES (FILE_NAME, RECORDS, FLATTENED_AT, RUN_ID)
                SELECT FILE_NAME, IFF(IS_ARRAY(JSON_BODY), ARRAY_SIZE(JSON_BODY), 1), SYSDATE(), %s
                FROM %s""".formatted(Sql.text(runId), source);
    }

    // INVERTERS is grouped, because a name that is listed twice must not double its records.
    private String verdicts() {
        return """
                WITH RECORDS AS (
                  SELECT
                    r.FILE_NAME, r.START_SCAN_TIME, f.INDEX AS FILE_INDEX, f.VALUE AS RECORD, COALESCE(TYPEOF(f.VALUE), 'NULL_VALUE') AS RECORD_TYPE,
                    %s
                  FROM %s r, LATERAL FLATTEN(INPUT => r.JSON_BODY) f
                  WHERE IS_ARRAY(r.JSON_BODY)
                ),
                TYPED AS (
                  SELECT *,
                    %s
                  FROM RECORDS
                ),
                RATED AS (
                  SELECT INVERTER_ID AS RATED_ID, MAX(RATED_POWER_W) AS LISTED_POWER_W
                  FROM INVERTERS
                  GROUP BY INVERTER_ID
                ),
                SCALED AS (
                  SELECT TYPED.*, COALESCE(RATED.LISTED_POWER_W, %s) AS RATED_POWER_W
                  FROM TYPED LEFT JOIN RATED ON RATED.RATED_ID = TYPED.INVERTER_ID
                ),
                JUDGED AS (
                  SELECT *,
                    %s
                  FROM SCALED
                ),
                VERDICTS AS (
                  SELECT *,
                    READING_TIME::DATE AS READING_DATE,
                    OBJECT_DELETE(AS_OBJECT(RECORD), %s) AS UNKNOWN_FIELDS,
                    IFF(ARRAY_SIZE(OBJECT_KEYS(UNKNOWN_FIELDS)) > 0, UNKNOWN_FIELDS::VARIANT, NULL) AS EXTRA,
                    COALESCE(
                      IFF(RECORD_TYPE = 'OBJECT', NULL, 'NOT_AN_OBJECT'),
                      %s) AS RULE
                  FROM JUDGED
                )""".formatted(
                        each(",\n    ", ReadingField::extracted),
                        source,
                        each(",\n    ", ReadingField::typed),
                        Sql.number(rules.ratedPower()),
                        each(",\n    ", field -> field.judged(rules)),
                        each(", ", field -> Sql.text(field.name())),
                        each(", ", ReadingField::rule));
    }

    // The stored side is made unique too: should a key ever be there twice, records must still be counted once.
    private String compared(List<LocalDate> dates) {
        return """
                %s,
                STORED AS (
                  SELECT %s, EXTRA, FILE_NAME || '#' || FILE_INDEX AS WINNER
                  FROM INVERTER_READINGS
                  WHERE READING_DATE IN (%s)
                  QUALIFY ROW_NUMBER() OVER (
                    PARTITION BY INVERTER_ID, READING_TIME
                    ORDER BY START_SCAN_TIME, FILE_NAME, FILE_INDEX) = 1
                ),
                COMPARED AS (
                  SELECT v.*, t.WINNER,
                    %s
                      AND EQUAL_NULL(TO_JSON(t.EXTRA), TO_JSON(v.EXTRA)) AS SAME
                  FROM VERDICTS v
                  LEFT JOIN STORED t
                    ON v.RULE IS NULL AND t.INVERTER_ID = v.INVERTER_ID AND t.READING_TIME = v.READING_TIME
                )""".formatted(
                        verdicts(),
                        String.join(", ", readingColumns()),
                        Sql.dates(dates),
                        ReadingField.ALL.stream()
                                .skip(KEY_FIELDS)
                                .map(ReadingField::equal)
                                .collect(joining("\n      AND ")));
    }

    private static List<String> readingColumns() {
        return ReadingField.ALL.stream().map(ReadingField::column).toList();
    }

    private static String each(String separator, Function<ReadingField, String> text) {
        return ReadingField.ALL.stream().map(text).collect(joining(separator));
    }
}
