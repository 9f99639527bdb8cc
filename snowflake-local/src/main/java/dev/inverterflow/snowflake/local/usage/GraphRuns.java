package dev.inverterflow.snowflake.local.usage;

import dev.inverterflow.snowflake.local.catalog.Identifiers;
import dev.inverterflow.snowflake.local.task.run.TaskScheduler;
import java.util.stream.Collectors;

/** Runs of task graphs, put together from the runs of their tasks. */
final class GraphRuns {
    private static final String FAILED = "state IN ('FAILED', 'FAILED_AND_AUTO_SUSPENDED')";

    private GraphRuns() {}

    /** One row for each attempt to run a graph whose root was not skipped, as something the engine reads. */
    static String of(String taskRuns) {
        return "(SELECT root_task_name, root_task_id, database_name, schema_name, graph_run_group_id, attempt_number,"
                + " any_value(scheduled_from) AS scheduled_from, min(graph_scheduled_time) AS scheduled_time,"
                + " min(query_start_time) FILTER (task_id = root_task_id) AS query_start_time,"
                + " max(next_scheduled_time) AS next_scheduled_time, max(completed_time) AS completed_time,"
                + " any_value(graph_version) AS graph_version, any_value(run_id) AS run_id,"
                + " any_value(config) AS config,"
                + " CASE WHEN bool_or(" + FAILED + ") THEN 'FAILED' WHEN bool_or(state = 'CANCELLED') THEN 'CANCELLED'"
                + " WHEN bool_and(state = 'SCHEDULED') THEN 'SCHEDULED' ELSE 'SUCCEEDED' END AS state,"
                + " arg_min(name, completed_time) FILTER (" + FAILED + ") AS first_error_task_name,"
                + " arg_min(error_code, completed_time) FILTER (" + FAILED + ") AS first_error_code,"
                + " arg_min(error_message, completed_time) FILTER (" + FAILED + ") AS first_error_message"
                + " FROM " + taskRuns
                + " GROUP BY root_task_name, root_task_id, database_name, schema_name, graph_run_group_id,"
                + " attempt_number HAVING NOT bool_or(task_id = root_task_id AND state = 'SKIPPED'))";
    }

    /** A condition: the graph run is going on. */
    static String isRunning(TaskScheduler tasks) {
        var running = tasks.running();
        return running.isEmpty()
                ? "FALSE"
                : running.stream()
                        .map(Identifiers::literal)
                        .collect(Collectors.joining(", ", "graph_run_group_id || '/' || attempt_number IN (", ")"));
    }

    /** The columns that the function and the view of complete runs and that of current runs share, in their order. */
    static UsageColumns columns(Part part) {
        var columns = new UsageColumns()
                .text("ROOT_TASK_NAME", "root_task_name")
                .text("DATABASE_NAME", "database_name")
                .text("SCHEMA_NAME", "schema_name")
                .text(
                        "STATE",
                        part == Part.CURRENT ? "CASE state WHEN 'SCHEDULED' THEN state ELSE 'EXECUTING' END" : "state")
                .text("SCHEDULED_FROM", "scheduled_from")
                .text("FIRST_ERROR_TASK_NAME", "first_error_task_name")
                .number("FIRST_ERROR_CODE", "first_error_code")
                .text("FIRST_ERROR_MESSAGE", "first_error_message")
                .time("SCHEDULED_TIME", "scheduled_time")
                .time("QUERY_START_TIME", "query_start_time")
                .time("NEXT_SCHEDULED_TIME", "next_scheduled_time");
        if (part == Part.COMPLETE) {
            columns.time("COMPLETED_TIME", "completed_time");
        }
        return columns.text("ROOT_TASK_ID", "root_task_id")
                .number("GRAPH_VERSION", "graph_version")
                .number("RUN_ID", "run_id")
                .number("ATTEMPT_NUMBER", "attempt_number")
                .text("CONFIG", "config")
                .text("GRAPH_RUN_GROUP_ID", "graph_run_group_id")
                .object("BACKFILL_INFO", "NULL");
    }

    /** Which runs. */
    enum Part {
        COMPLETE,
        CURRENT
    }
}
