package dev.inverterflow.procs.report;

import static java.util.stream.Collectors.joining;

import dev.inverterflow.procs.run.Sql;
import dev.inverterflow.procs.run.TimeWindow;
import java.util.List;

/**
 * The statements of the cost report.
 *
 * <p>Serverless credits are read from ACCOUNT_USAGE.SERVERLESS_TASK_HISTORY, up to 3 hours late, not from the table
 * function of that name in INFORMATION_SCHEMA: the function is called deprecated by its own page, wants MONITOR USAGE on
 * the account where the view takes a database role, and hides task names from those who have no more than that. Days of
 * which the view knows nothing are modelled from the run times.
 */
public final class CostSql {

    /** Keys of the result's rows, in the order that {@link #select} gives. */
    public static final List<String> KEYS = List.of(
            "day",
            "component",
            "basis",
            "in_total",
            "quantity",
            "unit",
            "credits",
            "amount",
            "currency",
            "price_source",
            "note");

    private CostSql() {}

    static String delete(TimeWindow window) {
        return "DELETE FROM INGESTION_COST WHERE DAY >= %s AND DAY < %s"
                .formatted(
                        Sql.date(window.from().toLocalDate()),
                        Sql.date(window.to().toLocalDate()));
    }

    /**
     * One line per day and component with a quantity above 0. What is measured stays provisional for 8 hours, because
     * usage views lag. A month is 30 days. The usage view is asked from a day earlier on, because the bound is read in the
     * session's time zone; days before the window fall away with the join.
     */
    static String insert(TimeWindow window, String runId) {
        return """
                INSERT INTO INGESTION_COST
                  (DAY, COMPONENT, COMPONENT_ORDER, BASIS, IN_TOTAL, QUANTITY, UNIT, CREDITS, AMOUNT, CURRENCY, PRICE_SOURCE,
                   NOTE, COMPUTED_AT, RUN_ID)
                WITH DAYS AS (
                  SELECT DAY_TEXT::DATE AS DAY
                  FROM (VALUES %1$s) AS v (DAY_TEXT)
                ),
                LOADED AS (
                  SELECT
                    START_SCAN_TIME::DATE AS DAY,
                    COUNT(*) AS FILES,
                    SUM(FILE_SIZE) AS BYTES,
                    SUM(COALESCE(BYTES_BILLED, FILE_SIZE)) AS BYTES_BILLED,
                    COUNT(*) - COUNT(BYTES_BILLED) AS NOT_BILLED
                  FROM INGESTION_FILES
                  WHERE START_SCAN_TIME < %2$s AND COALESCE(EXPECTED_RECORDS, 1) > 0
                  GROUP BY 1
                ),
                STORED AS (
                  SELECT d.DAY, SUM(f.BYTES) AS BYTES
                  FROM DAYS d JOIN LOADED f ON f.DAY <= d.DAY
                  GROUP BY d.DAY
                ),
                TASK_CREDITS AS (
                  SELECT
                    CONVERT_TIMEZONE('UTC', START_TIME)::TIMESTAMP_NTZ::DATE AS DAY,
                    SUM(TRY_TO_DOUBLE(CREDITS_USED::VARCHAR)) AS CREDITS
                  FROM SNOWFLAKE.ACCOUNT_USAGE.SERVERLESS_TASK_HISTORY
                  WHERE DATABASE_NAME = CURRENT_DATABASE() AND SCHEMA_NAME = CURRENT_SCHEMA() AND TASK_NAME = 'FLATTEN'
                    AND START_TIME >= DATEADD(DAY, -1, %3$s)::TIMESTAMP_LTZ
                  GROUP BY 1
                ),
                RUN_TIMES AS (
                  SELECT
                    FINISHED_AT::DATE AS DAY,
                    SUM(DATEDIFF(MILLISECOND, STARTED_AT, FINISHED_AT))::FLOAT / 1000 AS SECONDS
                  FROM PIPELINE_RUNS
                  WHERE PROCEDURE_NAME = 'FLATTEN_INVERTER_DATA' AND FINISHED_AT >= %3$s AND FINISHED_AT < %2$s
                  GROUP BY 1
                ),
                QUANTITIES AS (
                  SELECT DAY, 'SNOWPIPE' AS COMPONENT, 1 AS COMPONENT_ORDER, 'SNOWPIPE' AS ITEM,
                    IFF(NOT_BILLED = 0, 'measured', 'modelled') AS BASIS, TRUE AS IN_TOTAL, BYTES_BILLED::FLOAT AS QUANTITY,
                    IFF(NOT_BILLED = 0, 'bytes billed by the load history', 'sizes of files, taken as uncompressed') AS NOTE
                  FROM LOADED
                  UNION ALL
                  SELECT DAY, 'SNOWPIPE_FORMER_FILE_FEE', 2, 'SNOWPIPE_FORMER_FILE_FEE', 'modelled', FALSE, FILES::FLOAT,
                    'for comparison: the fee per file that was charged until December 2025, without its compute'
                  FROM LOADED
                  UNION ALL
                  SELECT DAY, 'FLATTEN_SERVERLESS', 3, 'SERVERLESS_CREDIT', 'measured', TRUE, CREDITS,
                    'credits of the task FLATTEN'
                  FROM TASK_CREDITS
                  UNION ALL
                  SELECT r.DAY, 'FLATTEN_SERVERLESS', 3, 'SERVERLESS_TASK_XSMALL', 'modelled', TRUE, r.SECONDS,
                    'run times at size XSMALL; the usage view does not know the day yet'
                  FROM RUN_TIMES r LEFT JOIN TASK_CREDITS c ON c.DAY = r.DAY
                  WHERE c.DAY IS NULL
                  UNION ALL
                  SELECT DAY, 'S3_PUT', 4, 'S3_PUT', 'modelled', TRUE, FILES::FLOAT, 'one PUT a file, retries not counted'
                  FROM LOADED
                  UNION ALL
                  SELECT DAY, 'S3_GET', 5, 'S3_GET', 'modelled', TRUE, FILES::FLOAT, 'one GET a file'
                  FROM LOADED
                  UNION ALL
                  SELECT DAY, 'S3_STORAGE', 6, 'S3_STORAGE', 'modelled', TRUE, BYTES::FLOAT / 30,
                    'all files ever loaded, none deleted'
                  FROM STORED
                  UNION ALL
                  SELECT DAY, 'TABLE_STORAGE', 7, 'SNOWFLAKE_STORAGE', 'modelled', TRUE, BYTES::FLOAT / 30,
                    'raw and typed tables together taken as large as the files'
                  FROM STORED
                ),
                PRICES AS (
                  SELECT d.DAY, p.ITEM, p.PRICE::FLOAT / p.UNIT_QUANTITY AS UNIT_PRICE, p.CURRENCY, p.UNIT, p.SOURCE
                  FROM DAYS d
                  JOIN PRICES_OF_EDITION p
                    ON (p.VALID_FROM IS NULL OR p.VALID_FROM <= d.DAY)
                    AND (p.VALID_TO IS NULL OR d.DAY < p.VALID_TO OR p.ITEM = 'SNOWPIPE_FORMER_FILE_FEE')
                  QUALIFY ROW_NUMBER() OVER (PARTITION BY d.DAY, p.ITEM ORDER BY p.VALID_FROM DESC NULLS LAST) = 1
                )
                SELECT
                  q.DAY, q.COMPONENT, q.COMPONENT_ORDER,
                  IFF(q.BASIS = 'measured' AND DATEADD(DAY, 1, q.DAY) > DATEADD(HOUR, -8, SYSDATE()), 'provisional', q.BASIS),
                  q.IN_TOTAL, q.QUANTITY, COALESCE(p.UNIT, 'unknown'),
                  IFF(p.CURRENCY = 'CREDIT', q.QUANTITY * p.UNIT_PRICE, NULL),
                  q.QUANTITY * p.UNIT_PRICE * IFF(p.CURRENCY = 'CREDIT', c.UNIT_PRICE, 1),
                  IFF(p.CURRENCY = 'CREDIT', c.CURRENCY, p.CURRENCY),
                  COALESCE(
                    p.SOURCE || IFF(p.CURRENCY = 'CREDIT', '; credit: ' || c.SOURCE, ''),
                    'PRICE_LIST has no price for this day'),
                  q.NOTE, SYSDATE(), %4$s
                FROM QUANTITIES q
                JOIN DAYS d ON d.DAY = q.DAY
                LEFT JOIN PRICES p ON p.DAY = q.DAY AND p.ITEM = q.ITEM
                LEFT JOIN PRICES c ON c.DAY = q.DAY AND c.ITEM = 'CREDIT'
                WHERE q.QUANTITY > 0""".formatted(
                        window.days().stream().map(day -> "('" + day + "')").collect(joining(", ")),
                        Sql.timestamp(window.to()),
                        Sql.timestamp(window.from()),
                        Sql.text(runId));
    }

    /** The lines of the window. */
    public static String select(TimeWindow window) {
        return """
                SELECT
                  TO_VARCHAR(DAY, 'YYYY-MM-DD'), COMPONENT, BASIS, IN_TOTAL, QUANTITY, UNIT, CREDITS, AMOUNT, CURRENCY,
                  PRICE_SOURCE, NOTE
                FROM INGESTION_COST
                WHERE DAY >= %s AND DAY < %s
                ORDER BY DAY, COMPONENT_ORDER""".formatted(
                Sql.date(window.from().toLocalDate()), Sql.date(window.to().toLocalDate()));
    }

    /** What unit costs are divided by: readings typed, bytes stored, inverters seen. */
    static String selectActivity(TimeWindow window) {
        return """
                SELECT
                  (SELECT COALESCE(SUM(TYPED), 0) FROM PIPELINE_RUNS
                   WHERE PROCEDURE_NAME = 'FLATTEN_INVERTER_DATA' AND FINISHED_AT >= %1$s AND FINISHED_AT < %2$s),
                  (SELECT COALESCE(SUM(FILE_SIZE), 0) FROM INGESTION_FILES
                   WHERE START_SCAN_TIME >= %1$s AND START_SCAN_TIME < %2$s),
                  (SELECT COUNT(DISTINCT INVERTER_ID) FROM INVERTER_READINGS
                   WHERE READING_DATE >= %3$s AND READING_DATE < %4$s)""".formatted(
                        Sql.timestamp(window.from()),
                        Sql.timestamp(window.to()),
                        Sql.date(window.from().toLocalDate()),
                        Sql.date(window.to().toLocalDate()));
    }
}
