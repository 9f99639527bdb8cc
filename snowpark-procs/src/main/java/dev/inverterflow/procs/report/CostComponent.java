package dev.inverterflow.procs.report;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;

/**
 * What costs, in the order of the report; each says where its quantity per day comes from. {@code DAY} is the day,
 * {@code BASIS} one of {@code measured}, {@code modelled} and {@code awaited}: modelled until a view of Snowflake knows the
 * day.
 */
enum CostComponent {
    SNOWPIPE("""
            SELECT DAY, 'SNOWPIPE' AS COMPONENT, 'SNOWPIPE' AS ITEM, IFF(NOT_BILLED = 0, 'measured', 'awaited') AS BASIS,
              BYTES_BILLED::FLOAT AS QUANTITY,
              IFF(NOT_BILLED = 0, 'bytes billed by the load history', 'sizes of files, taken as uncompressed') AS NOTE
            FROM LOADED"""),

    SNOWPIPE_FORMER_FILE_FEE("""
            SELECT DAY, 'SNOWPIPE_FORMER_FILE_FEE', 'SNOWPIPE_FORMER_FILE_FEE', 'modelled', FILES::FLOAT,
              'for comparison: the fee per file that was charged until December 2025, without its compute'
            FROM LOADED"""),

    SNOWPIPE_METERED("""
            SELECT DAY, 'SNOWPIPE_METERED', 'METERED_CREDIT', 'measured', CREDITS,
              'for comparison: credits that PIPE_USAGE_HISTORY shows for INVERTER_PIPE'
            FROM PIPE_CREDITS"""),

    FLATTEN_SERVERLESS(serverless("FLATTEN_SERVERLESS", "credits of the task FLATTEN")),

    FLATTEN_WAREHOUSE("""
            SELECT DAY, 'FLATTEN_WAREHOUSE', 'WAREHOUSE_XSMALL', 'modelled', SECONDS,
              'run times at size XSMALL on a warehouse that is not this deployment''s own; its idle time is not counted'
            FROM RUN_TIMES
            WHERE COMPONENT = 'FLATTEN_WAREHOUSE'"""),

    MONITOR_SERVERLESS(serverless("MONITOR_SERVERLESS", "credits of the task MONITOR")),

    REPORTS_SERVERLESS(
            serverless("REPORTS_SERVERLESS", "credits of the other tasks: snapshot, reconciliation, reports")),

    ALERTS_SERVERLESS("""
            SELECT DAY, 'ALERTS_SERVERLESS', 'METERED_CREDIT', 'measured', CREDITS, 'credits of the alerts'
            FROM ALERT_CREDITS"""),

    WAREHOUSE_QUERIES("""
            SELECT DAY, 'WAREHOUSE_QUERIES', 'METERED_CREDIT', 'measured', QUERIES,
              'credits that the warehouse''s queries caused, FLATTEN among them if it runs there'
            FROM WAREHOUSE_CREDITS"""),

    WAREHOUSE_IDLE("""
            SELECT DAY, 'WAREHOUSE_IDLE', 'METERED_CREDIT', 'measured', IDLE,
              'credits of the warehouse that no query caused'
            FROM WAREHOUSE_CREDITS"""),

    TABLE_STORAGE("""
            SELECT b.DAY, 'TABLE_STORAGE', 'SNOWFLAKE_STORAGE', 'measured', b.BYTES * COALESCE(s.ACTIVE, 1) / 30,
              'mean of the database on the day, by the share that this schema''s tables have now'
            FROM DATABASE_BYTES b CROSS JOIN SHARES s
            UNION ALL
            SELECT f.DAY, 'TABLE_STORAGE', 'SNOWFLAKE_STORAGE', 'awaited', f.TABLE_BYTES::FLOAT / 30,
              'raw and typed tables together taken as large as all files; the usage view does not know the day yet'
            FROM STORED f LEFT JOIN DATABASE_BYTES b ON b.DAY = f.DAY
            WHERE b.DAY IS NULL"""),

    TIME_TRAVEL_STORAGE("""
            SELECT b.DAY, 'TIME_TRAVEL_STORAGE', 'SNOWFLAKE_STORAGE', 'measured', b.BYTES * COALESCE(s.TIME_TRAVEL, 0) / 30,
              'mean of the database on the day, by the share that this schema''s Time Travel has now'
            FROM DATABASE_BYTES b CROSS JOIN SHARES s"""),

    FAIL_SAFE_STORAGE("""
            SELECT b.DAY, 'FAIL_SAFE_STORAGE', 'SNOWFLAKE_STORAGE', 'measured',
              b.FAILSAFE_BYTES * COALESCE(s.FAILSAFE, 1) / 30,
              'mean of the database on the day, by the share that this schema''s tables have now'
            FROM DATABASE_BYTES b CROSS JOIN SHARES s"""),

    STAGE_STORAGE("""
            SELECT DAY, 'STAGE_STORAGE', 'SNOWFLAKE_STORAGE', 'modelled', %1$d::FLOAT / 30,
              'files that PROCEDURE_CODE and INGESTION_REPORTS hold now'
            FROM STORED"""),

    S3_PUT("""
            SELECT DAY, 'S3_PUT', 'S3_PUT', 'modelled', FILES::FLOAT, 'one PUT a file by the client, retries not counted'
            FROM LOADED"""),

    S3_GET("""
            SELECT DAY, 'S3_GET', 'S3_GET', 'modelled', FILES::FLOAT, 'one GET a file by Snowpipe'
            FROM LOADED"""),

    S3_LIST("""
            SELECT l.DAY, 'S3_LIST', 'S3_LIST', 'modelled', (l.RUNS * (1 + CEIL(COALESCE(f.FILES, 0) / 1000)))::FLOAT,
              'two folders a reconciliation, 1,000 names a request; Snowpipe itself is told by events'
            FROM LISTINGS l LEFT JOIN LOADED f ON f.DAY = l.DAY"""),

    S3_STORAGE("""
            SELECT DAY, 'S3_STORAGE', 'S3_STORAGE', 'modelled', FILE_BYTES::FLOAT / 30,
              'files of the last ' || FILE_DAYS || ' days, after which the lifecycle of the bucket deletes them'
            FROM STORED""");

    private final String quantity;

    CostComponent(String quantity) {
        this.quantity = quantity;
    }

    /** Lines shown for comparison only. */
    private boolean compared() {
        return this == SNOWPIPE_FORMER_FILE_FEE || this == SNOWPIPE_METERED;
    }

    /**
     * One SELECT over all of them.
     *
     * @param stageBytes bytes on the internal stages
     */
    static String quantities(long stageBytes) {
        return Arrays.stream(values())
                .map(component -> component.quantity)
                .collect(joining("\nUNION ALL\n"))
                .formatted(stageBytes);
    }

    /** Name, order, whether it counts, as rows of VALUES. */
    static String rows() {
        return Arrays.stream(values())
                .map(one -> "('" + one.name() + "', " + (one.ordinal() + 1) + ", " + !one.compared() + ")")
                .collect(joining(", "));
    }

    private static String serverless(String component, String note) {
        return """
                SELECT DAY, '%1$s', 'METERED_CREDIT', 'measured', CREDITS, '%2$s'
                FROM TASK_CREDITS
                WHERE COMPONENT = '%1$s'
                UNION ALL
                SELECT r.DAY, '%1$s', 'SERVERLESS_TASK_XSMALL', 'awaited', r.SECONDS,
                  'run times at size XSMALL; the usage view does not know the day yet'
                FROM RUN_TIMES r LEFT JOIN TASK_CREDITS c ON c.DAY = r.DAY AND c.COMPONENT = r.COMPONENT
                WHERE r.COMPONENT = '%1$s' AND c.DAY IS NULL""".formatted(component, note);
    }
}
