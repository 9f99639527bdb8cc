package dev.inverterflow.snowflake.local.task;

import dev.inverterflow.snowflake.local.analysis.Constant;
import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.error.SnowflakeException;
import dev.inverterflow.snowflake.local.execution.Names;
import dev.inverterflow.snowflake.local.execution.SchemaObjects;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import dev.inverterflow.snowflake.local.execution.SystemFunctionProvider;
import dev.inverterflow.snowflake.local.task.model.Task;
import dev.inverterflow.snowflake.local.task.run.RunningTask;
import dev.inverterflow.snowflake.local.task.run.TaskRunner;
import dev.inverterflow.snowflake.local.task.run.TaskRuntime;
import dev.inverterflow.snowflake.local.type.SnowflakeType;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The functions that a task's statements ask about its run and its graph with, and those that work on graphs.
 *
 * @see <a href="https://docs.snowflake.com/en/user-guide/tasks-graphs">Task graphs with logic</a>
 */
final class TaskFunctions implements SystemFunctionProvider {
    private static final String SET_RETURN_VALUE = "SYSTEM$SET_RETURN_VALUE";
    private static final String GET_RETURN_VALUE = "SYSTEM$GET_PREDECESSOR_RETURN_VALUE";
    private static final String GET_CONFIG = "SYSTEM$GET_TASK_GRAPH_CONFIG";
    private static final String RUNTIME_INFO = "SYSTEM$TASK_RUNTIME_INFO";
    private static final String ENABLE = "SYSTEM$TASK_DEPENDENTS_ENABLE";
    private static final String CANCEL = "SYSTEM$USER_TASK_CANCEL_ONGOING_EXECUTIONS";

    /** How many arguments each takes, at least and at most. */
    private static final Map<String, int[]> ARITIES = Map.of(
            SET_RETURN_VALUE, new int[] {1, 1},
            GET_RETURN_VALUE, new int[] {0, 1},
            GET_CONFIG, new int[] {0, 1},
            RUNTIME_INFO, new int[] {1, 1},
            ENABLE, new int[] {1, 1},
            CANCEL, new int[] {1, 1});

    private static final int LONGEST_RETURN_VALUE = 10 * 1024;

    private final TaskRunner runner;
    private final TaskRuntime runtime;
    private final Graphs graphs;

    TaskFunctions(TaskRunner runner, TaskRuntime runtime, Graphs graphs) {
        this.runner = runner;
        this.runtime = runtime;
        this.graphs = graphs;
    }

    @Override
    public Set<String> names() {
        return ARITIES.keySet();
    }

    @Override
    public Optional<SnowflakeType> resultType(String name, int arguments) {
        int[] arity = ARITIES.get(name);
        return arity != null && arguments >= arity[0] && arguments <= arity[1]
                ? Optional.of(SnowflakeType.VARCHAR)
                : Optional.empty();
    }

    @Override
    public Constant call(String name, List<Constant> arguments, SessionContext session) {
        var argument = arguments.isEmpty() ? null : arguments.get(0).text();
        return Constant.text(
                switch (name) {
                    case SET_RETURN_VALUE -> setReturnValue(running(name, session), argument == null ? "" : argument);
                    case GET_RETURN_VALUE -> runtime.predecessorValue(running(name, session), argument);
                    case GET_CONFIG -> runtime.config(running(name, session), argument);
                    case RUNTIME_INFO ->
                        runtime.info(running(name, session), required(argument, name), session.parameters());
                    case ENABLE -> enable(task(required(argument, name), session));
                    case CANCEL -> cancel(task(required(argument, name), session));
                    default -> throw Errors.unknownFunction(name);
                });
    }

    private static String setReturnValue(RunningTask task, String value) {
        if (value.getBytes(StandardCharsets.UTF_8).length > LONGEST_RETURN_VALUE) {
            throw new SnowflakeException(
                    91_091, "22023", "The return value of a task must not be longer than 10 kB in UTF-8.");
        }
        task.setReturnValue(value);
        return "SUCCESS";
    }

    private String enable(Task root) {
        graphs.resumeAll(root);
        return "SUCCESS";
    }

    private String cancel(Task task) {
        runner.cancel(task.id());
        return "SUCCESS";
    }

    private RunningTask running(String function, SessionContext session) {
        return runner.in(session.id())
                .orElseThrow(() -> new SnowflakeException(
                        91_092, "0A000", "Function " + function + " must be called from within a task run."));
    }

    private static String required(@Nullable String argument, String function) {
        if (argument == null) {
            throw Errors.invalidValue("NULL", function);
        }
        return argument;
    }

    private static Task task(String name, SessionContext session) {
        return SchemaObjects.requireUsable(Task.KIND, session.resolve(Names.parse(name)), session, "OPERATE");
    }
}
