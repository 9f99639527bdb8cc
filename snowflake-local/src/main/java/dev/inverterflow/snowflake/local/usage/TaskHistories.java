package dev.inverterflow.snowflake.local.usage;

import dev.inverterflow.snowflake.local.analysis.NamedValue;
import dev.inverterflow.snowflake.local.catalog.Identifiers;
import dev.inverterflow.snowflake.local.execution.Names;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import dev.inverterflow.snowflake.local.task.run.TaskHistory;
import dev.inverterflow.snowflake.local.task.run.TaskScheduler;
import java.time.Duration;
import java.time.Instant;
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
            "DATABASE_NAME",
            "SCHEMA_NAME",
            "ERROR_ONLY",
            "ROOT_TASK_ID");

    private final TaskScheduler tasks;

    TaskHistories(TaskScheduler tasks) {
        this.tasks = tasks;
    }

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
        conditions.add(UsageAccess.tasks("task_id", session));
        conditions.add("scheduled_time >= " + UsageSql.time(start));
        arguments
                .time("SCHEDULED_TIME_RANGE_END")
                .ifPresent(end -> conditions.add("scheduled_time <= " + UsageSql.time(end)));
        // A task's name is compared without regard to case, and without database and schema.
        arguments
                .text("TASK_NAME")
                .ifPresent(task -> conditions.add("upper(name) = upper(" + Identifiers.literal(task) + ")"));
        addPlace(arguments, conditions);
        arguments.text("ROOT_TASK_ID").ifPresent(task -> conditions.add("root_task_id = " + Identifiers.literal(task)));
        if (arguments.flag("ERROR_ONLY")) {
            conditions.add("state IN ('FAILED', 'FAILED_AND_AUTO_SUSPENDED', 'CANCELLED')");
        }
        long limit = arguments.number("RESULT_LIMIT", DEFAULT_LIMIT, 1, MOST_ROWS);
        return new UsageRelation(
                functionColumns(),
                ScheduledRuns.withHistory(tasks) + " AS runs WHERE " + String.join(" AND ", conditions)
                        + " ORDER BY scheduled_time DESC, query_start_time DESC NULLS FIRST LIMIT " + limit);
    }

    private static void addPlace(HistoryArguments arguments, List<String> conditions) {
        var schema = arguments.text("SCHEMA_NAME");
        if (schema.isPresent()) {
            arguments.requiredText("DATABASE_NAME");
        }
        arguments
                .text("DATABASE_NAME")
                .map(text -> "database_name = " + Identifiers.literal(stored(text)))
                .ifPresent(conditions::add);
        schema.map(text -> "schema_name = " + Identifiers.literal(stored(text))).ifPresent(conditions::add);
    }

    private static String stored(String name) {
        return Names.parse(name).last().name();
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
                .number("ERROR_CODE", "error_code")
                .text("ERROR_MESSAGE", "error_message")
                .time("SCHEDULED_TIME", "scheduled_time")
                .time("QUERY_START_TIME", "query_start_time")
                .time("NEXT_SCHEDULED_TIME", "next_scheduled_time")
                .time("COMPLETED_TIME", "completed_time")
                .text("ROOT_TASK_ID", "root_task_id")
                .number("GRAPH_VERSION", "graph_version")
                .number("RUN_ID", "run_id")
                .text("RETURN_VALUE", "return_value")
                .text("SCHEDULED_FROM", "scheduled_from")
                .number("ATTEMPT_NUMBER", "attempt_number")
                .text("CONFIG", "config")
                .text("QUERY_HASH", "NULL")
                .number("QUERY_HASH_VERSION", "NULL")
                .text("QUERY_PARAMETERIZED_HASH", "NULL")
                .number("QUERY_PARAMETERIZED_HASH_VERSION", "NULL")
                .text("GRAPH_RUN_GROUP_ID", "graph_run_group_id")
                .object("BACKFILL_INFO", "NULL")
                .number("SPCS_JOB_ID", "NULL");
    }

    @Override
    public Duration lag() {
        return Duration.ofMinutes(45);
    }

    @Override
    public UsageRelation view(Instant until) {
        var columns = new UsageColumns()
                .text("NAME", "name")
                .text("QUERY_TEXT", "query_text")
                .text("CONDITION_TEXT", "condition_text")
                .text("SCHEMA_NAME", "schema_name")
                .number("TASK_SCHEMA_ID", "NULL")
                .text("DATABASE_NAME", "database_name")
                .number("TASK_DATABASE_ID", "NULL")
                .time("SCHEDULED_TIME", "scheduled_time")
                .time("COMPLETED_TIME", "completed_time")
                .text("STATE", "CASE state WHEN 'FAILED_AND_AUTO_SUSPENDED' THEN 'FAILED' ELSE state END")
                .text("RETURN_VALUE", "return_value")
                .text("QUERY_ID", "query_id")
                .time("QUERY_START_TIME", "query_start_time")
                .text("ERROR_CODE", "error_code")
                .text("ERROR_MESSAGE", "error_message")
                .number("GRAPH_VERSION", "graph_version")
                .number("RUN_ID", "run_id")
                .text("ROOT_TASK_ID", "root_task_id")
                .text("SCHEDULED_FROM", "scheduled_from")
                .number("ATTEMPT_NUMBER", "attempt_number")
                .number("INSTANCE_ID", "NULL")
                .text("CONFIG", "config")
                .text("QUERY_HASH", "NULL")
                .number("QUERY_HASH_VERSION", "NULL")
                .text("QUERY_PARAMETERIZED_HASH", "NULL")
                .number("QUERY_PARAMETERIZED_HASH_VERSION", "NULL")
                .text("GRAPH_RUN_GROUP_ID", "graph_run_group_id")
                .object("BACKFILL_INFO", "NULL")
                .number("SPCS_JOB_ID", "NULL");
        return new UsageRelation(
                columns,
                TaskHistory.TABLE + " WHERE state <> 'EXECUTING' AND completed_time <= " + UsageSql.time(until));
    }
}
