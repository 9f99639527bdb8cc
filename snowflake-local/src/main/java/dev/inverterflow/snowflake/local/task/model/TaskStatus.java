package dev.inverterflow.snowflake.local.task.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether a task runs, since when, and which version of it.
 *
 * @param since when it was resumed, which intervals are counted from; null if it never was
 * @param lastSuspension when and why it was last suspended; null if never
 * @param version the version of the graph that the task is the root of; 0 before the first
 * @param committedOn when the version was set; null before the first
 * @param modified whether something in the graph was changed since
 */
public record TaskStatus(
        State state,
        @Nullable Instant since,
        @Nullable Suspension lastSuspension,
        int version,
        @Nullable Instant committedOn,
        boolean modified) {

    /** A new task's. */
    public static final TaskStatus NEW = new TaskStatus(State.SUSPENDED, null, null, 0, null, true);

    /** Whether it runs by itself. */
    public enum State {
        STARTED,
        SUSPENDED;

        /** As SHOW TASKS prints it. */
        public String label() {
            return this == STARTED ? "started" : "suspended";
        }
    }

    /** When and why a task was suspended. */
    public record Suspension(Instant time, Reason reason) {}

    /** As SHOW TASKS prints it. */
    public enum Reason {
        USER_SUSPENDED,
        SUSPENDED_DUE_TO_ERRORS,
        GRANT_OWNERSHIP,
        CHILD_BECAME_ROOT,
        FINALIZER_BECAME_ROOT
    }

    public TaskStatus resumed(Instant now) {
        return new TaskStatus(State.STARTED, now, lastSuspension, version, committedOn, modified);
    }

    public TaskStatus suspended(Instant now, Reason reason) {
        return new TaskStatus(State.SUSPENDED, since, new Suspension(now, reason), version, committedOn, modified);
    }

    /** Something in the graph was changed. */
    public TaskStatus changed() {
        return new TaskStatus(state, since, lastSuspension, version, committedOn, true);
    }

    /** The graph is resumed or run: what it is now is a version, a new one if it was changed. */
    public TaskStatus committed(Instant now) {
        return modified ? new TaskStatus(state, since, lastSuspension, version + 1, now, false) : this;
    }
}
