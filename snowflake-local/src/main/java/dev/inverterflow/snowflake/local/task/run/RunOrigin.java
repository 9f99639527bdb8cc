package dev.inverterflow.snowflake.local.task.run;

import dev.inverterflow.snowflake.local.task.model.Task;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The run of a graph that a task's run is part of.
 *
 * @param root the root task with the version that runs
 * @param groupId the same for a run and all its retries
 * @param originalTime when the first attempt was due
 * @param scheduledTime when this attempt was due
 * @param nextTime when the root is due next; null if unknown
 * @param attempt 1 for the first
 * @param config the configuration in force, JSON; null without one
 */
record RunOrigin(
        Task root,
        String groupId,
        Instant originalTime,
        Instant scheduledTime,
        @Nullable Instant nextTime,
        int attempt,
        Cause cause,
        @Nullable String config) {

    /** The first attempt of a run. */
    static RunOrigin first(
            Task root, String groupId, Instant due, @Nullable Instant next, Cause cause, @Nullable String config) {
        return new RunOrigin(root, groupId, due, due, next, 1, cause, config);
    }

    /** One more attempt. */
    RunOrigin again(Instant now, Cause why) {
        return new RunOrigin(root, groupId, originalTime, now, nextTime, attempt + 1, why, config);
    }

    /** What started a run. */
    enum Cause {
        SCHEDULE("SCHEDULE"),
        TRIGGER("TRIGGER"),
        EXECUTE_TASK("EXECUTE_TASK"),
        MANUAL_RETRY("MANUAL RETRY"),
        AUTOMATIC_RETRY("AUTOMATIC RETRY");

        private final String label;

        Cause(String label) {
            this.label = label;
        }

        /** As TASK_HISTORY prints it. */
        String label() {
            return label;
        }
    }
}
