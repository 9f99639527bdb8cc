package dev.inverterflow.snowflake.local.usage;

import dev.inverterflow.snowflake.local.analysis.NamedValue;
import dev.inverterflow.snowflake.local.catalog.Identifiers;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import dev.inverterflow.snowflake.local.task.TaskHistory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs of tasks: the function and the view TASK_HISTORY.
 *
 * @see <a href="https://docs.snowflake.com/en/sql-reference/functions/task_history">TASK_HISTORY</a>
 */
final class TaskHistories implements UsageFunction, UsageView {
    private static final Duration REACH = Duration.ofDays(7);
    private static final int DEFAULT_LIMIT = 100;
    private static final int MOST_ROWS = 10_000;
    private static final List<String> ARGUMENTS = List.of(
            "SCHEDULED_TIME_RANGE_START",
            "SCHEDULED_TIME_RANGE_END",
            "RESULT_LIMIT",
            "TASK_NAME",
            "ERROR_ONLY",
            "ROOT_TASK_ID");

    @Override
    public String name() {
        return "TASK_HISTORY";
    }

    @Override
    public UsageRelation call(List<NamedValue> values, SessionContext session) {
        var arguments = new HistoryArguments(name(), session.parameters().timeZone(), ARGUMENTS, values);
        var now = session.clock().instant();
        var start = arguments.start("SCHEDULED_TIME_RANGE_START", now.minus(REACH), REACH, now);
        var conditions = new ArrayList<String>();
        conditions.add("scheduled_time >= " + UsageSql.time(start));
        arguments
                .time("SCHEDULED_TIME_RANGE_END")
                .ifPresent(end -> conditions.add("scheduled_time <= " + UsageSql.time(end)));
        // A task's name is compared without regard to case, and without database and schema.
        arguments
                .text("TASK_NAME")
                .ifPresent(task -> conditions.add("upper(name) = upper(" + Identifiers.literal(task) + ")"));
        arguments.text("ROOT_TASK_ID").ifPresent(task -> conditions.add("task_id = " + Identifiers.literal(task)));
        if (arguments.flag("ERROR_ONLY")) {
            conditions.add("state = 'FAILED'");
        }
        long limit = arguments.number("RESULT_LIMIT", DEFAULT_LIMIT, 1, MOST_ROWS);
        return new UsageRelation(
                functionColumns(),
                TaskHistory.TABLE + " WHERE " + String.join(" AND ", conditions)
                        + " ORDER BY completed_time DESC, scheduled_time DESC LIMIT " + limit);
    }

    private static UsageColumns functionColumns() {
        return new UsageColumns()
                .text("QUERY_ID", "query_id")
                .text("NAME", "name")
                .text("DATABASE_NAME", "database_name")
                .text("SCHEMA_NAME", "schema_name")
                .text("QUERY_TEXT", "query_text")
                .text("CONDITION_TEXT", "condition_text")
                .text("STATE", "state")
                .text("ERROR_CODE", "error_code")
                .text("ERROR_MESSAGE", "error_message")
                .time("SCHEDULED_TIME", "scheduled_time")
                .time("QUERY_START_TIME", "query_start_time")
                .time("NEXT_SCHEDULED_TIME", "NULL")
                .time("COMPLETED_TIME", "completed_time")
                .text("ROOT_TASK_ID", "task_id")
                .number("GRAPH_VERSION", "1")
                .number("RUN_ID", "run_id")
                .text("RETURN_VALUE", "NULL")
                .text("SCHEDULED_FROM", "scheduled_from")
                .number("ATTEMPT_NUMBER", "1")
                .text("CONFIG", "NULL")
                .text("QUERY_HASH", "NULL")
                .number("QUERY_HASH_VERSION", "NULL")
                .text("QUERY_PARAMETERIZED_HASH", "NULL")
                .number("QUERY_PARAMETERIZED_HASH_VERSION", "NULL")
                .text("GRAPH_RUN_GROUP_ID", "run_id");
    }

    @Override
    public UsageRelation view() {
        var columns = new UsageColumns()
                .text("NAME", "name")
                .text("QUERY_TEXT", "query_text")
                .text("CONDITION_TEXT", "condition_text")
                .text("SCHEMA_NAME", "schema_name")
                .text("DATABASE_NAME", "database_name")
                .time("SCHEDULED_TIME", "scheduled_time")
                .time("COMPLETED_TIME", "completed_time")
                .text("STATE", "state")
                .text("RETURN_VALUE", "NULL")
                .text("QUERY_ID", "query_id")
                .time("QUERY_START_TIME", "query_start_time")
                .text("ERROR_CODE", "error_code")
                .text("ERROR_MESSAGE", "error_message")
                .number("GRAPH_VERSION", "1")
                .number("RUN_ID", "run_id")
                .text("ROOT_TASK_ID", "task_id")
                .text("SCHEDULED_FROM", "scheduled_from")
                .number("ATTEMPT_NUMBER", "1")
                .text("GRAPH_RUN_GROUP_ID", "run_id");
        return new UsageRelation(columns, TaskHistory.TABLE);
    }
}
