package dev.inverterflow.procs.report;

import dev.inverterflow.procs.run.Sql;
import dev.inverterflow.procs.run.TimeWindow;

/**
 * Where quantities come from: what Snowflake meters, and what is modelled while its views lag.
 *
 * <p>All of it is read from ACCOUNT_USAGE, up to 6 hours late, not from the table functions of the same names in
 * INFORMATION_SCHEMA: they reach back 14 days only, want MONITOR USAGE on the account where the views take a database
 * role, and hide names from those who have no more than that. The views are asked from a day earlier on, because a bound of
 * TIMESTAMP_LTZ is read in the session's time zone; days before the window fall away with the join to DAYS.
 */
final class CostSources {

    private CostSources() {}

    /**
     * Common table expressions: LOADED, STORED, TASK_CREDITS, ALERT_CREDITS, RUN_TIMES, PIPE_CREDITS, WAREHOUSE_CREDITS,
     * DATABASE_BYTES, SHARES, LISTINGS. A month has 30 days.
     *
     * @param flatten what the run times of FLATTEN stand for
     */
    static String expressions(TimeWindow window, FlattenCompute flatten) {
        return """
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
                  SELECT
                    d.DAY, SUM(f.BYTES) AS TABLE_BYTES,
                    SUM(IFF(f.DAY > DATEADD(DAY, -s.FILE_DAYS, d.DAY), f.BYTES, 0)) AS FILE_BYTES,
                    MAX(s.FILE_DAYS) AS FILE_DAYS
                  FROM DAYS d JOIN LOADED f ON f.DAY <= d.DAY CROSS JOIN DEPLOYMENT s
                  GROUP BY d.DAY
                ),
                TASK_CREDITS AS (
                  SELECT
                    CONVERT_TIMEZONE('UTC', START_TIME)::TIMESTAMP_NTZ::DATE AS DAY,
                    CASE TASK_NAME
                      WHEN 'FLATTEN' THEN 'FLATTEN_SERVERLESS'
                      WHEN 'MONITOR' THEN 'MONITOR_SERVERLESS'
                      ELSE 'REPORTS_SERVERLESS'
                    END AS COMPONENT,
                    SUM(TRY_TO_DOUBLE(CREDITS_USED::VARCHAR)) AS CREDITS
                  FROM SNOWFLAKE.ACCOUNT_USAGE.SERVERLESS_TASK_HISTORY
                  WHERE DATABASE_NAME = CURRENT_DATABASE() AND SCHEMA_NAME = CURRENT_SCHEMA()
                    AND START_TIME >= DATEADD(DAY, -1, %1$s)::TIMESTAMP_LTZ
                  GROUP BY 1, 2
                ),
                ALERT_CREDITS AS (
                  SELECT
                    CONVERT_TIMEZONE('UTC', START_TIME)::TIMESTAMP_NTZ::DATE AS DAY,
                    SUM(TRY_TO_DOUBLE(CREDITS_USED::VARCHAR)) AS CREDITS
                  FROM SNOWFLAKE.ACCOUNT_USAGE.SERVERLESS_ALERT_HISTORY
                  WHERE DATABASE_NAME = CURRENT_DATABASE() AND SCHEMA_NAME = CURRENT_SCHEMA()
                    AND START_TIME >= DATEADD(DAY, -1, %1$s)::TIMESTAMP_LTZ
                  GROUP BY 1
                ),
                RUN_TIMES AS (
                  SELECT
                    FINISHED_AT::DATE AS DAY,
                    CASE PROCEDURE_NAME
                      WHEN 'FLATTEN_INVERTER_DATA' THEN '%5$s'
                      WHEN 'MONITOR_INGESTION' THEN 'MONITOR_SERVERLESS'
                      ELSE 'REPORTS_SERVERLESS'
                    END AS COMPONENT,
                    SUM(DATEDIFF(MILLISECOND, STARTED_AT, FINISHED_AT))::FLOAT / 1000 AS SECONDS
                  FROM PIPELINE_RUNS
                  WHERE FINISHED_AT >= %1$s AND FINISHED_AT < %2$s
                    AND PROCEDURE_NAME IN (
                      'FLATTEN_INVERTER_DATA', 'MONITOR_INGESTION', 'SNAPSHOT_LOAD_HISTORY', 'RECONCILE_BATCHES',
                      'REPORT_INGESTION_LATENCY', 'REPORT_INGESTION_COST', 'RECORD_GRAPH_RUN')
                  GROUP BY 1, 2
                ),
                PIPE_CREDITS AS (
                  SELECT
                    CONVERT_TIMEZONE('UTC', START_TIME)::TIMESTAMP_NTZ::DATE AS DAY,
                    SUM(CREDITS_USED)::FLOAT AS CREDITS
                  FROM SNOWFLAKE.ACCOUNT_USAGE.PIPE_USAGE_HISTORY
                  WHERE PIPE_NAME = 'INVERTER_PIPE' AND START_TIME >= DATEADD(DAY, -1, %1$s)::TIMESTAMP_LTZ
                  GROUP BY 1
                ),
                WAREHOUSE_CREDITS AS (
                  SELECT
                    CONVERT_TIMEZONE('UTC', START_TIME)::TIMESTAMP_NTZ::DATE AS DAY,
                    SUM(COALESCE(CREDITS_ATTRIBUTED_COMPUTE_QUERIES, 0))::FLOAT AS QUERIES,
                    SUM(CREDITS_USED_COMPUTE - COALESCE(CREDITS_ATTRIBUTED_COMPUTE_QUERIES, 0))::FLOAT AS IDLE
                  FROM SNOWFLAKE.ACCOUNT_USAGE.WAREHOUSE_METERING_HISTORY
                  WHERE WAREHOUSE_NAME IN (SELECT WAREHOUSE FROM DEPLOYMENT)
                    AND START_TIME >= DATEADD(DAY, -1, %1$s)::TIMESTAMP_LTZ
                  GROUP BY 1
                ),
                DATABASE_BYTES AS (
                  SELECT
                    USAGE_DATE AS DAY, SUM(AVERAGE_DATABASE_BYTES) AS BYTES, SUM(AVERAGE_FAILSAFE_BYTES) AS FAILSAFE_BYTES
                  FROM SNOWFLAKE.ACCOUNT_USAGE.DATABASE_STORAGE_USAGE_HISTORY
                  WHERE DATABASE_NAME = CURRENT_DATABASE() AND USAGE_DATE >= %3$s AND USAGE_DATE < %4$s
                  GROUP BY 1
                ),
                SHARES AS (
                  SELECT
                    SUM(IFF(TABLE_SCHEMA = CURRENT_SCHEMA(), ACTIVE_BYTES, 0))::FLOAT
                      / NULLIF(SUM(ACTIVE_BYTES + TIME_TRAVEL_BYTES), 0) AS ACTIVE,
                    SUM(IFF(TABLE_SCHEMA = CURRENT_SCHEMA(), TIME_TRAVEL_BYTES, 0))::FLOAT
                      / NULLIF(SUM(ACTIVE_BYTES + TIME_TRAVEL_BYTES), 0) AS TIME_TRAVEL,
                    SUM(IFF(TABLE_SCHEMA = CURRENT_SCHEMA(), FAILSAFE_BYTES, 0))::FLOAT
                      / NULLIF(SUM(FAILSAFE_BYTES), 0) AS FAILSAFE
                  FROM SNOWFLAKE.ACCOUNT_USAGE.TABLE_STORAGE_METRICS
                  WHERE TABLE_CATALOG = CURRENT_DATABASE()
                ),
                LISTINGS AS (
                  SELECT FINISHED_AT::DATE AS DAY, COUNT(*) AS RUNS
                  FROM PIPELINE_RUNS
                  WHERE PROCEDURE_NAME = 'RECONCILE_BATCHES' AND FINISHED_AT >= %1$s AND FINISHED_AT < %2$s
                  GROUP BY 1
                )""".formatted(
                        Sql.timestamp(window.from()),
                        Sql.timestamp(window.to()),
                        Sql.date(window.from().toLocalDate()),
                        Sql.date(window.to().toLocalDate()),
                        flatten.component());
    }
}
