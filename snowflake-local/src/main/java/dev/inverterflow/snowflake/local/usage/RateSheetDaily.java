package dev.inverterflow.snowflake.local.usage;

import dev.inverterflow.snowflake.local.type.SnowflakeType;
import java.time.Duration;
import java.time.Instant;

/**
 * The view RATE_SHEET_DAILY of ORGANIZATION_USAGE. There is no contract here: it shows what {@link Metering} was told.
 *
 * @see <a href="https://docs.snowflake.com/en/sql-reference/organization-usage/rate_sheet_daily">RATE_SHEET_DAILY</a>
 */
final class RateSheetDaily implements UsageView {
    private final Metering metering;
    private final String account;

    /** @param account name and locator of the account */
    RateSheetDaily(Metering metering, String account) {
        this.metering = metering;
        this.account = account;
    }

    @Override
    public String schema() {
        return "ORGANIZATION_USAGE";
    }

    @Override
    public String name() {
        return "RATE_SHEET_DAILY";
    }

    @Override
    public Duration lag() {
        return Duration.ofDays(1);
    }

    @Override
    public UsageRelation view(Instant until) {
        var columns = new UsageColumns()
                .add("DATE", SnowflakeType.DATE, "usage_date")
                .text("ORGANIZATION_NAME", "NULL")
                .text("CONTRACT_NUMBER", "NULL")
                .text("ACCOUNT_NAME", quoted(account))
                .text("ACCOUNT_LOCATOR", quoted(account))
                .text("REGION", "NULL")
                .text("SERVICE_LEVEL", "NULL")
                .text("USAGE_TYPE", "rating_type")
                .text("CURRENCY", "currency")
                .add("EFFECTIVE_RATE", SnowflakeType.number(38, 2), "rate")
                .text("SERVICE_TYPE", "service_type")
                .text("RATING_TYPE", "rating_type")
                .text("BILLING_TYPE", "'consumption'")
                .bool("IS_ADJUSTMENT", "false");
        return new UsageRelation(
                columns,
                metering.rates().relation() + " WHERE usage_date::TIMESTAMP AT TIME ZONE 'UTC' <= "
                        + UsageSql.time(until));
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
