package dev.inverterflow.snowflake.local.usage;

import dev.inverterflow.snowflake.local.analysis.NamedValue;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import dev.inverterflow.snowflake.local.task.run.TaskHistory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Credits of serverless task runs by the hour: the function and the view SERVERLESS_TASK_HISTORY.
 *
 * @see <a href="https://docs.snowflake.com/en/sql-reference/functions/serverless_task_history">SERVERLESS_TASK_HISTORY</a>
 */
final class ServerlessTaskHistory implements UsageFunction, UsageView {
    private static final Duration REACH = Duration.ofDays(14);
    /** Before DATE_RANGE_END, which is the beginning of the current day unless given. */
    private static final Duration DEFAULT_RANGE = Duration.ofMinutes(10);

    private static final List<String> ARGUMENTS = List.of("DATE_RANGE_START", "DATE_RANGE_END", "TASK_NAME");

    static final String MILLISECONDS = "date_diff('millisecond', query_start_time, completed_time)";
    static final String CREDITS = "sum(" + Rates.serverlessCredits(MILLISECONDS, "size") + ")";
    static final String SERVERLESS = "warehouse IS NULL AND query_id IS NOT NULL";

    @Override
    public String name() {
        return "SERVERLESS_TASK_HISTORY";
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
                .time("START_TIME", UsageSql.hour("min(query_start_time)"))
                .time("END_TIME", UsageSql.endOfHour("min(query_start_time)"))
                .text("TASK_NAME", "name")
                .creditsText("CREDITS_USED", CREDITS);
        return new UsageRelation(
                columns,
                TaskHistory.TABLE + " WHERE " + SERVERLESS + " AND query_start_time >= " + UsageSql.time(start)
                        + " AND query_start_time <= " + UsageSql.time(end) + " AND " + arguments.named("TASK_NAME")
                        + " AND "
                        + UsageAccess.credits(session) + " GROUP BY name, task_id, "
                        + UsageSql.hour("query_start_time"));
    }

    @Override
    public Duration lag() {
        return Duration.ofHours(3);
    }

    @Override
    public UsageRelation view(Instant until) {
        var columns = new UsageColumns()
                .time("START_TIME", UsageSql.hour("min(query_start_time)"))
                .time("END_TIME", UsageSql.endOfHour("min(query_start_time)"))
                .creditsText("CREDITS_USED", CREDITS)
                .number("TASK_ID", "NULL")
                .text("TASK_NAME", "name")
                .number("SCHEMA_ID", "NULL")
                .text("SCHEMA_NAME", "schema_name")
                .number("DATABASE_ID", "NULL")
                .text("DATABASE_NAME", "database_name")
                .number("INSTANCE_ID", "NULL");
        return new UsageRelation(
                columns,
                TaskHistory.TABLE + " WHERE " + SERVERLESS + " AND completed_time <= " + UsageSql.time(until)
                        + " GROUP BY name, schema_name, database_name, task_id, "
                        + UsageSql.hour("query_start_time"));
    }
}
