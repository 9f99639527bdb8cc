package dev.inverterflow.snowflake.local.task.run;

import dev.inverterflow.snowflake.local.task.model.Task;
import org.jspecify.annotations.Nullable;

/** A task while it runs in its session, as its statements may ask about it. */
public final class RunningTask {
    private final Task task;
    private final GraphRun run;
    private volatile @Nullable String returnValue;

    RunningTask(Task task, GraphRun run) {
        this.task = task;
        this.run = run;
    }

    public Task task() {
        return task;
    }

    /** The run of the graph it is part of. */
    public GraphRun graph() {
        return run;
    }

    /** Sets what the tasks after it may ask for. */
    public void setReturnValue(String value) {
        returnValue = value;
    }

    @Nullable
    String returnValue() {
        return returnValue;
    }
}
