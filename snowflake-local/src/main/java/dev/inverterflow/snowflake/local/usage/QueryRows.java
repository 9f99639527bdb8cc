package dev.inverterflow.snowflake.local.usage;

import dev.inverterflow.snowflake.local.history.QueryEntry;
import dev.inverterflow.snowflake.local.type.SnowflakeType;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Queries as rows of QUERY_HISTORY: of its functions, whose columns are here, and of its view. */
final class QueryRows {
    private final Instant now;
    private final RecordedRows rows = new RecordedRows(
            "query_id VARCHAR",
            "query_text VARCHAR",
            "database_name VARCHAR",
            "schema_name VARCHAR",
            "query_type VARCHAR",
            "session_id BIGINT",
            "user_name VARCHAR",
            "role_name VARCHAR",
            "warehouse_name VARCHAR",
            "warehouse_size VARCHAR",
            "warehouse_type VARCHAR",
            "query_tag VARCHAR",
            "execution_status VARCHAR",
            "error_code BIGINT",
            "error_message VARCHAR",
            "start_time TIMESTAMPTZ",
            "end_time TIMESTAMPTZ",
            "elapsed BIGINT",
            "rows_produced BIGINT",
            "rows_written BIGINT",
            "rows_inserted BIGINT",
            "rows_updated BIGINT",
            "rows_deleted BIGINT",
            "transaction_id BIGINT",
            "bind_values VARCHAR");

    QueryRows(Instant now) {
        this.now = now;
    }

    /** What stands after FROM. */
    String relation() {
        return rows.relation();
    }

    void add(QueryEntry entry) {
        QueryEntry.Place place = entry.place();
        QueryEntry.End end = entry.end();
        rows.add(
                entry.id(),
                entry.text(),
                place.database(),
                place.schema(),
                entry.type(),
                place.session(),
                place.user(),
                place.role(),
                place.warehouse(),
                place.warehouseSize(),
                place.warehouse() == null ? null : "STANDARD",
                entry.tag(),
                status(end),
                end == null ? null : end.errorCode(),
                end == null ? null : end.errorMessage(),
                entry.startedAt(),
                end == null ? null : end.at(),
                Duration.between(entry.startedAt(), end == null ? now : end.at())
                        .toMillis(),
                end == null ? null : end.rows().produced(),
                end == null ? null : written(entry, end),
                end == null ? null : end.rows().inserted(),
                end == null ? null : end.rows().updated(),
                end == null ? null : end.rows().deleted(),
                entry.transaction(),
                entry.hasBinds() ? null : "[]");
    }

    /** Whatever is no query writes one row that tells what it did. */
    private static long written(QueryEntry entry, QueryEntry.End end) {
        return entry.type().equals("SELECT") ? end.rows().produced() : 1;
    }

    private static String status(QueryEntry.@Nullable End end) {
        if (end == null) {
            return "RUNNING";
        }
        return end.errorCode() == null ? "SUCCESS" : "FAILED_WITH_ERROR";
    }

    /** The columns of the page, in its order. */
    static UsageColumns columns() {
        return measured(new UsageColumns()
                .text("QUERY_ID", "query_id")
                .text("QUERY_TEXT", "query_text")
                .text("DATABASE_NAME", "database_name")
                .text("SCHEMA_NAME", "schema_name")
                .text("QUERY_TYPE", "query_type")
                .number("SESSION_ID", "session_id")
                .number("AUTHN_EVENT_ID", "NULL")
                .text("USER_NAME", "user_name")
                .text("USER_TYPE", "NULL")
                .text("USER_DATABASE_NAME", "NULL")
                .text("USER_SCHEMA_NAME", "NULL")
                .text("ROLE_NAME", "role_name")
                .text("WAREHOUSE_NAME", "warehouse_name")
                .text("WAREHOUSE_SIZE", "warehouse_size")
                .text("WAREHOUSE_TYPE", "warehouse_type")
                .number("CLUSTER_NUMBER", "NULL")
                .text("QUERY_TAG", "query_tag")
                .text("EXECUTION_STATUS", "execution_status")
                .number("ERROR_CODE", "error_code")
                .text("ERROR_MESSAGE", "error_message")
                .time("START_TIME", "start_time")
                .time("END_TIME", "coalesce(end_time, TIMESTAMPTZ '1970-01-01 00:00:00+00')")
                .number("TOTAL_ELAPSED_TIME", "elapsed")
                .number("BYTES_SCANNED", "NULL")
                .number("ROWS_PRODUCED", "rows_produced")
                .number("COMPILATION_TIME", "NULL")
                .number("EXECUTION_TIME", "elapsed")
                .number("QUEUED_PROVISIONING_TIME", "0")
                .number("QUEUED_REPAIR_TIME", "0")
                .number("QUEUED_OVERLOAD_TIME", "0")
                .number("TRANSACTION_BLOCKED_TIME", "NULL"));
    }

    private static UsageColumns measured(UsageColumns columns) {
        return columns.text("OUTBOUND_DATA_TRANSFER_CLOUD", "NULL")
                .text("OUTBOUND_DATA_TRANSFER_REGION", "NULL")
                .number("OUTBOUND_DATA_TRANSFER_BYTES", "NULL")
                .text("INBOUND_DATA_TRANSFER_CLOUD", "NULL")
                .text("INBOUND_DATA_TRANSFER_REGION", "NULL")
                .number("INBOUND_DATA_TRANSFER_BYTES", "NULL")
                .number("LIST_EXTERNAL_FILE_TIME", "NULL")
                .credits("CREDITS_USED_CLOUD_SERVICES", "NULL")
                .text("RELEASE_VERSION", "NULL")
                .number("EXTERNAL_FUNCTION_TOTAL_INVOCATIONS", "0")
                .number("EXTERNAL_FUNCTION_TOTAL_SENT_ROWS", "0")
                .number("EXTERNAL_FUNCTION_TOTAL_RECEIVED_ROWS", "0")
                .number("EXTERNAL_FUNCTION_TOTAL_SENT_BYTES", "0")
                .number("EXTERNAL_FUNCTION_TOTAL_RECEIVED_BYTES", "0")
                .bool("IS_CLIENT_GENERATED_STATEMENT", "FALSE")
                .text("QUERY_HASH", "NULL")
                .number("QUERY_HASH_VERSION", "NULL")
                .text("QUERY_PARAMETERIZED_HASH", "NULL")
                .number("QUERY_PARAMETERIZED_HASH_VERSION", "NULL")
                .number("TRANSACTION_ID", "transaction_id")
                .number("QUERY_ACCELERATION_BYTES_SCANNED", "0")
                .number("QUERY_ACCELERATION_PARTITIONS_SCANNED", "0")
                .number("QUERY_ACCELERATION_UPPER_LIMIT_SCALE_FACTOR", "0")
                .number("BYTES_WRITTEN_TO_RESULT", "NULL")
                .number("ROWS_WRITTEN_TO_RESULT", "rows_written")
                .number("ROWS_INSERTED", "rows_inserted")
                .number("QUERY_RETRY_TIME", "NULL")
                .text("QUERY_RETRY_CAUSE", "NULL")
                .number("FAULT_HANDLING_TIME", "NULL")
                .add("BIND_VALUES", SnowflakeType.ARRAY, "bind_values")
                .text("AGENT_TYPE", "NULL");
    }
}
