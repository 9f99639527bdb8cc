package dev.inverterflow.snowflake.local.task;

import dev.inverterflow.snowflake.local.execution.Result;
import dev.inverterflow.snowflake.local.execution.ResultColumn;
import dev.inverterflow.snowflake.local.execution.StatementType;
import dev.inverterflow.snowflake.local.execution.WireText;
import dev.inverterflow.snowflake.local.type.SnowflakeType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tasks as SHOW TASKS and DESCRIBE TASK list them.
 *
 * @see <a href="https://docs.snowflake.com/en/sql-reference/sql/show-tasks">SHOW TASKS</a>
 */
final class TaskListing {
    private static final List<ResultColumn> COLUMNS = List.of(
            ResultColumn.of("created_on", SnowflakeType.TIMESTAMP_LTZ),
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
            ResultColumn.of("last_committed_on", SnowflakeType.TIMESTAMP_LTZ),
            ResultColumn.of("last_suspended_on", SnowflakeType.TIMESTAMP_LTZ),
            ResultColumn.text("owner_role_type"),
            ResultColumn.text("config"),
            ResultColumn.text("budget"),
            ResultColumn.text("task_relations"),
            ResultColumn.text("last_suspended_reason"));

    private TaskListing() {}

    static Result show(List<Task> tasks) {
        return Result.rows(StatementType.SHOW, COLUMNS, rows(tasks));
    }

    static Result describe(List<Task> tasks) {
        return Result.rows(StatementType.DESCRIBE, COLUMNS, rows(tasks));
    }

    private static List<List<@Nullable String>> rows(List<Task> tasks) {
        return tasks.stream().map(TaskListing::row).toList();
    }

    private static List<@Nullable String> row(Task task) {
        var suspension = task.lastSuspension();
        return Result.row(
                WireText.timestampLtz(task.createdOn()),
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
                suspension == null ? null : WireText.timestampLtz(suspension.time()),
                "ROLE",
                null,
                null,
                "{\"Predecessors\":[]}",
                suspension == null ? null : suspension.reason().name());
    }
}
