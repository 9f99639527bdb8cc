package dev.inverterflow.procs.monitor;

import dev.inverterflow.procs.run.Sql;

/** The questions of the monitor. History functions get bounds that are constant when the statement is compiled. */
final class MonitorSql {

    /** Rows that one check reports at most, so that a flood of failures is no flood of mail. */
    static final int MOST_FILES = 20;

    private MonitorSql() {}

    static String showPipes() {
        return "SHOW PIPES";
    }

    /** After SHOW PIPES: name, why a pipe is broken. */
    static String pipes() {
        return "SELECT \"name\", NULLIF(\"invalid_reason\", '') FROM TABLE(RESULT_SCAN(LAST_QUERY_ID())) ORDER BY 1";
    }

    /** State and error of a pipe (SYSTEM$PIPE_STATUS). */
    static String pipeStatus(String pipe) {
        return """
                SELECT s.STATUS:executionState::VARCHAR, s.STATUS:error::VARCHAR, TO_JSON(s.STATUS)
                FROM (SELECT PARSE_JSON(SYSTEM$PIPE_STATUS(%s)) AS STATUS) s""".formatted(Sql.text(pipe));
    }

    /** Files of the last day that were not, or not wholly, or without any row, loaded; latest first. */
    static String failedFiles() {
        return """
                SELECT
                  STAGE_LOCATION || FILE_NAME, STATUS, FIRST_ERROR_MESSAGE,
                  TO_VARCHAR(CONVERT_TIMEZONE('UTC', LAST_LOAD_TIME)::TIMESTAMP_NTZ, 'YYYY-MM-DD"T"HH24:MI:SS"Z"')
                FROM TABLE(INFORMATION_SCHEMA.COPY_HISTORY(
                  TABLE_NAME => 'INVERTER_DATA_RAW',
                  START_TIME => DATEADD(DAY, -1, CURRENT_TIMESTAMP())))
                WHERE STATUS IN ('Load failed', 'Partially loaded') OR (STATUS = 'Loaded' AND ROW_COUNT = 0)
                ORDER BY LAST_LOAD_TIME DESC, 1""";
    }

    static String showStreams() {
        return "SHOW STREAMS LIKE 'INVERTER_DATA_RAW_STREAM'";
    }

    /** After SHOW STREAMS: whether the stream is stale, and hours until it is. */
    static String streams() {
        return """
                SELECT "stale", DATEDIFF(HOUR, CURRENT_TIMESTAMP(), "stale_after"), NULLIF("invalid_reason", 'N/A')
                FROM TABLE(RESULT_SCAN(LAST_QUERY_ID()))""";
    }

    static String showTasks() {
        return "SHOW TASKS";
    }

    /** After SHOW TASKS: tasks that Snowflake has suspended. */
    static String suspendedTasks() {
        return """
                SELECT "name", "last_suspended_reason"
                FROM TABLE(RESULT_SCAN(LAST_QUERY_ID()))
                WHERE "state" = 'suspended' AND "last_suspended_reason" = 'SUSPENDED_DUE_TO_ERRORS'
                ORDER BY 1""";
    }

    /**
     * Failures of the last day that no success has followed, or that are so young that no run of the monitor has seen
     * them; one row per task and message. Numbers in messages, such as query ids, make no new error.
     */
    static String failedTasks() {
        return """
                WITH RUNS AS (
                  SELECT
                    NAME, STATE, ERROR_CODE, ERROR_MESSAGE, COMPLETED_TIME, QUERY_ID,
                    MAX(IFF(STATE = 'SUCCEEDED', COMPLETED_TIME, NULL)) OVER (PARTITION BY NAME) AS LAST_SUCCESS
                  FROM TABLE(INFORMATION_SCHEMA.TASK_HISTORY(
                    SCHEDULED_TIME_RANGE_START => DATEADD(DAY, -1, CURRENT_TIMESTAMP()), RESULT_LIMIT => 10000))
                  WHERE DATABASE_NAME = CURRENT_DATABASE() AND SCHEMA_NAME = CURRENT_SCHEMA() AND COMPLETED_TIME IS NOT NULL
                )
                SELECT NAME, ERROR_MESSAGE, QUERY_ID
                FROM RUNS
                WHERE STATE IN ('FAILED', 'FAILED_AND_AUTO_SUSPENDED', 'CANCELLED')
                  AND (LAST_SUCCESS IS NULL OR COMPLETED_TIME > LAST_SUCCESS
                    OR COMPLETED_TIME > DATEADD(MINUTE, -20, CURRENT_TIMESTAMP()))
                QUALIFY ROW_NUMBER() OVER (PARTITION BY NAME, %s ORDER BY COMPLETED_TIME DESC) = 1
                ORDER BY NAME, QUERY_ID""".formatted(WITHOUT_NUMBERS);
    }

    private static final String WITHOUT_NUMBERS =
            "REGEXP_REPLACE(ERROR_MESSAGE, '[0-9a-f]{8}-[0-9a-f-]{27}|[0-9]+', '#')";

    /** Messages of open errors that a procedure has reported itself. */
    static String reportedByProcedures() {
        return "SELECT MESSAGE FROM PIPELINE_ERRORS WHERE RESOLVED_AT IS NULL AND SOURCE <> 'MONITOR_INGESTION'";
    }

    /** Closes what a procedure reported of itself, once it has run to its end. */
    static String resolveProcedures() {
        return """
                UPDATE PIPELINE_ERRORS t SET RESOLVED_AT = SYSDATE()
                FROM (
                  SELECT PROCEDURE_NAME, MAX(FINISHED_AT) AS SUCCEEDED_AT
                  FROM PIPELINE_RUNS
                  WHERE FINISHED_AT >= DATEADD(DAY, -7, SYSDATE())
                  GROUP BY PROCEDURE_NAME
                ) s
                WHERE t.RESOLVED_AT IS NULL AND t.SOURCE = s.PROCEDURE_NAME AND t.LAST_SEEN_AT < s.SUCCEEDED_AT
                  AND STARTSWITH(t.ERROR_KEY, t.SOURCE || '|')""";
    }
}
