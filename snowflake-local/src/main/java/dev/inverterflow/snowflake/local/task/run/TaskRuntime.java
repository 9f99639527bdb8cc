package dev.inverterflow.snowflake.local.task.run;

import dev.inverterflow.snowflake.local.catalog.ObjectName;
import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.error.SnowflakeException;
import dev.inverterflow.snowflake.local.execution.SessionParameters;
import dev.inverterflow.snowflake.local.task.model.Task;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a running task may ask about its run.
 *
 * @see <a href="https://docs.snowflake.com/en/sql-reference/functions/system_task_runtime_info">SYSTEM$TASK_RUNTIME_INFO</a>
 */
public final class TaskRuntime {
    /** The default form of TIMESTAMP_LTZ as text. */
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS xx", Locale.ROOT);

    private final TaskHistory history;

    public TaskRuntime(TaskHistory history) {
        this.history = history;
    }

    /** The configuration of the graph or a value of it; null if there is none. */
    public @Nullable String config(RunningTask running, @Nullable String path) {
        var config = running.graph().origin().config();
        return config == null || path == null
                ? config
                : GraphConfig.value(config, path).orElse(null);
    }

    /**
     * The return value of a task before this one; null if it set none.
     *
     * @param name as it is stored; null if there is only one predecessor
     * @throws SnowflakeException if no such task runs before this one, or it is not clear which is meant
     */
    public @Nullable String predecessorValue(RunningTask running, @Nullable String name) {
        var graph = running.graph().graph();
        var enabled = running.task().definition().predecessors().stream()
                .map(graph.tasks()::get)
                .filter(task -> task != null && (task.started() || task.root()))
                .map(Task::name)
                .toList();
        if (name == null && enabled.size() != 1) {
            throw failed("the task has " + enabled.size() + " enabled predecessors: name the one that is meant");
        }
        var wanted = name == null
                ? enabled.get(0)
                : new ObjectName(
                        running.task().name().database(), running.task().name().schema(), name);
        return running.graph()
                .outcome(wanted)
                .filter(outcome -> isBefore(running.task(), wanted, running.graph()))
                .orElseThrow(() -> failed("task '" + wanted.name() + "' is not an enabled predecessor of the task"))
                .returnValue();
    }

    /**
     * One fact about the run; null if it is unknown.
     *
     * @throws SnowflakeException if there is no such fact
     */
    public @Nullable String info(RunningTask running, String fact, SessionParameters parameters) {
        var origin = running.graph().origin();
        return switch (fact.toUpperCase(Locale.ROOT)) {
            case "CURRENT_TASK_NAME" -> running.task().name().name();
            case "CURRENT_ROOT_TASK_NAME" -> origin.root().name().name();
            case "CURRENT_ROOT_TASK_UUID" -> origin.root().id();
            case "CURRENT_TASK_GRAPH_RUN_GROUP_ID" -> origin.groupId();
            case "CURRENT_TASK_GRAPH_ORIGINAL_SCHEDULED_TIMESTAMP" -> text(origin.originalTime(), parameters);
            case "LAST_SUCCESSFUL_TASK_GRAPH_RUN_GROUP_ID" ->
                history.lastSuccess(origin.root().id(), origin.originalTime())
                        .map(TaskHistory.Success::groupId)
                        .orElse(null);
            case "LAST_SUCCESSFUL_TASK_GRAPH_ORIGINAL_SCHEDULED_TIMESTAMP" ->
                history.lastSuccess(origin.root().id(), origin.originalTime())
                        .map(success -> text(success.originalTime(), parameters))
                        .orElse(null);
            default -> throw Errors.invalidValue(fact, "SYSTEM$TASK_RUNTIME_INFO");
        };
    }

    /** Whether it is a predecessor, or a predecessor's predecessor, and so on; all of them are before a finalizer. */
    private static boolean isBefore(Task task, ObjectName wanted, GraphRun run) {
        if (task.definition().finalizes() != null) {
            return true;
        }
        List<ObjectName> predecessors = task.definition().predecessors();
        return predecessors.contains(wanted)
                || predecessors.stream()
                        .map(run.graph().tasks()::get)
                        .anyMatch(before -> before != null && isBefore(before, wanted, run));
    }

    private static String text(Instant time, SessionParameters parameters) {
        return TIME.format(time.atZone(parameters.timeZone()));
    }

    private static SnowflakeException failed(String reason) {
        return new SnowflakeException(91_093, "22023", "SYSTEM$GET_PREDECESSOR_RETURN_VALUE: " + reason + ".");
    }
}
