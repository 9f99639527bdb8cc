package dev.inverterflow.snowflake.local.task.run;

import dev.inverterflow.snowflake.local.error.SnowflakeException;
import dev.inverterflow.snowflake.local.task.model.Task;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One run of a task, going on or ended.
 *
 * @param key tells it from all others
 * @param task the task as it was when the run of its graph began
 * @param scheduledTime when it was due
 * @param startTime when its statement started
 * @param outcome how it ended; null while it goes on
 */
record TaskRun(
        String key,
        Task task,
        RunOrigin origin,
        Instant scheduledTime,
        Instant startTime,
        @Nullable Outcome outcome) {

    /**
     * How a run ended.
     *
     * @param queryId id of the statement that ran; null if it never began
     * @param errorCode Snowflake's number of the error; null without one
     * @param errorMessage what went wrong; null if nothing
     * @param returnValue what SYSTEM$SET_RETURN_VALUE set; null if nothing
     */
    record Outcome(
            State state,
            Instant completedTime,
            @Nullable String queryId,
            @Nullable String errorCode,
            @Nullable String errorMessage,
            @Nullable String returnValue) {

        static Outcome succeeded(Instant now, @Nullable String queryId, @Nullable String returnValue) {
            return new Outcome(State.SUCCEEDED, now, queryId, null, null, returnValue);
        }

        static Outcome skipped(Instant now) {
            return new Outcome(State.SKIPPED, now, null, null, null, null);
        }

        static Outcome of(State state, Instant now, @Nullable String queryId, SnowflakeException failure) {
            return new Outcome(state, now, queryId, failure.paddedCode(), failure.getMessage(), null);
        }
    }

    /** How a run stands, as TASK_HISTORY prints it. */
    enum State {
        EXECUTING,
        SUCCEEDED,
        FAILED,
        FAILED_AND_AUTO_SUSPENDED,
        CANCELLED,
        SKIPPED
    }

    State state() {
        return outcome == null ? State.EXECUTING : outcome.state();
    }

    TaskRun ended(Outcome how) {
        return new TaskRun(key, task, origin, scheduledTime, startTime, how);
    }
}
