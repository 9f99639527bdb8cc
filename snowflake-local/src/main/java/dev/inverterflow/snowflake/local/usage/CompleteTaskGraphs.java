package dev.inverterflow.snowflake.local.usage;

import dev.inverterflow.snowflake.local.analysis.NamedValue;
import dev.inverterflow.snowflake.local.catalog.Identifiers;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import dev.inverterflow.snowflake.local.task.run.TaskHistory;
import dev.inverterflow.snowflake.local.task.run.TaskScheduler;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Runs of task graphs that have ended: the function, which reaches back an hour, and the view.
 *
 * @see <a href="https://docs.snowflake.com/en/sql-reference/functions/complete_task_graphs">COMPLETE_TASK_GRAPHS</a>
 */
final class CompleteTaskGraphs implements UsageFunction, UsageView {
    private static final Duration REACH = Duration.ofMinutes(60);
    private static final int DEFAULT_LIMIT = 1000;
    private static final int MOST_ROWS = 10_000;
    private static final List<String> ARGUMENTS = List.of("RESULT_LIMIT", "ROOT_TASK_NAME", "ERROR_ONLY");

    private final TaskScheduler tasks;

    CompleteTaskGraphs(TaskScheduler tasks) {
        this.tasks = tasks;
    }

    @Override
    public String name() {
        return "COMPLETE_TASK_GRAPHS";
    }

    @Override
    public UsageRelation call(List<NamedValue> values, SessionContext session) {
        var arguments = new HistoryArguments(name(), session.parameters().timeZone(), ARGUMENTS, values);
        var from = complete() + " AND completed_time >= "
                + UsageSql.time(session.clock().instant().minus(REACH));
        var root = arguments
                .text("ROOT_TASK_NAME")
                .map(name -> " AND upper(root_task_name) = upper(" + Identifiers.literal(name) + ")")
                .orElse("");
        var errors = arguments.flag("ERROR_ONLY") ? " AND state IN ('FAILED', 'CANCELLED')" : "";
        return new UsageRelation(
                GraphRuns.columns(GraphRuns.Part.COMPLETE),
                from + " AND " + UsageAccess.tasks("root_task_id", session) + root + errors
                        + " ORDER BY completed_time DESC LIMIT "
                        + arguments.number("RESULT_LIMIT", DEFAULT_LIMIT, 1, MOST_ROWS));
    }

    @Override
    public Duration lag() {
        return Duration.ofMinutes(45);
    }

    @Override
    public UsageRelation view(Instant until) {
        return new UsageRelation(
                GraphRuns.columns(GraphRuns.Part.COMPLETE),
                complete() + " AND completed_time <= " + UsageSql.time(until));
    }

    private String complete() {
        return GraphRuns.of(TaskHistory.TABLE) + " AS runs WHERE NOT (" + GraphRuns.isRunning(tasks) + ")";
    }
}
