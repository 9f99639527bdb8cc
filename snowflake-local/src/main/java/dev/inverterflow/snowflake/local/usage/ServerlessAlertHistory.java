package dev.inverterflow.snowflake.local.usage;

import dev.inverterflow.snowflake.local.alert.AlertHistory;
import dev.inverterflow.snowflake.local.analysis.NamedValue;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Credits of serverless alerts by the hour: the function and the view SERVERLESS_ALERT_HISTORY.
 *
 * @see <a href="https://docs.snowflake.com/en/sql-reference/functions/serverless_alert_history">SERVERLESS_ALERT_HISTORY</a>
 */
final class ServerlessAlertHistory implements UsageFunction, UsageView {
    private static final Duration REACH = Duration.ofDays(14);
    private static final Duration DEFAULT_RANGE = Duration.ofMinutes(10);
    private static final List<String> ARGUMENTS = List.of("DATE_RANGE_START", "DATE_RANGE_END", "ALERT_NAME");
    private static final String CREDITS =
            "sum(" + Rates.serverlessCredits("date_diff('millisecond', start_time, completed_time)", "'XSMALL'") + ")";
    private static final String SERVERLESS = "warehouse IS NULL AND completed_time IS NOT NULL";

    @Override
    public String name() {
        return "SERVERLESS_ALERT_HISTORY";
    }

    @Override
    public Duration lag() {
        return Duration.ofHours(3);
    }

    @Override
    public UsageRelation call(List<NamedValue> values, SessionContext session) {
        var arguments = new HistoryArguments(name(), session.parameters().timeZone(), ARGUMENTS, values);
        var now = session.clock().instant();
        var end = arguments
                .time("DATE_RANGE_END")
                .orElse(UsageSql.startOfDay(now, session.parameters().timeZone()));
        var start = arguments.start("DATE_RANGE_START", end.minus(DEFAULT_RANGE), REACH, now);
        var columns = new UsageColumns()
                .time("START_TIME", UsageSql.hour("min(start_time)"))
                .time("END_TIME", UsageSql.endOfHour("min(start_time)"))
                .text("ALERT_NAME", "name")
                .creditsText("CREDITS_USED", CREDITS);
        return new UsageRelation(
                columns,
                AlertHistory.TABLE + " WHERE " + SERVERLESS + " AND start_time >= " + UsageSql.time(start)
                        + " AND start_time <= " + UsageSql.time(end) + " AND " + arguments.named("ALERT_NAME") + " AND "
                        + UsageAccess.credits(session) + " GROUP BY name, alert_id, "
                        + UsageSql.hour("start_time"));
    }

    @Override
    public UsageRelation view(Instant until) {
        var columns = new UsageColumns()
                .time("START_TIME", UsageSql.hour("min(start_time)"))
                .time("END_TIME", UsageSql.endOfHour("min(start_time)"))
                .creditsText("CREDITS_USED", CREDITS)
                .number("ALERT_ID", "NULL")
                .text("ALERT_NAME", "name")
                .number("SCHEMA_ID", "NULL")
                .text("SCHEMA_NAME", "schema_name")
                .number("DATABASE_ID", "NULL")
                .text("DATABASE_NAME", "database_name");
        return new UsageRelation(
                columns,
                AlertHistory.TABLE + " WHERE " + SERVERLESS + " AND completed_time <= " + UsageSql.time(until)
                        + " GROUP BY name, schema_name, database_name, alert_id, " + UsageSql.hour("start_time"));
    }
}
