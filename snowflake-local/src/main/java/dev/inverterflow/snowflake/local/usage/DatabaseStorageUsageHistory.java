package dev.inverterflow.snowflake.local.usage;

import dev.inverterflow.snowflake.local.storage.StorageMeter;
import dev.inverterflow.snowflake.local.type.SnowflakeType;
import java.time.Duration;
import java.time.Instant;

/**
 * The view DATABASE_STORAGE_USAGE_HISTORY: what each database stored on average on each day of UTC, in bytes of column data that is
 * not compressed. Days that {@link Metering} was told take the place of those measured. Without the views' lag the day that goes
 * on is in it, too: its average is of the time that has passed of it with the database.
 *
 * @see <a
 *     href="https://docs.snowflake.com/en/sql-reference/account-usage/database_storage_usage_history">DATABASE_STORAGE_USAGE_HISTORY</a>
 */
final class DatabaseStorageUsageHistory implements UsageView {
    private final Metering metering;
    private final StorageMeter meter;

    DatabaseStorageUsageHistory(Metering metering, StorageMeter meter) {
        this.metering = metering;
        this.meter = meter;
    }

    @Override
    public String name() {
        return "DATABASE_STORAGE_USAGE_HISTORY";
    }

    @Override
    public Duration lag() {
        return Duration.ofHours(3);
    }

    @Override
    public UsageRelation view(Instant until) {
        var columns = new UsageColumns()
                .add("USAGE_DATE", SnowflakeType.DATE, "usage_date")
                .number("DATABASE_ID", "NULL")
                .text("DATABASE_NAME", "name")
                .time("DELETED", "deleted_on")
                .add("AVERAGE_DATABASE_BYTES", SnowflakeType.FLOAT, "bytes")
                .add("AVERAGE_FAILSAFE_BYTES", SnowflakeType.FLOAT, "failsafe")
                .add("AVERAGE_HYBRID_TABLE_STORAGE_BYTES", SnowflakeType.FLOAT, "0")
                .add("AVERAGE_ARCHIVE_STORAGE_COOL_BYTES", SnowflakeType.FLOAT, "0")
                .add("AVERAGE_ARCHIVE_STORAGE_COLD_BYTES", SnowflakeType.FLOAT, "0")
                .add("AVERAGE_COOL_FAILSAFE_BYTES", SnowflakeType.FLOAT, "0")
                .add("AVERAGE_COLD_FAILSAFE_BYTES", SnowflakeType.FLOAT, "0");
        return new UsageRelation(
                columns,
                "(SELECT * FROM " + metering.databases().relation() + " UNION ALL SELECT * FROM "
                        + measured().relation() + " WHERE (usage_date, name) NOT IN (SELECT usage_date, name FROM "
                        + metering.databases().relation()
                        + ")) AS days WHERE (usage_date + INTERVAL 1 DAY) AT TIME ZONE 'UTC' <= "
                        + UsageSql.time(until));
    }

    private RecordedRows measured() {
        var rows = new RecordedRows(Metering.DATABASE_COLUMNS);
        for (var day : meter.days()) {
            rows.add(day.day(), day.database(), day.bytes(), day.failsafe(), day.deletedOn());
        }
        return rows;
    }
}
