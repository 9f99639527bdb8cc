package dev.inverterflow.snowflake.local.alert;

import dev.inverterflow.snowflake.local.schedule.Pace;
import dev.inverterflow.snowflake.local.schedule.Watch;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * When an alert is to run next. Guarded by the dispatcher, which is the only one to call it. Times that pass while it runs are
 * left out.
 */
final class AlertWatch implements Watch {
    private final Alert alert;
    private final Clock clock;
    private final Pace pace;
    private final Consumer<AlertRun> starter;
    private @Nullable Instant next;
    private @Nullable Instant asked;
    private boolean running;
    private int failuresInARow;

    AlertWatch(Alert alert, Clock clock, Pace pace, Consumer<AlertRun> starter) {
        this.alert = alert;
        this.clock = clock;
        this.pace = pace;
        this.starter = starter;
        next = alert.newRows() == null ? following() : atOnce();
    }

    Alert alert() {
        return alert;
    }

    /** Takes over from a watch of the same alert what goes on. */
    AlertWatch continuing(@Nullable AlertWatch before) {
        if (before != null) {
            running = before.running;
            asked = before.asked;
        }
        return this;
    }

    void ask() {
        asked = clock.instant();
    }

    /** Rows may have come to the alert's table. */
    void streamsChanged() {
        if (alert.started() && alert.newRows() != null && next == null) {
            next = clock.instant();
        }
    }

    @Override
    public Optional<Instant> due() {
        if (running) {
            return Optional.empty();
        }
        return asked != null ? Optional.of(asked) : Optional.ofNullable(next);
    }

    /** When a scheduled run is due; empty for an alert on new data or one that is suspended. */
    Optional<Instant> scheduled() {
        return alert.newRows() == null ? Optional.ofNullable(next) : Optional.empty();
    }

    @Override
    public void begin() {
        running = true;
        var due = asked;
        var cause = AlertRun.Cause.EXECUTE_ALERT;
        if (due != null) {
            asked = null;
        } else {
            due = Objects.requireNonNull(next, "next");
            cause = alert.newRows() == null ? AlertRun.Cause.SCHEDULE : AlertRun.Cause.TRIGGER;
            next = alert.newRows() == null ? following() : null;
        }
        starter.accept(new AlertRun(UUID.randomUUID().toString(), alert, cause, due, null));
    }

    @Override
    public boolean busy() {
        return running || asked != null;
    }

    /** A run has ended, or there was nothing to run for. */
    void ended() {
        running = false;
        if (alert.newRows() == null) {
            next = following();
        }
    }

    /** Counts how a run went; whether the alert has failed too often now. */
    boolean failedTooOften(Optional<AlertRun.State> state) {
        state.ifPresent(how -> {
            if (how.failed()) {
                failuresInARow++;
            } else if (how != AlertRun.State.CANCELLED) {
                failuresInARow = 0;
            }
        });
        int limit = alert.failuresToSuspension();
        return alert.started() && limit > 0 && failuresInARow >= limit;
    }

    /** It was suspended; what goes on goes on. */
    AlertWatch suspended(Alert now) {
        return new AlertWatch(now, clock, pace, starter).continuing(this);
    }

    private @Nullable Instant atOnce() {
        return alert.started() ? clock.instant() : null;
    }

    private @Nullable Instant following() {
        var since = alert.status().since();
        return since == null
                ? null
                : alert.schedule()
                        .flatMap(schedule -> pace.next(schedule, since, clock.instant()))
                        .orElse(null);
    }
}
