package dev.inverterflow.procs.project;

/** The statements of a projection; {@code ?} marks a bind. */
final class ProjectSql {

    /** Edition and region of this deployment. */
    static final String DEPLOYMENT = "SELECT EDITION, REGION FROM DEPLOYMENT";

    /**
     * Binds: edition, region, and the region whose prices stand in where it has none (itself for no other). The price of one
     * unit, not of UNIT_QUANTITY of them. The former fee per file is no longer in force; it is shown for comparison.
     */
    static final String PRICES = """
            WITH WANTED AS (SELECT ? AS EDITION, ? AS REGION, ? AS STAND_IN)
            SELECT
              p.ITEM, p.PRICE::FLOAT / p.UNIT_QUANTITY, p.CURRENCY, p.UNIT,
              IFF(COALESCE(p.REGION, w.REGION) = w.REGION, p.SOURCE, p.SOURCE || ' (price of ' || p.REGION || ')')
            FROM PRICE_LIST p
            CROSS JOIN WANTED w
            WHERE (p.EDITION IS NULL OR p.EDITION = w.EDITION)
              AND (p.REGION IS NULL OR p.REGION IN (w.REGION, w.STAND_IN))
              AND (p.VALID_FROM IS NULL OR p.VALID_FROM <= SYSDATE()::DATE)
              AND (p.VALID_TO IS NULL OR SYSDATE()::DATE < p.VALID_TO OR p.ITEM = 'SNOWPIPE_FORMER_FILE_FEE')
            QUALIFY ROW_NUMBER() OVER (
              PARTITION BY p.ITEM
              ORDER BY IFF(COALESCE(p.REGION, w.REGION) = w.REGION, 1, 2), p.VALID_FROM DESC NULLS LAST) = 1""";

    /** Bytes of a reading, and of a gzip file by its content; NULL where no file tells. */
    static final String SIZES = """
            SELECT
              SUM(BYTES_BILLED)::FLOAT / NULLIF(SUM(RECORDS), 0),
              SUM(IFF(ENDSWITH(FILE_NAME, '.gz'), FILE_SIZE, NULL))::FLOAT
                / NULLIF(SUM(IFF(ENDSWITH(FILE_NAME, '.gz'), BYTES_BILLED, NULL)), 0)
            FROM INGESTION_FILES
            WHERE RECORDS > 0 AND BYTES_BILLED IS NOT NULL AND START_SCAN_TIME >= DATEADD(DAY, -30, SYSDATE())""";

    static final String FLATTEN_SECONDS = """
            SELECT AVG(DATEDIFF(MILLISECOND, STARTED_AT, FINISHED_AT)) / 1000::FLOAT
            FROM PIPELINE_RUNS
            WHERE PROCEDURE_NAME = 'FLATTEN_INVERTER_DATA' AND FILES > 0 AND FINISHED_AT >= DATEADD(DAY, -30, SYSDATE())""";

    /**
     * Per NUM_FILES, from the tick to the raw table, over the files that REPORT_INGESTION_LATENCY measures; a negative time is
     * a broken clock, not a latency. The wait for FLATTEN is the projection's own.
     */
    static final String LATENCY = """
            SELECT
              NUM_FILES,
              PERCENTILE_CONT(0.5) WITHIN GROUP (ORDER BY SECONDS),
              PERCENTILE_CONT(0.95) WITHIN GROUP (ORDER BY SECONDS)
            FROM (
              SELECT NUM_FILES, DATEDIFF(MILLISECOND, GENERATED_AT, COMMITTED_AT) / 1000::FLOAT AS SECONDS
              FROM INGESTION_FILES
              WHERE COALESCE(EXPECTED_RECORDS, 1) > 0 AND START_SCAN_TIME >= DATEADD(DAY, -30, SYSDATE())
            )
            WHERE SECONDS >= 0 AND NUM_FILES IS NOT NULL
            GROUP BY NUM_FILES""";

    private ProjectSql() {}
}
