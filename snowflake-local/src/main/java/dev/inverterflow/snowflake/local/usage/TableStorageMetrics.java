package dev.inverterflow.snowflake.local.usage;

import dev.inverterflow.snowflake.local.storage.StorageMeter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The view TABLE_STORAGE_METRICS: what tables store, in bytes of column data that is not compressed, and what Snowflake would keep
 * of rows and tables that are gone. What {@link Metering} was told of tables of a database takes the place of what was measured
 * of it.
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
    private final StorageMeter meter;

    TableStorageMetrics(Metering metering, StorageMeter meter) {
        this.metering = metering;
        this.meter = meter;
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
                .number("ID", "id")
                .text("TABLE_NAME", "name")
                .number("TABLE_SCHEMA_ID", "NULL")
                .text("TABLE_SCHEMA", "schema_name")
                .number("TABLE_CATALOG_ID", "NULL")
                .text("TABLE_CATALOG", "catalog_name")
                .number("CLONE_GROUP_ID", "id")
                .text("IS_TRANSIENT", "CASE WHEN permanent THEN 'NO' ELSE 'YES' END")
                .number("ACTIVE_BYTES", "active")
                .number("TIME_TRAVEL_BYTES", "time_travel")
                .number("FAILSAFE_BYTES", "failsafe")
                .number("RETAINED_FOR_CLONE_BYTES", "0")
                .bool("DELETED", "dropped_on IS NOT NULL")
                .time("TABLE_CREATED", "created_on")
                .time("TABLE_DROPPED", "dropped_on")
                .time("TABLE_ENTERED_FAILSAFE", "failsafe_since")
                .time("SCHEMA_CREATED", "NULL")
                .time("SCHEMA_DROPPED", "NULL")
                .time("CATALOG_CREATED", "NULL")
                .time("CATALOG_DROPPED", "NULL")
                .text("COMMENT", "nullif(comment, '')")
                .number("INSTANCE_ID", "NULL");
        for (var column : ARCHIVE) {
            columns.number("ARCHIVE_STORAGE_" + column + "_BYTES", "0");
        }
        return new UsageRelation(
                columns,
                "(SELECT * FROM " + metering.tables().relation() + " UNION ALL SELECT * FROM "
                        + measured(until).relation() + " WHERE catalog_name NOT IN (SELECT catalog_name FROM "
                        + metering.tables().relation() + ")) AS tables");
    }

    private RecordedRows measured(Instant until) {
        var rows = new RecordedRows(Metering.TABLE_COLUMNS);
        for (var table : meter.tables(until)) {
            rows.add(
                    table.name().database(),
                    table.name().schema(),
                    table.name().name(),
                    table.active(),
                    table.timeTravel(),
                    table.failsafe(),
                    table.id(),
                    table.permanent(),
                    table.createdOn(),
                    table.droppedOn(),
                    table.inFailsafeSince(),
                    table.comment());
        }
        return rows;
    }
}
