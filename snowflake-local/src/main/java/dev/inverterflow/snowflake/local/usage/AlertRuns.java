package dev.inverterflow.snowflake.local.usage;

import dev.inverterflow.snowflake.local.alert.AlertHistory;
import dev.inverterflow.snowflake.local.alert.AlertScheduler;
import dev.inverterflow.snowflake.local.analysis.NamedValue;
import dev.inverterflow.snowflake.local.catalog.Identifiers;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Runs of alerts: the function and the view ALERT_HISTORY.
 *
 * @see <a href="https://docs.snowflake.com/en/sql-reference/functions/alert_history">ALERT_HISTORY</a>
 */
final class AlertRuns implements UsageFunction, UsageView {
    private static final Duration REACH = Duration.ofDays(7);
    private static final int DEFAULT_LIMIT = 100;
    private static final int MOST_ROWS = 10_000;
    private static final List<String> ARGUMENTS =
            List.of("SCHEDULED_TIME_RANGE_START", "SCHEDULED_TIME_RANGE_END", "RESULT_LIMIT", "ALERT_NAME");

    private final AlertScheduler alerts;

    AlertRuns(AlertScheduler alerts) {
        this.alerts = alerts;
    }

    @Override
    public String name() {
        return "ALERT_HISTORY";
    }

    @Override
    public UsageRelation call(List<NamedValue> values, SessionContext session) {
        var arguments = new HistoryArguments(name(), session.parameters().timeZone(), ARGUMENTS, values);
        var now = session.clock().instant();
        var start = arguments.start("SCHEDULED_TIME_RANGE_START", now.minus(REACH), REACH, now);
        var end = arguments
                .time("SCHEDULED_TIME_RANGE_END")
                .map(time -> " AND scheduled_time <= " + UsageSql.time(time))
                .orElse("");
        var alert = arguments
                .text("ALERT_NAME")
                .map(name -> " AND upper(name) = upper(" + Identifiers.literal(name) + ")")
                .orElse("");
        var columns = new UsageColumns()
                .text("NAME", "name")
                .text("DATABASE_NAME", "database_name")
                .text("SCHEMA_NAME", "schema_name")
                .text("CONDITION", "condition")
                .text("CONDITION_QUERY_ID", "condition_query_id")
                .text("ACTION", "action")
                .text("ACTION_QUERY_ID", "action_query_id")
                .text("STATE", "state")
                .number("SQL_ERROR_CODE", "error_code")
                .text("SQL_ERROR_MESSAGE", "error_message")
                .time("SCHEDULED_TIME", "scheduled_time")
                .time("COMPLETED_TIME", "completed_time")
                .text("SCHEDULED_FROM", "scheduled_from")
                .text("RUNBOOK", "runbook")
                .bool("WAS_AUTO_SUSPENDED", "was_auto_suspended")
                .text("CONFIG", "config");
        return new UsageRelation(
                columns,
                withUpcoming() + " AS runs WHERE " + UsageAccess.alerts(session) + " AND scheduled_time >= "
                        + UsageSql.time(start) + end + alert
                        + " ORDER BY scheduled_time DESC LIMIT "
                        + arguments.number("RESULT_LIMIT", DEFAULT_LIMIT, 1, MOST_ROWS));
    }

    @Override
    public Duration lag() {
        return Duration.ofMinutes(45);
    }

    @Override
    public UsageRelation view(Instant until) {
        var columns = new UsageColumns()
                .text("NAME", "name")
                .text("DATABASE_NAME", "database_name")
                .text("SCHEMA_NAME", "schema_name")
                .text("ACTION", "action")
                .text("ACTION_QUERY_ID", "action_query_id")
                .text("CONDITION", "condition")
                .text("CONDITION_QUERY_ID", "condition_query_id")
                .number("ERROR_CODE", "error_code")
                .text("ERROR_MESSAGE", "error_message")
                .text("STATE", "state")
                .time("SCHEDULED_TIME", "scheduled_time")
                .time("COMPLETED_TIME", "completed_time")
                .number("DATABASE_ID", "NULL")
                .number("SCHEMA_ID", "NULL")
                .text("SCHEDULED_FROM", "scheduled_from")
                .text("RUNBOOK", "runbook")
                .bool("WAS_AUTO_SUSPENDED", "was_auto_suspended")
                .text("CONFIG", "config");
        return new UsageRelation(
                columns,
                AlertHistory.TABLE + " WHERE coalesce(completed_time, scheduled_time) <= " + UsageSql.time(until));
    }

    private String withUpcoming() {
        var upcoming = alerts.upcoming();
        return upcoming.isEmpty()
                ? AlertHistory.TABLE
                : "(SELECT * FROM " + AlertHistory.TABLE + " UNION ALL BY NAME SELECT * FROM "
                        + upcoming.stream()
                                .map(AlertRuns::row)
                                .collect(Collectors.joining(
                                        ", ",
                                        "(VALUES ",
                                        ") AS next(name, database_name, schema_name, condition, action, state,"
                                                + " scheduled_time, scheduled_from, runbook, config, alert_id)"))
                        + ")";
    }

    private static String row(AlertScheduler.Upcoming next) {
        return "(" + text(next.name().name()) + ", " + text(next.name().database()) + ", "
                + text(next.name().schema()) + ", " + text(next.condition()) + ", " + text(next.action())
                + ", 'SCHEDULED', " + UsageSql.time(next.time()) + ", 'SCHEDULE', "
                + text(next.properties().get("RUNBOOK")) + ", "
                + text(next.properties().get("CONFIG")) + ", " + text(next.id()) + ")";
    }

    private static String text(@Nullable String value) {
        return value == null ? "NULL" : Identifiers.literal(value);
    }
}
