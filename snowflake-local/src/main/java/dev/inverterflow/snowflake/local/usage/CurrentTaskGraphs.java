package dev.inverterflow.snowflake.local.usage;

import dev.inverterflow.snowflake.local.analysis.NamedValue;
import dev.inverterflow.snowflake.local.catalog.Identifiers;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import dev.inverterflow.snowflake.local.task.run.TaskScheduler;
import java.util.List;

/**
 * Runs of task graphs that are going on or scheduled.
 *
 * @see <a href="https://docs.snowflake.com/en/sql-reference/functions/current_task_graphs">CURRENT_TASK_GRAPHS</a>
 */
final class CurrentTaskGraphs implements UsageFunction {
    private static final int DEFAULT_LIMIT = 1000;
    private static final int MOST_ROWS = 10_000;
    private static final List<String> ARGUMENTS = List.of("RESULT_LIMIT", "ROOT_TASK_NAME");

    private final TaskScheduler tasks;

    CurrentTaskGraphs(TaskScheduler tasks) {
        this.tasks = tasks;
    }

    @Override
    public String name() {
        return "CURRENT_TASK_GRAPHS";
    }

    @Override
    public UsageRelation call(List<NamedValue> values, SessionContext session) {
        var arguments = new HistoryArguments(name(), session.parameters().timeZone(), ARGUMENTS, values);
        var root = arguments
                .text("ROOT_TASK_NAME")
                .map(name -> " AND upper(root_task_name) = upper(" + Identifiers.literal(name) + ")")
                .orElse("");
        return new UsageRelation(
                GraphRuns.columns(GraphRuns.Part.CURRENT),
                GraphRuns.of(ScheduledRuns.withHistory(tasks)) + " AS runs WHERE (state = 'SCHEDULED' OR "
                        + GraphRuns.isRunning(tasks) + ") AND " + UsageAccess.tasks("root_task_id", session) + root
                        + " ORDER BY scheduled_time DESC LIMIT "
                        + arguments.number("RESULT_LIMIT", DEFAULT_LIMIT, 1, MOST_ROWS));
    }
}
