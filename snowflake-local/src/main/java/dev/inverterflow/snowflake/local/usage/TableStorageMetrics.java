package dev.inverterflow.snowflake.local.usage;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The view TABLE_STORAGE_METRICS. Bytes are not metered here: it shows what {@link Metering} was told.
 *
 * @see <a href="https://docs.snowflake.com/en/sql-reference/account-usage/table_storage_metrics">TABLE_STORAGE_METRICS</a>
 */
final class TableStorageMetrics implements UsageView {
    /** What the tiers that nothing is archived to here hold. */
    private static final List<String> ARCHIVE = List.of(
            "COOL_ACTIVE",
            "COLD_ACTIVE",
            "COOL_TIME_TRAVEL",
            "COLD_TIME_TRAVEL",
            "COOL_FAILSAFE",
            "COLD_FAILSAFE",
            "COOL_EARLY_DELETION_PENALTY",
            "COLD_EARLY_DELETION_PENALTY");

    private final Metering metering;

    TableStorageMetrics(Metering metering) {
        this.metering = metering;
    }

    @Override
    public String name() {
        return "TABLE_STORAGE_METRICS";
    }

    @Override
    public Duration lag() {
        return Duration.ofMinutes(90);
    }

    @Override
    public UsageRelation view(Instant until) {
        var columns = new UsageColumns()
                .number("ID", "NULL")
                .text("TABLE_NAME", "name")
                .number("TABLE_SCHEMA_ID", "NULL")
                .text("TABLE_SCHEMA", "schema_name")
                .number("TABLE_CATALOG_ID", "NULL")
                .text("TABLE_CATALOG", "catalog_name")
                .number("CLONE_GROUP_ID", "NULL")
                .text("IS_TRANSIENT", "'NO'")
                .number("ACTIVE_BYTES", "active")
                .number("TIME_TRAVEL_BYTES", "time_travel")
                .number("FAILSAFE_BYTES", "failsafe")
                .number("RETAINED_FOR_CLONE_BYTES", "0")
                .bool("DELETED", "false")
                .time("TABLE_CREATED", "NULL")
                .time("TABLE_DROPPED", "NULL")
                .time("TABLE_ENTERED_FAILSAFE", "NULL")
                .time("SCHEMA_CREATED", "NULL")
                .time("SCHEMA_DROPPED", "NULL")
                .time("CATALOG_CREATED", "NULL")
                .time("CATALOG_DROPPED", "NULL")
                .text("COMMENT", "NULL")
                .number("INSTANCE_ID", "NULL");
        for (var column : ARCHIVE) {
            columns.number("ARCHIVE_STORAGE_" + column + "_BYTES", "0");
        }
        return new UsageRelation(columns, metering.tables().relation());
    }
}
