package dev.inverterflow.procs.run;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The time a report covers: whole units, UTC, half open.
 *
 * @param from first instant
 * @param to first instant no longer
 */
public record TimeWindow(LocalDateTime from, LocalDateTime to) {

    /** The longest time a report takes. */
    public static final int MAX_DAYS = 366;

    /**
     * The units that the arguments of a call touch.
     *
     * @param fromTime FROM_TIME; if absent, {@code defaultLength} before the end
     * @param toTime TO_TIME; if absent, now
     * @param now the warehouse's clock, UTC
     * @param unit whole hours or days that the report replaces
     */
    public static TimeWindow of(
            @Nullable Timestamp fromTime,
            @Nullable Timestamp toTime,
            LocalDateTime now,
            Duration defaultLength,
            ChronoUnit unit) {
        LocalDateTime to = toTime == null ? now : utc(toTime);
        LocalDateTime from = fromTime == null ? to.minus(defaultLength) : utc(fromTime);
        if (!from.isBefore(to)) {
            throw ProcedureException.invalidArgument("FROM_TIME (" + from + ") must be before TO_TIME (" + to
                    + "); both are UTC, TO_TIME defaults to now");
        }
        if (from.isAfter(now)) {
            throw ProcedureException.invalidArgument(
                    "FROM_TIME (" + from + ") is in the future; it is " + now + " UTC, and both times are UTC");
        }
        if (Duration.between(from, to).toDays() > MAX_DAYS) {
            throw ProcedureException.invalidArgument("FROM_TIME (" + from + ") to TO_TIME (" + to + ") is more than "
                    + MAX_DAYS + " days; ask for a shorter time");
        }
        LocalDateTime end = to.truncatedTo(unit);
        return new TimeWindow(from.truncatedTo(unit), end.equals(to) ? end : end.plus(1, unit));
    }

    /** The days of the window. */
    public List<LocalDate> days() {
        return from.toLocalDate().datesUntil(to.toLocalDate()).toList();
    }

    // TIMESTAMP_NTZ reaches a handler as an offset from the epoch, whatever the time zone (SQL-Java data type
    // mappings).
    private static LocalDateTime utc(Timestamp timestamp) {
        return LocalDateTime.ofInstant(timestamp.toInstant(), ZoneOffset.UTC);
    }
}
