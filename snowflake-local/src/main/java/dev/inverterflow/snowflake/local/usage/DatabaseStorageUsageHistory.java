package dev.inverterflow.snowflake.local.usage;

import dev.inverterflow.snowflake.local.type.SnowflakeType;
import java.time.Duration;
import java.time.Instant;

/**
 * The view DATABASE_STORAGE_USAGE_HISTORY. Bytes are not metered here: it shows what {@link Metering} was told.
 *
 * @see <a
 *     href="https://docs.snowflake.com/en/sql-reference/account-usage/database_storage_usage_history">DATABASE_STORAGE_USAGE_HISTORY</a>
 */
final class DatabaseStorageUsageHistory implements UsageView {
    private final Metering metering;

    DatabaseStorageUsageHistory(Metering metering) {
        this.metering = metering;
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
                .time("DELETED", "NULL")
                .add("AVERAGE_DATABASE_BYTES", SnowflakeType.FLOAT, "bytes")
                .add("AVERAGE_FAILSAFE_BYTES", SnowflakeType.FLOAT, "failsafe")
                .add("AVERAGE_HYBRID_TABLE_STORAGE_BYTES", SnowflakeType.FLOAT, "0")
                .add("AVERAGE_ARCHIVE_STORAGE_COOL_BYTES", SnowflakeType.FLOAT, "0")
                .add("AVERAGE_ARCHIVE_STORAGE_COLD_BYTES", SnowflakeType.FLOAT, "0")
                .add("AVERAGE_COOL_FAILSAFE_BYTES", SnowflakeType.FLOAT, "0")
                .add("AVERAGE_COLD_FAILSAFE_BYTES", SnowflakeType.FLOAT, "0");
        return new UsageRelation(
                columns,
                metering.databases().relation() + " WHERE (usage_date + INTERVAL 1 DAY) AT TIME ZONE 'UTC' <= "
                        + UsageSql.time(until));
    }
}
