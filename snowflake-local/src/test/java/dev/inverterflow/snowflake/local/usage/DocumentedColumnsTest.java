package dev.inverterflow.snowflake.local.usage;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.inverterflow.snowflake.local.MovingClockServer;
import java.sql.Connection;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The columns of each history in the order, with the names and of the types that its page documents. T stands for text, N for
 * NUMBER, Z for TIMESTAMP_LTZ, F for FLOAT, B for BOOLEAN, D for DATE, V for VARIANT, O for OBJECT.
 */
@Tag("driver")
class DocumentedColumnsTest {
    private static final String GRAPH_BEGIN = "ROOT_TASK_NAME T, DATABASE_NAME T, SCHEMA_NAME T, STATE T,"
            + " SCHEDULED_FROM T, FIRST_ERROR_TASK_NAME T, FIRST_ERROR_CODE N, FIRST_ERROR_MESSAGE T, SCHEDULED_TIME Z,"
            + " QUERY_START_TIME Z, NEXT_SCHEDULED_TIME Z,";
    private static MovingClockServer server;
    private static Connection connection;

    @BeforeAll
    static void start() throws SQLException {
        server = MovingClockServer.start();
        connection = server.connect();
        server.execute("CREATE TABLE raw (v INTEGER)");
        server.execute("CREATE TASK k AS SELECT 1");
    }

    @AfterAll
    static void stop() throws SQLException {
        connection.close();
        server.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "COPY_HISTORY(TABLE_NAME => 'RAW', START_TIME => CURRENT_TIMESTAMP()) | FILE_NAME T, STAGE_LOCATION T,"
                        + " LAST_LOAD_TIME Z, ROW_COUNT N, ROW_PARSED N, FILE_SIZE N, FIRST_ERROR_MESSAGE T,"
                        + " FIRST_ERROR_LINE_NUMBER N, FIRST_ERROR_CHARACTER_POS N, FIRST_ERROR_COLUMN_NAME T,"
                        + " ERROR_COUNT N, ERROR_LIMIT N, STATUS T, TABLE_CATALOG_NAME T, TABLE_SCHEMA_NAME T,"
                        + " TABLE_NAME T, PIPE_CATALOG_NAME T, PIPE_SCHEMA_NAME T, PIPE_NAME T, PIPE_RECEIVED_TIME Z,"
                        + " BYTES_BILLED N",
                "TASK_HISTORY() | QUERY_ID T, NAME T, DATABASE_NAME T, SCHEMA_NAME T, QUERY_TEXT T, CONDITION_TEXT T,"
                        + " STATE T, ERROR_CODE N, ERROR_MESSAGE T, SCHEDULED_TIME Z, QUERY_START_TIME Z,"
                        + " NEXT_SCHEDULED_TIME Z, COMPLETED_TIME Z, ROOT_TASK_ID T, GRAPH_VERSION N, RUN_ID N,"
                        + " RETURN_VALUE T, SCHEDULED_FROM T, ATTEMPT_NUMBER N, CONFIG T, QUERY_HASH T,"
                        + " QUERY_HASH_VERSION N, QUERY_PARAMETERIZED_HASH T, QUERY_PARAMETERIZED_HASH_VERSION N,"
                        + " GRAPH_RUN_GROUP_ID T, BACKFILL_INFO O, SPCS_JOB_ID N",
                "QUERY_HISTORY() | QUERY_ID T, QUERY_TEXT T, DATABASE_NAME T, SCHEMA_NAME T, QUERY_TYPE T, SESSION_ID N, "
                        + "AUTHN_EVENT_ID N, USER_NAME T, USER_TYPE T, USER_DATABASE_NAME T, USER_SCHEMA_NAME T, "
                        + "ROLE_NAME T, WAREHOUSE_NAME T, WAREHOUSE_SIZE T, WAREHOUSE_TYPE T, CLUSTER_NUMBER N, "
                        + "QUERY_TAG T, EXECUTION_STATUS T, ERROR_CODE N, ERROR_MESSAGE T, START_TIME Z, "
                        + "END_TIME Z, TOTAL_ELAPSED_TIME N, BYTES_SCANNED N, ROWS_PRODUCED N, "
                        + "COMPILATION_TIME N, EXECUTION_TIME N, QUEUED_PROVISIONING_TIME N, "
                        + "QUEUED_REPAIR_TIME N, QUEUED_OVERLOAD_TIME N, TRANSACTION_BLOCKED_TIME N, "
                        + "OUTBOUND_DATA_TRANSFER_CLOUD T, OUTBOUND_DATA_TRANSFER_REGION T, "
                        + "OUTBOUND_DATA_TRANSFER_BYTES N, INBOUND_DATA_TRANSFER_CLOUD T, "
                        + "INBOUND_DATA_TRANSFER_REGION T, INBOUND_DATA_TRANSFER_BYTES N, "
                        + "LIST_EXTERNAL_FILE_TIME N, CREDITS_USED_CLOUD_SERVICES N, RELEASE_VERSION T, "
                        + "EXTERNAL_FUNCTION_TOTAL_INVOCATIONS N, EXTERNAL_FUNCTION_TOTAL_SENT_ROWS N, "
                        + "EXTERNAL_FUNCTION_TOTAL_RECEIVED_ROWS N, EXTERNAL_FUNCTION_TOTAL_SENT_BYTES N, "
                        + "EXTERNAL_FUNCTION_TOTAL_RECEIVED_BYTES N, IS_CLIENT_GENERATED_STATEMENT B, "
                        + "QUERY_HASH T, QUERY_HASH_VERSION N, QUERY_PARAMETERIZED_HASH T, "
                        + "QUERY_PARAMETERIZED_HASH_VERSION N, TRANSACTION_ID N, "
                        + "QUERY_ACCELERATION_BYTES_SCANNED N, QUERY_ACCELERATION_PARTITIONS_SCANNED N, "
                        + "QUERY_ACCELERATION_UPPER_LIMIT_SCALE_FACTOR N, BYTES_WRITTEN_TO_RESULT N, "
                        + "ROWS_WRITTEN_TO_RESULT N, ROWS_INSERTED N, QUERY_RETRY_TIME N, QUERY_RETRY_CAUSE T, "
                        + "FAULT_HANDLING_TIME N, BIND_VALUES A, AGENT_TYPE T",
                "COMPLETE_TASK_GRAPHS() | " + GRAPH_BEGIN
                        + " COMPLETED_TIME Z, ROOT_TASK_ID T, GRAPH_VERSION N, RUN_ID N,"
                        + " ATTEMPT_NUMBER N, CONFIG T, GRAPH_RUN_GROUP_ID T, BACKFILL_INFO O",
                "CURRENT_TASK_GRAPHS() | " + GRAPH_BEGIN
                        + " ROOT_TASK_ID T, GRAPH_VERSION N, RUN_ID N, ATTEMPT_NUMBER N,"
                        + " CONFIG T, GRAPH_RUN_GROUP_ID T, BACKFILL_INFO O",
                "TASK_DEPENDENTS('K') | CREATED_ON Z, NAME T, DATABASE_NAME T, SCHEMA_NAME T, OWNER T, COMMENT T,"
                        + " WAREHOUSE T, SCHEDULE T, PREDECESSORS V, STATE T, DEFINITION T, CONDITION T",
                "ALERT_HISTORY() | NAME T, DATABASE_NAME T, SCHEMA_NAME T, CONDITION T, CONDITION_QUERY_ID T, ACTION T,"
                        + " ACTION_QUERY_ID T, STATE T, SQL_ERROR_CODE N, SQL_ERROR_MESSAGE T, SCHEDULED_TIME Z,"
                        + " COMPLETED_TIME Z, SCHEDULED_FROM T, RUNBOOK T, WAS_AUTO_SUSPENDED B, CONFIG T",
                "SERVERLESS_TASK_HISTORY() | START_TIME Z, END_TIME Z, TASK_NAME T, CREDITS_USED T",
                "SERVERLESS_ALERT_HISTORY() | START_TIME Z, END_TIME Z, ALERT_NAME T, CREDITS_USED T",
                "PIPE_USAGE_HISTORY() | START_TIME Z, END_TIME Z, PIPE_NAME T, CREDITS_USED T, BYTES_INSERTED N,"
                        + " FILES_INSERTED N, BYTES_BILLED N",
            })
    void aFunctionHasTheColumnsOfItsPage(String function, String columns) throws SQLException {
        assertThat(columns("TABLE(INFORMATION_SCHEMA." + function + ")")).isEqualTo(columns);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ACCOUNT_USAGE.COPY_HISTORY | FILE_NAME T, STAGE_LOCATION T, LAST_LOAD_TIME Z, ROW_COUNT N, ROW_PARSED N,"
                        + " FILE_SIZE N, FIRST_ERROR_MESSAGE T, FIRST_ERROR_LINE_NUMBER N, FIRST_ERROR_CHARACTER_POS N,"
                        + " FIRST_ERROR_COLUMN_NAME T, ERROR_COUNT N, ERROR_LIMIT N, STATUS T, TABLE_ID N, TABLE_NAME T,"
                        + " TABLE_SCHEMA_ID N, TABLE_SCHEMA_NAME T, TABLE_CATALOG_ID N, TABLE_CATALOG_NAME T,"
                        + " PIPE_CATALOG_NAME T, PIPE_SCHEMA_NAME T, PIPE_NAME T, PIPE_RECEIVED_TIME Z,"
                        + " FIRST_COMMIT_TIME Z, BYTES_BILLED N",
                "ACCOUNT_USAGE.TASK_HISTORY | NAME T, QUERY_TEXT T, CONDITION_TEXT T, SCHEMA_NAME T, TASK_SCHEMA_ID N,"
                        + " DATABASE_NAME T, TASK_DATABASE_ID N, SCHEDULED_TIME Z, COMPLETED_TIME Z, STATE T,"
                        + " RETURN_VALUE T, QUERY_ID T, QUERY_START_TIME Z, ERROR_CODE T, ERROR_MESSAGE T,"
                        + " GRAPH_VERSION N, RUN_ID N, ROOT_TASK_ID T, SCHEDULED_FROM T, ATTEMPT_NUMBER N, INSTANCE_ID N,"
                        + " CONFIG T, QUERY_HASH T, QUERY_HASH_VERSION N, QUERY_PARAMETERIZED_HASH T,"
                        + " QUERY_PARAMETERIZED_HASH_VERSION N, GRAPH_RUN_GROUP_ID T, BACKFILL_INFO O, SPCS_JOB_ID N",
                "ACCOUNT_USAGE.COMPLETE_TASK_GRAPHS | " + GRAPH_BEGIN + " COMPLETED_TIME Z, ROOT_TASK_ID T,"
                        + " GRAPH_VERSION N, RUN_ID N, ATTEMPT_NUMBER N, CONFIG T, GRAPH_RUN_GROUP_ID T, BACKFILL_INFO O",
                "ACCOUNT_USAGE.ALERT_HISTORY | NAME T, DATABASE_NAME T, SCHEMA_NAME T, ACTION T, ACTION_QUERY_ID T,"
                        + " CONDITION T, CONDITION_QUERY_ID T, ERROR_CODE N, ERROR_MESSAGE T, STATE T, SCHEDULED_TIME Z,"
                        + " COMPLETED_TIME Z, DATABASE_ID N, SCHEMA_ID N, SCHEDULED_FROM T, RUNBOOK T,"
                        + " WAS_AUTO_SUSPENDED B, CONFIG T",
                "ACCOUNT_USAGE.SERVERLESS_TASK_HISTORY | START_TIME Z, END_TIME Z, CREDITS_USED T, TASK_ID N, TASK_NAME T,"
                        + " SCHEMA_ID N, SCHEMA_NAME T, DATABASE_ID N, DATABASE_NAME T, INSTANCE_ID N",
                "ACCOUNT_USAGE.SERVERLESS_ALERT_HISTORY | START_TIME Z, END_TIME Z, CREDITS_USED T, ALERT_ID N,"
                        + " ALERT_NAME T, SCHEMA_ID N, SCHEMA_NAME T, DATABASE_ID N, DATABASE_NAME T",
                "ACCOUNT_USAGE.QUERY_HISTORY | QUERY_ID T, QUERY_TEXT T, DATABASE_ID N, DATABASE_NAME T, SCHEMA_ID N, SCHEMA_NAME T, "
                        + "QUERY_TYPE T, SESSION_ID N, AUTHN_EVENT_ID N, USER_NAME T, ROLE_NAME T, "
                        + "WAREHOUSE_ID N, WAREHOUSE_NAME T, WAREHOUSE_SIZE T, WAREHOUSE_TYPE T, "
                        + "CLUSTER_NUMBER N, QUERY_TAG T, EXECUTION_STATUS T, ERROR_CODE N, ERROR_MESSAGE T, "
                        + "START_TIME Z, END_TIME Z, TOTAL_ELAPSED_TIME N, BYTES_SCANNED N, "
                        + "PERCENTAGE_SCANNED_FROM_CACHE F, BYTES_WRITTEN N, BYTES_WRITTEN_TO_RESULT N, "
                        + "BYTES_READ_FROM_RESULT N, ROWS_PRODUCED N, ROWS_INSERTED N, ROWS_UPDATED N, "
                        + "ROWS_DELETED N, ROWS_UNLOADED N, BYTES_DELETED N, PARTITIONS_SCANNED N, "
                        + "PARTITIONS_TOTAL N, BYTES_SPILLED_TO_LOCAL_STORAGE N, "
                        + "BYTES_SPILLED_TO_REMOTE_STORAGE N, BYTES_SENT_OVER_THE_NETWORK N, COMPILATION_TIME N, "
                        + "EXECUTION_TIME N, QUEUED_PROVISIONING_TIME N, QUEUED_REPAIR_TIME N, "
                        + "QUEUED_OVERLOAD_TIME N, TRANSACTION_BLOCKED_TIME N, OUTBOUND_DATA_TRANSFER_CLOUD T, "
                        + "OUTBOUND_DATA_TRANSFER_REGION T, OUTBOUND_DATA_TRANSFER_BYTES N, "
                        + "INBOUND_DATA_TRANSFER_CLOUD T, INBOUND_DATA_TRANSFER_REGION T, "
                        + "INBOUND_DATA_TRANSFER_BYTES N, LIST_EXTERNAL_FILES_TIME N, "
                        + "CREDITS_USED_CLOUD_SERVICES N, RELEASE_VERSION T, "
                        + "EXTERNAL_FUNCTION_TOTAL_INVOCATIONS N, EXTERNAL_FUNCTION_TOTAL_SENT_ROWS N, "
                        + "EXTERNAL_FUNCTION_TOTAL_RECEIVED_ROWS N, EXTERNAL_FUNCTION_TOTAL_SENT_BYTES N, "
                        + "EXTERNAL_FUNCTION_TOTAL_RECEIVED_BYTES N, QUERY_LOAD_PERCENT N, "
                        + "IS_CLIENT_GENERATED_STATEMENT B, QUERY_ACCELERATION_BYTES_SCANNED N, "
                        + "QUERY_ACCELERATION_PARTITIONS_SCANNED N, "
                        + "QUERY_ACCELERATION_UPPER_LIMIT_SCALE_FACTOR N, TRANSACTION_ID N, "
                        + "CHILD_QUERIES_WAIT_TIME N, ROLE_TYPE T, QUERY_HASH T, QUERY_HASH_VERSION N, "
                        + "QUERY_PARAMETERIZED_HASH T, QUERY_PARAMETERIZED_HASH_VERSION N, "
                        + "SECONDARY_ROLE_STATS T, ROWS_WRITTEN_TO_RESULT N, QUERY_RETRY_TIME N, "
                        + "QUERY_RETRY_CAUSE T, FAULT_HANDLING_TIME N, USER_TYPE T, USER_DATABASE_NAME T, "
                        + "USER_DATABASE_ID T, USER_SCHEMA_NAME T, USER_SCHEMA_ID T, BIND_VALUES A, AGENT_TYPE T",
                "ACCOUNT_USAGE.PIPE_USAGE_HISTORY | PIPE_ID N, PIPE_NAME T, START_TIME Z, END_TIME Z, CREDITS_USED N,"
                        + " BYTES_INSERTED F, FILES_INSERTED V, BYTES_BILLED N",
                "ACCOUNT_USAGE.WAREHOUSE_METERING_HISTORY | START_TIME Z, END_TIME Z, WAREHOUSE_ID N, WAREHOUSE_NAME T,"
                        + " CREDITS_USED N, CREDITS_USED_COMPUTE N, CREDITS_USED_CLOUD_SERVICES N,"
                        + " CREDITS_ATTRIBUTED_COMPUTE_QUERIES N",
                "ACCOUNT_USAGE.DATABASE_STORAGE_USAGE_HISTORY | USAGE_DATE D, DATABASE_ID N, DATABASE_NAME T, DELETED Z,"
                        + " AVERAGE_DATABASE_BYTES F, AVERAGE_FAILSAFE_BYTES F, AVERAGE_HYBRID_TABLE_STORAGE_BYTES F,"
                        + " AVERAGE_ARCHIVE_STORAGE_COOL_BYTES F, AVERAGE_ARCHIVE_STORAGE_COLD_BYTES F,"
                        + " AVERAGE_COOL_FAILSAFE_BYTES F, AVERAGE_COLD_FAILSAFE_BYTES F",
                "ACCOUNT_USAGE.TABLE_STORAGE_METRICS | ID N, TABLE_NAME T, TABLE_SCHEMA_ID N, TABLE_SCHEMA T,"
                        + " TABLE_CATALOG_ID N, TABLE_CATALOG T, CLONE_GROUP_ID N, IS_TRANSIENT T, ACTIVE_BYTES N,"
                        + " TIME_TRAVEL_BYTES N, FAILSAFE_BYTES N, RETAINED_FOR_CLONE_BYTES N, DELETED B,"
                        + " TABLE_CREATED Z, TABLE_DROPPED Z, TABLE_ENTERED_FAILSAFE Z, SCHEMA_CREATED Z,"
                        + " SCHEMA_DROPPED Z, CATALOG_CREATED Z, CATALOG_DROPPED Z, COMMENT T, INSTANCE_ID N,"
                        + " ARCHIVE_STORAGE_COOL_ACTIVE_BYTES N, ARCHIVE_STORAGE_COLD_ACTIVE_BYTES N,"
                        + " ARCHIVE_STORAGE_COOL_TIME_TRAVEL_BYTES N, ARCHIVE_STORAGE_COLD_TIME_TRAVEL_BYTES N,"
                        + " ARCHIVE_STORAGE_COOL_FAILSAFE_BYTES N, ARCHIVE_STORAGE_COLD_FAILSAFE_BYTES N,"
                        + " ARCHIVE_STORAGE_COOL_EARLY_DELETION_PENALTY_BYTES N,"
                        + " ARCHIVE_STORAGE_COLD_EARLY_DELETION_PENALTY_BYTES N",
                "ORGANIZATION_USAGE.RATE_SHEET_DAILY | DATE D, ORGANIZATION_NAME T, CONTRACT_NUMBER T, ACCOUNT_NAME T,"
                        + " ACCOUNT_LOCATOR T, REGION T, SERVICE_LEVEL T, USAGE_TYPE T, CURRENCY T, EFFECTIVE_RATE N,"
                        + " SERVICE_TYPE T, RATING_TYPE T, BILLING_TYPE T, IS_ADJUSTMENT B",
            })
    void aViewHasTheColumnsOfItsPage(String view, String columns) throws SQLException {
        assertThat(columns("SNOWFLAKE." + view)).isEqualTo(columns);
    }

    private static String columns(String relation) throws SQLException {
        try (var statement = connection.createStatement();
                var answer = statement.executeQuery("SELECT * FROM " + relation)) {
            var described = answer.getMetaData();
            return IntStream.rangeClosed(1, described.getColumnCount())
                    .mapToObj(column -> column(described, column))
                    .collect(joining(", "));
        }
    }

    private static String column(ResultSetMetaData described, int column) {
        try {
            var type = switch (described.getColumnTypeName(column)) {
                case "VARCHAR" -> "T";
                case "NUMBER" -> "N";
                case "TIMESTAMPLTZ" -> "Z";
                case "DOUBLE" -> "F";
                case "BOOLEAN" -> "B";
                case "DATE" -> "D";
                case "VARIANT" -> "V";
                case "OBJECT" -> "O";
                case "ARRAY" -> "A";
                default -> described.getColumnTypeName(column);
            };
            return described.getColumnLabel(column) + " " + type;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
