package dev.inverterflow.snowflake.local.task.run;

import dev.inverterflow.snowflake.local.schedule.Pace;
import dev.inverterflow.snowflake.local.schedule.Schedule;
import dev.inverterflow.snowflake.local.schedule.Watch;
import dev.inverterflow.snowflake.local.task.model.Task;
import dev.inverterflow.snowflake.local.task.model.TaskDefinition.OverlapPolicy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * When the graph of a root is to run next. Guarded by the dispatcher, which is the only one to call it.
 *
 * <p>Times that pass while a run is going on that must not be overlapped are left out. A run that was asked for by hand waits
 * for its turn; another one asked for meanwhile takes its place.
 */
final class RootWatch implements Watch {
    /** However long the interval between triggers, a task looks at its stream that often. */
    private static final Duration LONGEST_TRIGGER_INTERVAL = Duration.ofHours(12);

    private final Task task;
    private final Clock clock;
    private final Pace pace;
    private final Consumer<Request> starter;
    private final Optional<Schedule> schedule;
    private boolean started;
    private @Nullable Instant next;
    private @Nullable Instant triggered;
    private @Nullable Instant lastTrigger;
    private @Nullable Instant beginning;
    private @Nullable Request asked;
    private int runs;
    private int roots;
    private int failuresInARow;

    /**
     * What starts a run.
     *
     * @param retried the run that is tried again; null for a new one
     */
    record Request(
            Task root,
            RunOrigin.Cause cause,
            Instant due,
            @Nullable Instant next,
            @Nullable String config,
            @Nullable GraphRun retried) {}

    RootWatch(Task task, Clock clock, Pace pace, Consumer<Request> starter) {
        this.task = task;
        this.clock = clock;
        this.pace = pace;
        this.starter = starter;
        schedule = task.definition().schedule();
    }

    Task task() {
        return task;
    }

    /** The task was resumed: from now on it runs by itself. */
    RootWatch resumed() {
        started = true;
        next = following(clock.instant());
        triggered = task.definition().triggered() ? clock.instant() : null;
        return this;
    }

    /** Takes over from a watch of the same task what goes on. */
    RootWatch continuing(@Nullable RootWatch before) {
        if (before != null) {
            asked = before.asked;
            runs = before.runs;
            roots = before.roots;
        }
        return this;
    }

    /** Whether there is a reason to keep it. */
    boolean needed() {
        return started || busy();
    }

    /** The task was suspended; what goes on goes on. */
    void suspended() {
        started = false;
    }

    /** Rows may have come to a stream: the condition is worth a look. */
    void streamsChanged() {
        if (task.definition().triggered() && triggered == null) {
            triggered = clock.instant();
        }
    }

    void ask(Request request) {
        asked = request;
    }

    @Override
    public Optional<Instant> due() {
        if (!mayBegin()) {
            return Optional.empty();
        }
        var request = asked;
        if (request != null) {
            return Optional.of(request.due());
        }
        return started ? nextTime() : Optional.empty();
    }

    /** When it will run by itself; empty if only an event can make it due. */
    Optional<Instant> nextTime() {
        if (!task.definition().triggered()) {
            return Optional.ofNullable(next);
        }
        var trigger = triggered;
        if (trigger == null) {
            return Optional.empty();
        }
        var last = lastTrigger;
        var earliest = last == null ? trigger : last.plus(pace.scaled(triggerInterval()));
        return Optional.of(earliest.isAfter(trigger) ? earliest : trigger);
    }

    /** When a scheduled run is due; empty for what is triggered or runs by hand only. */
    Optional<Instant> scheduled() {
        return started && schedule.isPresent() ? Optional.ofNullable(next) : Optional.empty();
    }

    @Override
    public void begin() {
        var request = asked;
        if (request != null) {
            asked = null;
        } else {
            request = ofItself();
        }
        runs++;
        roots++;
        starter.accept(request);
    }

    @Override
    public boolean busy() {
        return runs > 0 || asked != null;
    }

    void rootEnded() {
        roots--;
    }

    /** A run has ended. Times that passed meanwhile are left out, and a stream may still have data. */
    void ended(TaskRun.State state) {
        runs--;
        if (next != null && !mayOverlap()) {
            next = following(clock.instant());
        }
        if (task.definition().triggered() && state != TaskRun.State.SKIPPED) {
            // A look at a stream without data is no run, and the next run need not keep its distance from it.
            lastTrigger = beginning;
            triggered = triggered == null ? clock.instant() : triggered;
        }
    }

    /** Counts how a run went; whether the task has failed too often now, in which case it is suspended. */
    boolean failedTooOften(TaskRun.State state) {
        if (state == TaskRun.State.FAILED) {
            failuresInARow++;
        } else if (state == TaskRun.State.SUCCEEDED) {
            failuresInARow = 0;
        }
        int limit = task.definition().failuresToSuspension();
        boolean tooOften = started && limit > 0 && failuresInARow >= limit;
        if (tooOften) {
            suspended();
        }
        return tooOften;
    }

    private Request ofItself() {
        if (task.definition().triggered()) {
            var due = nextTime().orElseGet(clock::instant);
            triggered = null;
            beginning = due;
            return new Request(task, RunOrigin.Cause.TRIGGER, due, null, null, null);
        }
        var due = Objects.requireNonNull(next, "next");
        next = following(clock.instant());
        return new Request(task, RunOrigin.Cause.SCHEDULE, due, next, null, null);
    }

    private @Nullable Instant following(Instant now) {
        var since = task.status().since();
        return schedule.flatMap(known -> pace.next(known, since == null ? now : since, now))
                .orElse(null);
    }

    private Duration triggerInterval() {
        var interval = task.definition().triggerInterval();
        return interval.compareTo(LONGEST_TRIGGER_INTERVAL) > 0 ? LONGEST_TRIGGER_INTERVAL : interval;
    }

    private boolean mayOverlap() {
        return task.definition().overlapPolicy() != OverlapPolicy.NO_OVERLAP;
    }

    private boolean mayBegin() {
        if (task.definition().triggered()) {
            return runs == 0;
        }
        return switch (task.definition().overlapPolicy()) {
            case NO_OVERLAP -> runs == 0;
            case ALLOW_CHILD_OVERLAP -> roots == 0;
            case ALLOW_ALL_OVERLAP -> true;
        };
    }
}
