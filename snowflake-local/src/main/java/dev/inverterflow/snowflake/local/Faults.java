package dev.inverterflow.snowflake.local;

import dev.inverterflow.snowflake.local.load.LoadPart;
import dev.inverterflow.snowflake.local.task.run.TaskFaults;
import java.time.ZoneId;

/** What is to go wrong, for tests of how somebody copes with it. */
public final class Faults {
    private final TaskFaults tasks;
    private final LoadPart loads;

    Faults(TaskFaults tasks, LoadPart loads) {
        this.tasks = tasks;
        this.loads = loads;
    }

    /**
     * Lets the next runs of a task fail before its statement begins.
     *
     * @param task its name without database and schema, in any case
     * @param times how many runs; 0 takes an earlier order back
     * @param message what the histories say
     */
    public void failTaskRuns(String task, int times, String message) {
        if (times < 0) {
            throw new IllegalArgumentException("times must not be negative: " + times);
        }
        tasks.failNextRuns(task, times, message);
    }

    /**
     * Lets METADATA$FILE_LAST_MODIFIED be another zone's wall clock than UTC, which Snowflake's documentation does not rule out.
     *
     * @param zone UTC takes an earlier order back
     */
    public void fileTimesIn(ZoneId zone) {
        loads.fileTimesIn(zone);
    }
}
