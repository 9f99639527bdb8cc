package dev.inverterflow.procs.flatten;

import static java.util.stream.Collectors.joining;

import dev.inverterflow.procs.run.Sql;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;

/**
 * The statements about records.
 *
 * <p>Every record goes one way: it is a stored reading already, from an earlier run; or it breaks a rule; or it is equal
 * to the stored reading of its inverter and time; or it differs from it.
 */
final class FlattenSql {

    /** Inverter and time: the first fields of the contract. */
    private static final int KEY_FIELDS = 2;

    private final RecordSource source;
    private final ReadingRules rules;
    private final String runId;

    FlattenSql(RecordSource source, ReadingRules rules, String runId) {
        this.source = source;
        this.rules = rules;
        this.runId = runId;
    }

    /**
     * Reading dates of the records and how many records each has; NULL for records without a valid time, so that no
     * record can add a date that the MERGE has no use for.
     */
    String countDates() {
        ReadingField time = ReadingField.ALL.get(1);
        return """
                WITH RECORDS AS (
                  SELECT r.START_SCAN_TIME, TYPEOF(%s) AS RECORD_TYPE, %s
                  %s
                ),
                TYPED AS (
                  SELECT *, %s
                  FROM RECORDS
                ),
                JUDGED AS (
                  SELECT READING_TIME,
                    %s
                  FROM TYPED
                )
                SELECT TO_VARCHAR(READING_DATE, 'YYYY-MM-DD'), COUNT(*)
                FROM (
                  SELECT IFF(%s IS NULL, READING_TIME::DATE, NULL) AS READING_DATE
                  FROM JUDGED
                )
                GROUP BY READING_DATE""".formatted(
                        source.record(),
                        time.extracted(source.record()),
                        source.from(),
                        time.typed(),
                        time.judged(rules),
                        time.rule());
    }

    /**
     * Adds the valid readings of {@code dates}. The first loaded wins; the source is made unique first, since a MERGE
     * inserts every unmatched row, duplicates too. The literal dates prune the target, so that the cost does not grow
     * with the table. It asks only whether a record is valid, which takes far fewer expressions than to say which rule it
     * breaks: {@link #verdicts} says that of those that are left over.
     */
    String merge(List<LocalDate> dates) {
        List<String> columns = readingColumns();
        return """
                MERGE INTO INVERTER_READINGS t
                USING (
                %s
                SELECT
                  %s, READING_DATE, EXTRA, FILE_NAME, FILE_INDEX, START_SCAN_TIME
                FROM VALID
                WHERE READING_DATE IN (%s)
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
                        valid(),
                        String.join(", ", columns),
                        Sql.dates(dates),
                        Sql.dates(dates),
                        String.join(", ", columns),
                        columns.stream().map("s."::concat).collect(joining(", ")),
                        Sql.text(runId));
    }

    /** After the merge: records, stored ones, ones that break a rule, equal ones, differing ones. */
    String compare(List<LocalDate> dates) {
        return """
                %s
                SELECT
                  COUNT(*),
                  COUNT_IF(STORED_ITSELF),
                  COUNT_IF(NOT STORED_ITSELF AND RULE IS NOT NULL),
                  COUNT_IF(NOT STORED_ITSELF AND RULE IS NULL AND SAME),
                  COUNT_IF(NOT STORED_ITSELF AND RULE IS NULL AND NOT SAME)
                FROM COMPARED""".formatted(compared(dates));
    }

    /**
     * After the merge: adds the records that break a rule to the rejects, and those of {@code dates} that differ from the
     * stored reading.
     */
    String insertRejects(List<LocalDate> dates) {
        return """
                INSERT INTO INVERTER_READINGS_REJECTED
                  (RECORD, RULE, FIELD, VALUE, VIOLATIONS, FILE_NAME, FILE_INDEX, START_SCAN_TIME, REJECTED_AT, RUN_ID)
                %s
                SELECT
                  c.RECORD,
                  COALESCE(c.RULE, 'DUPLICATE_CONFLICT'),
                  CASE
                    %s
                  END,
                  CASE
                    WHEN c.RULE IS NULL THEN c.WINNER
                    %s
                  END,
                  CASE
                    WHEN c.RULE IS NULL THEN ARRAY_CONSTRUCT(OBJECT_CONSTRUCT('rule', 'DUPLICATE_CONFLICT', 'value', c.WINNER))
                    WHEN c.RECORD_TYPE <> 'OBJECT' THEN ARRAY_CONSTRUCT(OBJECT_CONSTRUCT('rule', c.RULE))
                    ELSE ARRAY_CONSTRUCT_COMPACT(
                      %s)
                  END,
                  c.FILE_NAME, c.FILE_INDEX, c.START_SCAN_TIME, c.REJECTED_AT, %s
                FROM COMPARED c
                LEFT JOIN (
                  %s
                ) o ON o.FILE_NAME = c.FILE_NAME AND o.START_SCAN_TIME = c.START_SCAN_TIME AND o.FILE_INDEX = c.FILE_INDEX
                WHERE o.FILE_NAME IS NULL AND NOT c.STORED_ITSELF
                  AND (c.RULE IS NOT NULL OR c.READING_DATE IN (%s) AND NOT c.SAME)""".formatted(
                        compared(dates),
                        each("\n    ", field -> "WHEN c." + field.rule() + " IS NOT NULL THEN '" + field.name() + "'"),
                        each("\n    ", field -> "WHEN c." + field.rule() + " IS NOT NULL THEN " + field.shown("c.")),
                        each(
                                ",\n      ",
                                field ->
                                        "IFF(c.%1$s IS NULL, NULL, OBJECT_CONSTRUCT('field', '%2$s', 'rule', c.%1$s, 'value', %3$s))"
                                                .formatted(field.rule(), field.name(), field.text("c."))),
                        Sql.text(runId),
                        source.knownRejects(),
                        Sql.dates(dates));
    }

    private String valid() {
        return """
                %s,
                VALID AS (
                  SELECT *,
                    %s
                  FROM SCALED
                  WHERE RECORD_TYPE = 'OBJECT'
                    AND %s
                )""".formatted(scaled(), derived(), each("\n    AND ", field -> field.valid(rules)));
    }

    private String verdicts() {
        return """
                %s,
                JUDGED AS (
                  SELECT *,
                    %s
                  FROM SCALED
                ),
                VERDICTS AS (
                  SELECT *,
                    %s,
                    COALESCE(
                      IFF(RECORD_TYPE = 'OBJECT', NULL, 'NOT_AN_OBJECT'),
                      %s) AS RULE
                  FROM JUDGED
                )""".formatted(
                scaled(), each(",\n    ", field -> field.judged(rules)), derived(), each(", ", ReadingField::rule));
    }

    private static String derived() {
        return """
                READING_TIME::DATE AS READING_DATE,
                    IFF(
                      ARRAY_SIZE(OBJECT_KEYS(AS_OBJECT(RECORD))) > %s,
                      OBJECT_DELETE(AS_OBJECT(RECORD), %s)::VARIANT,
                      NULL) AS EXTRA""".formatted(
                        each(" + ", field -> "IFF(" + field.value() + " IS NULL, 0, 1)"),
                        each(", ", field -> Sql.text(field.name())));
    }

    // INVERTERS is grouped, because a name that is listed twice must not double its records.
    private String scaled() {
        return """
                WITH RECORDS AS (
                  SELECT
                    r.FILE_NAME, r.START_SCAN_TIME, %2$s AS FILE_INDEX, %1$s AS RECORD, COALESCE(TYPEOF(%1$s), 'NULL_VALUE') AS RECORD_TYPE,
                    %3$s AS REJECTED_AT,
                    %4$s
                  %5$s
                ),
                TYPED AS (
                  SELECT *,
                    %6$s
                  FROM RECORDS
                ),
                RATED AS (
                  SELECT INVERTER_ID AS RATED_ID, MAX(RATED_POWER_W) AS LISTED_POWER_W
                  FROM INVERTERS
                  GROUP BY INVERTER_ID
                ),
                SCALED AS (
                  SELECT TYPED.*, COALESCE(RATED.LISTED_POWER_W, %7$s) AS RATED_POWER_W
                  FROM TYPED LEFT JOIN RATED ON RATED.RATED_ID = TYPED.INVERTER_ID
                )""".formatted(
                        source.record(),
                        source.index(),
                        source.rejectedAt(),
                        each(",\n    ", field -> field.extracted(source.record())),
                        source.from(),
                        each(",\n    ", ReadingField::typed),
                        Sql.number(rules.ratedPower()));
    }

    // The stored side is made unique too: should a key ever be there twice, records must still be counted once. Only
    // keys
    // of the records, so that a few records do not sort a day of readings.
    private String compared(List<LocalDate> dates) {
        return """
                %s,
                STORED AS (
                  SELECT %s, EXTRA, FILE_NAME, FILE_INDEX, START_SCAN_TIME
                  FROM INVERTER_READINGS
                  WHERE READING_DATE IN (%s)
                    AND (INVERTER_ID, READING_TIME) IN (SELECT INVERTER_ID, READING_TIME FROM VERDICTS)
                  QUALIFY ROW_NUMBER() OVER (
                    PARTITION BY INVERTER_ID, READING_TIME
                    ORDER BY START_SCAN_TIME, FILE_NAME, FILE_INDEX) = 1
                ),
                COMPARED AS (
                  SELECT v.*,
                    t.FILE_NAME || '#' || t.FILE_INDEX AS WINNER,
                    t.FILE_NAME IS NOT NULL
                      AND %s
                      AND EQUAL_NULL(TO_JSON(t.EXTRA), TO_JSON(v.EXTRA)) AS SAME,
                    SAME AND t.FILE_NAME = v.FILE_NAME AND t.FILE_INDEX = v.FILE_INDEX
                      AND t.START_SCAN_TIME = v.START_SCAN_TIME AS STORED_ITSELF
                  FROM VERDICTS v
                  LEFT JOIN STORED t ON t.INVERTER_ID = v.INVERTER_ID AND t.READING_TIME = v.READING_TIME
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
