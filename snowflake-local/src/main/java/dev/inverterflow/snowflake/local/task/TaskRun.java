package dev.inverterflow.snowflake.local.task;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One run of a task that has ended.
 *
 * @param task the task as it was when the run began
 * @param queryId id of the statement that ran; null if it never began
 * @param scheduledFrom what started it
 * @param scheduledTime when it was due
 * @param startTime when its statement started
 * @param completedTime when it ended
 * @param errorCode Snowflake's number of the error; null without one
 * @param errorMessage what went wrong; null if nothing
 */
record TaskRun(
        Task task,
        @Nullable String queryId,
        State state,
        Cause scheduledFrom,
        Instant scheduledTime,
        Instant startTime,
        Instant completedTime,
        @Nullable String errorCode,
        @Nullable String errorMessage) {
    /** How it ended. */
    enum State {
        SUCCEEDED,
        FAILED
    }

    /** What started it. */
    enum Cause {
        SCHEDULE,
        TRIGGER,
        EXECUTE_TASK;

        /** As TASK_HISTORY prints it. */
        String label() {
            return name().replace('_', ' ');
        }
    }
}
