package dev.inverterflow.snowflake.local.usage;

import dev.inverterflow.snowflake.local.catalog.Identifiers;
import dev.inverterflow.snowflake.local.warehouse.WarehouseMeter;
import java.time.Duration;
import java.time.Instant;

/**
 * The view WAREHOUSE_METERING_HISTORY: what a warehouse would have cost for the statements that ran while it was current, and
 * the time until it suspends itself. Hours that {@link Metering} was told take the place of those. Without the views' lag the
 * hour that goes on is in it, too.
 *
 * @see <a href="https://docs.snowflake.com/en/sql-reference/account-usage/warehouse_metering_history">WAREHOUSE_METERING_HISTORY</a>
 */
final class WarehouseMeteringHistory implements UsageView {
    private final Metering metering;
    private final WarehouseMeter meter;

    WarehouseMeteringHistory(Metering metering, WarehouseMeter meter) {
        this.metering = metering;
        this.meter = meter;
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
                "(SELECT * FROM " + metering.warehouses().relation() + " UNION ALL SELECT * FROM "
                        + ran().relation() + " WHERE (start_time, name) NOT IN (SELECT start_time, name FROM "
                        + metering.warehouses().relation() + ")) AS hours WHERE least(start_time + INTERVAL 1 HOUR, "
                        + UsageSql.time(meter.now()) + ") <= " + UsageSql.time(until));
    }

    private MeteredRows ran() {
        MeteredRows rows = Metering.warehouseRows();
        for (var hour : meter.hours()) {
            rows.add(
                    UsageSql.time(hour.start()),
                    Identifiers.literal(hour.warehouse()),
                    Rates.warehouseCredits(hour.running()),
                    Rates.warehouseCredits(hour.querying()));
        }
        return rows;
    }
}
