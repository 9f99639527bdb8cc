package dev.inverterflow.snowflake.local.task;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** When one started task is due next. Guarded by {@link TaskScheduler}. */
final class TaskState {
    private final Task task;
    private final Duration interval;
    private Instant due;
    private boolean somethingToLookAt = true;
    private boolean running;
    private int failuresInARow;

    /**
     * The state of a task from the moment it was resumed.
     *
     * @param interval the task's interval as the scheduler's clock speed makes it
     */
    TaskState(Task task, Duration interval, Instant now) {
        this.task = task;
        this.interval = interval;
        due = task.schedule() instanceof TaskSchedule.Every ? now.plus(interval) : now;
    }

    Task task() {
        return task;
    }

    /** When it is to be looked at next, whether that is past or not; empty while nothing but an event can make it due. */
    Optional<Instant> due() {
        if (running || task.schedule() instanceof TaskSchedule.ByHand) {
            return Optional.empty();
        }
        boolean waitsForChange = task.schedule() instanceof TaskSchedule.Triggered && !somethingToLookAt;
        return waitsForChange ? Optional.empty() : Optional.of(due);
    }

    /** Rows may have come to a stream: the condition is worth a look. */
    void changed() {
        somethingToLookAt = true;
    }

    /** Takes the task's turn. */
    void begin() {
        running = true;
        somethingToLookAt = false;
    }

    /** Its condition did not hold: it ran nothing. */
    void passed(Instant now) {
        running = false;
        next(now);
    }

    /** A run has ended; a stream that still has data makes it due again. */
    void ended(TaskRun run, Instant now) {
        running = false;
        somethingToLookAt = true;
        failuresInARow = run.state() == TaskRun.State.FAILED ? failuresInARow + 1 : 0;
        due = task.schedule() instanceof TaskSchedule.Triggered
                ? run.startTime().plus(interval)
                : due;
        next(now);
    }

    /** Runs missed while one was going on are left out, as with OVERLAP_POLICY = NO_OVERLAP. */
    private void next(Instant now) {
        if (task.schedule() instanceof TaskSchedule.Every) {
            while (!due.isAfter(now)) {
                due = due.plus(interval);
            }
        }
    }

    boolean running() {
        return running;
    }

    boolean hasFailedTooOften() {
        int limit = task.failuresToSuspension();
        return limit > 0 && failuresInARow >= limit;
    }
}
