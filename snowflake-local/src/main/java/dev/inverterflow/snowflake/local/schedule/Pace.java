package dev.inverterflow.snowflake.local.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How much faster schedules go by than they say. At 300, an interval of 300 seconds takes one and a cron expression sees
 * 300 seconds pass in one. Only waiting gets shorter: every time that is written down is the clock's.
 *
 * @param origin where both times are the same
 */
public record Pace(Instant origin, double speed) {

    /** Checks the speed. */
    public Pace {
        if (!(speed > 0)) {
            throw new IllegalArgumentException("speed must be above 0, not " + speed);
        }
    }

    /** How long an interval takes by the clock. */
    public Duration scaled(Duration interval) {
        return Duration.ofNanos((long) (interval.toNanos() / speed));
    }

    /** The clock's time when a schedule is due next. */
    public Optional<Instant> next(Schedule schedule, Instant base, Instant after) {
        return schedule.next(scheduleTime(base), scheduleTime(after)).map(this::clockTime);
    }

    private Instant scheduleTime(Instant clockTime) {
        return speed == 1
                ? clockTime
                : origin.plusNanos((long) (Duration.between(origin, clockTime).toNanos() * speed));
    }

    private Instant clockTime(Instant scheduleTime) {
        return speed == 1
                ? scheduleTime
                // Rounded up: nothing may be due a little too early and then be found not to be.
                : origin.plusNanos(
                        (long) Math.ceil(Duration.between(origin, scheduleTime).toNanos() / speed));
    }
}
