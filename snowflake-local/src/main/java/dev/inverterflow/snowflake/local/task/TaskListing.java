package dev.inverterflow.snowflake.local.task;

import dev.inverterflow.snowflake.local.catalog.Catalog;
import dev.inverterflow.snowflake.local.catalog.ObjectName;
import dev.inverterflow.snowflake.local.command.Shown;
import dev.inverterflow.snowflake.local.execution.Result;
import dev.inverterflow.snowflake.local.execution.ResultColumn;
import dev.inverterflow.snowflake.local.schedule.Schedule;
import dev.inverterflow.snowflake.local.task.model.Task;
import dev.inverterflow.snowflake.local.task.model.TaskDefinition.OverlapPolicy;
import dev.inverterflow.snowflake.local.task.model.TaskGraph;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Tasks as SHOW TASKS and DESCRIBE TASK list them.
 *
 * @see <a href="https://docs.snowflake.com/en/sql-reference/sql/show-tasks">SHOW TASKS</a>
 */
final class TaskListing {
    static final List<ResultColumn> COLUMNS = List.of(
            Shown.time("created_on"),
            ResultColumn.text("name"),
            ResultColumn.text("id"),
            ResultColumn.text("database_name"),
            ResultColumn.text("schema_name"),
            ResultColumn.text("owner"),
            ResultColumn.text("comment"),
            ResultColumn.text("warehouse"),
            ResultColumn.text("schedule"),
            ResultColumn.text("predecessors"),
            ResultColumn.text("state"),
            ResultColumn.text("definition"),
            ResultColumn.text("condition"),
            ResultColumn.text("allow_overlapping_execution"),
            ResultColumn.text("error_integration"),
            Shown.time("last_committed_on"),
            Shown.time("last_suspended_on"),
            ResultColumn.text("owner_role_type"),
            ResultColumn.text("config"),
            ResultColumn.text("budget"),
            ResultColumn.text("task_relations"),
            ResultColumn.text("last_suspended_reason"),
            ResultColumn.text("success_integration"),
            ResultColumn.text("scheduling_mode"),
            ResultColumn.text("target_completion_interval"),
            ResultColumn.text("execute_as_user"));

    private TaskListing() {}

    static List<List<@Nullable String>> rows(List<Task> tasks, Catalog catalog) {
        return tasks.stream().map(task -> row(task, catalog)).toList();
    }

    /** The names of predecessors as a JSON array. */
    static String predecessors(Task task) {
        return task.definition().predecessors().stream()
                .map(TaskListing::quoted)
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static List<@Nullable String> row(Task task, Catalog catalog) {
        var definition = task.definition();
        var suspension = task.status().lastSuspension();
        var committedOn = task.status().committedOn();
        return Result.row(
                Shown.time(task.createdOn()),
                task.name().name(),
                task.id(),
                task.name().database(),
                task.name().schema(),
                task.owner(),
                definition.comment(),
                definition.warehouse(),
                definition.schedule().map(Schedule::text).orElse(null),
                predecessors(task),
                task.status().state().label(),
                definition.body(),
                definition.condition(),
                task.root() ? String.valueOf(definition.overlapPolicy() != OverlapPolicy.NO_OVERLAP) : null,
                definition.property("ERROR_INTEGRATION").orElse("null"),
                committedOn == null ? null : Shown.time(committedOn),
                suspension == null ? null : Shown.time(suspension.time()),
                "ROLE",
                definition.config(),
                null,
                relations(task, catalog),
                suspension == null ? null : suspension.reason().name(),
                definition.property("SUCCESS_INTEGRATION").orElse("null"),
                definition.warehouse() == null ? "FIXED" : null,
                definition.property("TARGET_COMPLETION_INTERVAL").orElse(null),
                null);
    }

    private static String relations(Task task, Catalog catalog) {
        var predecessors = "\"Predecessors\":" + predecessors(task);
        var root = task.definition().finalizes();
        if (root != null) {
            return "{\"FinalizedRootTask\":" + quoted(root) + "," + predecessors + "}";
        }
        return TaskGraph.finalizer(task, catalog)
                .map(finalizer -> "{" + predecessors + ",\"FinalizerTask\":" + quoted(finalizer.name()) + "}")
                .orElse("{" + predecessors + "}");
    }

    private static String quoted(ObjectName name) {
        return "\"" + name.toString().replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
