package dev.inverterflow.snowflake.local.usage;

import java.time.Duration;
import java.time.Instant;

/**
 * The view WAREHOUSE_METERING_HISTORY. Nothing runs on a warehouse here: it shows what {@link Metering} was told.
 *
 * @see <a href="https://docs.snowflake.com/en/sql-reference/account-usage/warehouse_metering_history">WAREHOUSE_METERING_HISTORY</a>
 */
final class WarehouseMeteringHistory implements UsageView {
    private final Metering metering;

    WarehouseMeteringHistory(Metering metering) {
        this.metering = metering;
    }

    @Override
    public String name() {
        return "WAREHOUSE_METERING_HISTORY";
    }

    /** That of the slowest columns, for cloud services and what was attributed to queries. */
    @Override
    public Duration lag() {
        return Duration.ofHours(6);
    }

    @Override
    public UsageRelation view(Instant until) {
        var columns = new UsageColumns()
                .time("START_TIME", "start_time")
                .time("END_TIME", "start_time + INTERVAL 1 HOUR")
                .number("WAREHOUSE_ID", "NULL")
                .text("WAREHOUSE_NAME", "name")
                .credits("CREDITS_USED", "compute")
                .credits("CREDITS_USED_COMPUTE", "compute")
                .credits("CREDITS_USED_CLOUD_SERVICES", "0")
                .credits("CREDITS_ATTRIBUTED_COMPUTE_QUERIES", "attributed");
        return new UsageRelation(
                columns,
                metering.warehouses().relation() + " WHERE start_time + INTERVAL 1 HOUR <= " + UsageSql.time(until));
    }
}
