package dev.inverterflow.procs.report;

import static java.util.stream.Collectors.joining;

import dev.inverterflow.procs.run.Sql;
import dev.inverterflow.procs.run.TimeWindow;
import java.util.List;

/** The statements of the cost report. */
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
        return "DELETE FROM INGESTION_COST WHERE " + within("DAY", window);
    }

    /**
     * One line per day and component with a quantity above 0. What a view of Snowflake tells or will tell stays provisional
     * for 8 hours after its day, because the views lag.
     *
     * @param stageBytes bytes on the internal stages
     */
    static String insert(TimeWindow window, Rates rates, FlattenCompute flatten, long stageBytes, String runId) {
        return """
                INSERT INTO INGESTION_COST
                  (DAY, COMPONENT, COMPONENT_ORDER, BASIS, IN_TOTAL, QUANTITY, UNIT, CREDITS, AMOUNT, CURRENCY, PRICE_SOURCE,
                   NOTE, COMPUTED_AT, RUN_ID)
                WITH DAYS AS (
                  SELECT DAY_TEXT::DATE AS DAY
                  FROM (VALUES %s) AS v (DAY_TEXT)
                ),
                %s,
                %s,
                QUANTITIES AS (
                %s
                )
                SELECT
                  q.DAY, q.COMPONENT, o.COMPONENT_ORDER,
                  CASE
                    WHEN q.BASIS = 'modelled' THEN 'modelled'
                    WHEN DATEADD(DAY, 1, q.DAY) > DATEADD(HOUR, -8, SYSDATE()) THEN 'provisional'
                    WHEN q.BASIS = 'awaited' THEN 'modelled'
                    ELSE q.BASIS
                  END,
                  o.IN_TOTAL, q.QUANTITY, COALESCE(p.UNIT, 'unknown'),
                  IFF(p.CURRENCY = 'CREDIT', q.QUANTITY * p.UNIT_PRICE, NULL),
                  q.QUANTITY * p.UNIT_PRICE * IFF(p.CURRENCY = 'CREDIT', c.UNIT_PRICE, 1),
                  IFF(p.CURRENCY = 'CREDIT', c.CURRENCY, p.CURRENCY),
                  COALESCE(
                    p.SOURCE || IFF(p.CURRENCY = 'CREDIT', '; credit: ' || c.SOURCE, ''),
                    'PRICE_LIST has no price for this day'),
                  q.NOTE, SYSDATE(), %s
                FROM QUANTITIES q
                JOIN DAYS d ON d.DAY = q.DAY
                JOIN (VALUES %s) AS o (NAME, COMPONENT_ORDER, IN_TOTAL) ON o.NAME = q.COMPONENT
                LEFT JOIN PRICES p ON p.DAY = q.DAY AND p.ITEM = q.ITEM
                LEFT JOIN PRICES c ON c.DAY = q.DAY AND c.ITEM = 'CREDIT'
                WHERE q.QUANTITY > 0""".formatted(
                        window.days().stream().map(day -> "('" + day + "')").collect(joining(", ")),
                        CostSources.expressions(window, flatten),
                        rates.expressions(window),
                        CostComponent.quantities(stageBytes),
                        Sql.text(runId),
                        CostComponent.rows());
    }

    /** The lines of the window. */
    public static String select(TimeWindow window) {
        return """
                SELECT
                  TO_VARCHAR(DAY, 'YYYY-MM-DD'), COMPONENT, BASIS, IN_TOTAL, QUANTITY, UNIT, CREDITS, AMOUNT, CURRENCY,
                  PRICE_SOURCE, NOTE
                FROM INGESTION_COST
                WHERE %s
                ORDER BY DAY, COMPONENT_ORDER""".formatted(within("DAY", window));
    }

    /** Keys of the rows of {@link #selectByNumFiles}. */
    public static final List<String> KEYS_BY_NUM_FILES = List.of(
            "num_files",
            "interval_seconds",
            "batches",
            "files",
            "bytes_billed",
            "put_amount",
            "get_amount",
            "currency",
            "snowpipe_credits",
            "former_file_fee_credits");

    /**
     * What depends on how batches are cut: requests and Snowpipe per NUM_FILES and interval. The interval of a run of a
     * client is the median distance of its batches; NULL for a run of one batch. Prices are those of the last day.
     */
    public static String selectByNumFiles(TimeWindow window) {
        return """
                WITH BATCHES AS (
                  SELECT
                    CLIENT_ID, CLIENT_RUN, NUM_FILES, GENERATED_AT, COUNT(*) AS FILES,
                    SUM(COALESCE(BYTES_BILLED, FILE_SIZE)) AS BYTES_BILLED
                  FROM INGESTION_FILES
                  WHERE START_SCAN_TIME >= %1$s AND START_SCAN_TIME < %2$s AND EXPECTED_RECORDS > 0
                  GROUP BY CLIENT_ID, CLIENT_RUN, NUM_FILES, GENERATED_AT
                ),
                STEPS AS (
                  SELECT *,
                    DATEDIFF(SECOND, GENERATED_AT, LEAD(GENERATED_AT) OVER (
                      PARTITION BY CLIENT_ID, CLIENT_RUN, NUM_FILES ORDER BY GENERATED_AT)) AS STEP_SECONDS
                  FROM BATCHES
                ),
                INTERVALS AS (
                  SELECT
                    CLIENT_ID, CLIENT_RUN, NUM_FILES,
                    PERCENTILE_DISC(0.5) WITHIN GROUP (ORDER BY STEP_SECONDS) AS INTERVAL_SECONDS
                  FROM STEPS
                  GROUP BY CLIENT_ID, CLIENT_RUN, NUM_FILES
                ),
                CUTS AS (
                  SELECT
                    b.NUM_FILES, i.INTERVAL_SECONDS, COUNT(*) AS BATCHES, SUM(b.FILES) AS FILES,
                    SUM(b.BYTES_BILLED) AS BYTES_BILLED
                  FROM BATCHES b
                  JOIN INTERVALS i
                    ON i.CLIENT_ID = b.CLIENT_ID AND i.CLIENT_RUN = b.CLIENT_RUN AND i.NUM_FILES = b.NUM_FILES
                  GROUP BY b.NUM_FILES, i.INTERVAL_SECONDS
                ),
                PRICES AS (
                  SELECT ITEM, PRICE::FLOAT / UNIT_QUANTITY AS UNIT_PRICE, CURRENCY
                  FROM PRICES_OF_EDITION
                  WHERE (VALID_FROM IS NULL OR VALID_FROM < %3$s)
                    AND (VALID_TO IS NULL OR %3$s <= VALID_TO OR ITEM = 'SNOWPIPE_FORMER_FILE_FEE')
                  QUALIFY ROW_NUMBER() OVER (PARTITION BY ITEM ORDER BY IFF(OF_REGION, 0, 1), VALID_FROM DESC NULLS LAST) = 1
                )
                SELECT
                  c.NUM_FILES, c.INTERVAL_SECONDS, c.BATCHES, c.FILES, c.BYTES_BILLED, c.FILES * puts.UNIT_PRICE,
                  c.FILES * gets.UNIT_PRICE, puts.CURRENCY, c.BYTES_BILLED * loads.UNIT_PRICE, c.FILES * fees.UNIT_PRICE
                FROM CUTS c
                LEFT JOIN PRICES puts ON puts.ITEM = 'S3_PUT'
                LEFT JOIN PRICES gets ON gets.ITEM = 'S3_GET'
                LEFT JOIN PRICES loads ON loads.ITEM = 'SNOWPIPE'
                LEFT JOIN PRICES fees ON fees.ITEM = 'SNOWPIPE_FORMER_FILE_FEE'
                ORDER BY c.NUM_FILES, c.INTERVAL_SECONDS""".formatted(
                        Sql.timestamp(window.from()),
                        Sql.timestamp(window.to()),
                        Sql.date(window.to().toLocalDate()));
    }

    /** What unit costs are divided by: readings typed, bytes stored, inverters seen. */
    static String selectActivity(TimeWindow window) {
        return """
                SELECT
                  (SELECT COALESCE(SUM(TYPED), 0) FROM PIPELINE_RUNS WHERE FINISHED_AT >= %1$s AND FINISHED_AT < %2$s),
                  (SELECT COALESCE(SUM(FILE_SIZE), 0) FROM INGESTION_FILES
                   WHERE START_SCAN_TIME >= %1$s AND START_SCAN_TIME < %2$s),
                  (SELECT COUNT(DISTINCT INVERTER_ID) FROM INVERTER_READINGS WHERE %3$s)""".formatted(Sql.timestamp(window.from()), Sql.timestamp(window.to()), within("READING_DATE", window));
    }

    /** Bytes on the internal stages, after a LIST of one. */
    static final String STAGE_BYTES = "SELECT COALESCE(SUM(\"size\"), 0) FROM TABLE(RESULT_SCAN(LAST_QUERY_ID()))";

    private static String within(String column, TimeWindow window) {
        return column + " >= " + Sql.date(window.from().toLocalDate()) + " AND " + column + " < "
                + Sql.date(window.to().toLocalDate());
    }
}
