package dev.inverterflow.snowflake.local.usage;

import dev.inverterflow.snowflake.local.history.QueryHistory;
import dev.inverterflow.snowflake.local.type.SnowflakeType;
import java.time.Duration;
import java.time.Instant;

/**
 * The view QUERY_HISTORY of ACCOUNT_USAGE: the queries that have ended, of all users. They are those that the functions know; what is
 * not measured here is NULL.
 *
 * @see <a href="https://docs.snowflake.com/en/sql-reference/account-usage/query_history">QUERY_HISTORY</a>
 */
final class QueryHistoryView implements UsageView {
    private static final String NULL = "NULL";
    private static final String NONE = "0";
    private static final int LONGEST_MESSAGE = 5_000;

    private final QueryHistory history;

    QueryHistoryView(QueryHistory history) {
        this.history = history;
    }

    @Override
    public String name() {
        return "QUERY_HISTORY";
    }

    @Override
    public Duration lag() {
        return Duration.ofMinutes(45);
    }

    @Override
    public UsageRelation view(Instant until) {
        var rows = new QueryRows(until);
        history.latest().stream()
                .filter(entry -> entry.end() != null && !entry.end().at().isAfter(until))
                .forEach(rows::add);
        return new UsageRelation(columns(), rows.relation());
    }

    private static UsageColumns columns() {
        return rest(transfers(times(figures(new UsageColumns()
                .text("QUERY_ID", "query_id")
                .text("QUERY_TEXT", "query_text")
                .number("DATABASE_ID", NULL)
                .text("DATABASE_NAME", "database_name")
                .number("SCHEMA_ID", NULL)
                .text("SCHEMA_NAME", "schema_name")
                .text("QUERY_TYPE", "query_type")
                .number("SESSION_ID", "session_id")
                .number("AUTHN_EVENT_ID", NULL)
                .text("USER_NAME", "user_name")
                .text("ROLE_NAME", "role_name")
                .number("WAREHOUSE_ID", NULL)
                .text("WAREHOUSE_NAME", "warehouse_name")
                .text("WAREHOUSE_SIZE", "warehouse_size")
                .text("WAREHOUSE_TYPE", "warehouse_type")
                .number("CLUSTER_NUMBER", NULL)
                .text("QUERY_TAG", "query_tag")
                .text("EXECUTION_STATUS", "CASE WHEN error_code IS NULL THEN 'SUCCESS' ELSE 'FAIL' END")
                .number("ERROR_CODE", "error_code")
                .text("ERROR_MESSAGE", "left(error_message, " + LONGEST_MESSAGE + ")")
                .time("START_TIME", "start_time")
                .time("END_TIME", "end_time")
                .number("TOTAL_ELAPSED_TIME", "elapsed")))));
    }

    private static UsageColumns figures(UsageColumns columns) {
        return columns.number("BYTES_SCANNED", NULL)
                .add("PERCENTAGE_SCANNED_FROM_CACHE", SnowflakeType.FLOAT, NULL)
                .number("BYTES_WRITTEN", NULL)
                .number("BYTES_WRITTEN_TO_RESULT", NULL)
                .number("BYTES_READ_FROM_RESULT", NULL)
                .number("ROWS_PRODUCED", "rows_produced")
                .number("ROWS_INSERTED", "rows_inserted")
                .number("ROWS_UPDATED", "rows_updated")
                .number("ROWS_DELETED", "rows_deleted")
                .number("ROWS_UNLOADED", NULL)
                .number("BYTES_DELETED", NULL)
                .number("PARTITIONS_SCANNED", NULL)
                .number("PARTITIONS_TOTAL", NULL)
                .number("BYTES_SPILLED_TO_LOCAL_STORAGE", NULL)
                .number("BYTES_SPILLED_TO_REMOTE_STORAGE", NULL)
                .number("BYTES_SENT_OVER_THE_NETWORK", NULL);
    }

    private static UsageColumns times(UsageColumns columns) {
        return columns.number("COMPILATION_TIME", NULL)
                .number("EXECUTION_TIME", "elapsed")
                .number("QUEUED_PROVISIONING_TIME", NONE)
                .number("QUEUED_REPAIR_TIME", NONE)
                .number("QUEUED_OVERLOAD_TIME", NONE)
                .number("TRANSACTION_BLOCKED_TIME", NULL);
    }

    private static UsageColumns transfers(UsageColumns columns) {
        return columns.text("OUTBOUND_DATA_TRANSFER_CLOUD", NULL)
                .text("OUTBOUND_DATA_TRANSFER_REGION", NULL)
                .number("OUTBOUND_DATA_TRANSFER_BYTES", NULL)
                .text("INBOUND_DATA_TRANSFER_CLOUD", NULL)
                .text("INBOUND_DATA_TRANSFER_REGION", NULL)
                .number("INBOUND_DATA_TRANSFER_BYTES", NULL)
                .number("LIST_EXTERNAL_FILES_TIME", NULL)
                .credits("CREDITS_USED_CLOUD_SERVICES", NULL)
                .text("RELEASE_VERSION", NULL)
                .number("EXTERNAL_FUNCTION_TOTAL_INVOCATIONS", NONE)
                .number("EXTERNAL_FUNCTION_TOTAL_SENT_ROWS", NONE)
                .number("EXTERNAL_FUNCTION_TOTAL_RECEIVED_ROWS", NONE)
                .number("EXTERNAL_FUNCTION_TOTAL_SENT_BYTES", NONE)
                .number("EXTERNAL_FUNCTION_TOTAL_RECEIVED_BYTES", NONE);
    }

    private static UsageColumns rest(UsageColumns columns) {
        return columns.number("QUERY_LOAD_PERCENT", NULL)
                .bool("IS_CLIENT_GENERATED_STATEMENT", "FALSE")
                .number("QUERY_ACCELERATION_BYTES_SCANNED", NONE)
                .number("QUERY_ACCELERATION_PARTITIONS_SCANNED", NONE)
                .number("QUERY_ACCELERATION_UPPER_LIMIT_SCALE_FACTOR", NONE)
                .number("TRANSACTION_ID", "transaction_id")
                .number("CHILD_QUERIES_WAIT_TIME", NULL)
                .text("ROLE_TYPE", "'ROLE'")
                .text("QUERY_HASH", NULL)
                .number("QUERY_HASH_VERSION", NULL)
                .text("QUERY_PARAMETERIZED_HASH", NULL)
                .number("QUERY_PARAMETERIZED_HASH_VERSION", NULL)
                .text("SECONDARY_ROLE_STATS", NULL)
                .number("ROWS_WRITTEN_TO_RESULT", "rows_written")
                .number("QUERY_RETRY_TIME", NULL)
                .text("QUERY_RETRY_CAUSE", NULL)
                .number("FAULT_HANDLING_TIME", NULL)
                .text("USER_TYPE", NULL)
                .text("USER_DATABASE_NAME", NULL)
                .text("USER_DATABASE_ID", NULL)
                .text("USER_SCHEMA_NAME", NULL)
                .text("USER_SCHEMA_ID", NULL)
                .add("BIND_VALUES", SnowflakeType.ARRAY, "bind_values")
                .text("AGENT_TYPE", NULL);
    }
}
