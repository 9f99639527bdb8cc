package dev.inverterflow.snowflake.local.usage;

import dev.inverterflow.snowflake.local.catalog.Identifiers;
import dev.inverterflow.snowflake.local.task.run.TaskHistory;
import dev.inverterflow.snowflake.local.task.run.TaskScheduler;
import dev.inverterflow.snowflake.local.task.run.TaskScheduler.Upcoming;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The runs of tasks that are still to come, as rows in the shape of the history. */
final class ScheduledRuns {
    private ScheduledRuns() {}

    /** The history with the next run of each scheduled task as something the engine reads. */
    static String withHistory(TaskScheduler tasks) {
        var upcoming = tasks.upcoming();
        return upcoming.isEmpty()
                ? TaskHistory.TABLE
                : "(SELECT * FROM " + TaskHistory.TABLE + " UNION ALL BY NAME SELECT * FROM " + rows(upcoming) + ")";
    }

    private static String rows(List<Upcoming> upcoming) {
        return upcoming.stream()
                .map(ScheduledRuns::row)
                .collect(Collectors.joining(
                        ", ",
                        "(VALUES ",
                        ") AS next(name, database_name, schema_name, query_text, condition_text, state,"
                                + " scheduled_time, task_id, root_task_id, root_task_name, graph_version, run_id,"
                                + " graph_scheduled_time, attempt_number, scheduled_from, config)"));
    }

    private static String row(Upcoming next) {
        var root = next.root();
        var time = UsageSql.time(next.time());
        return "(" + text(root.name().name()) + ", " + text(root.name().database()) + ", "
                + text(root.name().schema()) + ", " + text(root.definition().body()) + ", "
                + text(root.definition().condition()) + ", 'SCHEDULED', " + time + ", " + text(root.id()) + ", "
                + text(root.id()) + ", " + text(root.name().name()) + ", "
                + root.status().version() + ", " + next.time().toEpochMilli() + ", " + time + ", 1, 'SCHEDULE', "
                + text(root.definition().config()) + ")";
    }

    private static String text(@Nullable String value) {
        return value == null ? "NULL" : Identifiers.literal(value);
    }
}
