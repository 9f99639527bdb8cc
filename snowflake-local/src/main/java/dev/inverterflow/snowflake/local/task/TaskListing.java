package dev.inverterflow.snowflake.local.task;

import dev.inverterflow.snowflake.local.command.Shown;
import dev.inverterflow.snowflake.local.execution.Result;
import dev.inverterflow.snowflake.local.execution.ResultColumn;
import java.util.List;
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
            ResultColumn.text("last_suspended_reason"));

    private TaskListing() {}

    static List<List<@Nullable String>> rows(List<Task> tasks) {
        return tasks.stream().map(TaskListing::row).toList();
    }

    private static List<@Nullable String> row(Task task) {
        var suspension = task.lastSuspension();
        return Result.row(
                Shown.time(task.createdOn()),
                task.name().name(),
                task.id(),
                task.name().database(),
                task.name().schema(),
                task.owner(),
                task.comment(),
                task.warehouse(),
                task.schedule().text().isEmpty() ? null : task.schedule().text(),
                "[]",
                task.state().label(),
                task.body(),
                task.condition(),
                "false",
                "null",
                null,
                suspension == null ? null : Shown.time(suspension.time()),
                "ROLE",
                null,
                null,
                "{\"Predecessors\":[]}",
                suspension == null ? null : suspension.reason().name());
    }
}
