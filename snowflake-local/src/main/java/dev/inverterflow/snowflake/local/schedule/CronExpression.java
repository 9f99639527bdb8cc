package dev.inverterflow.snowflake.local.schedule;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A cron expression as SCHEDULE takes it: five fields, {@code L} in those of days, evaluated in one time zone. When both
 * kinds of days are restricted, a day that satisfies either will do. A wall-clock time that a change of the clocks skips
 * has no run, one that it repeats has two.
 *
 * @see <a href="https://docs.snowflake.com/en/sql-reference/sql/create-task">CREATE TASK, SCHEDULE</a>
 */
public final class CronExpression {
    private static final int FIELDS = 5;
    private static final int DAYS_PER_WEEK = 7;
    private static final int HOURS = 24;
    /** No zone moves its clocks by more. */
    private static final int CLOCK_CHANGE_HOURS = 2;

    /** 29 February comes at least every eight years. */
    private static final int LONGEST_SEARCH_DAYS = 366 * 9;

    private static final String LAST = "L";
    private static final CronField.Unit WEEK = CronField.Unit.DAY_OF_WEEK;

    private final CronField minutes;
    private final CronField hours;
    private final CronField months;
    private final CronField daysOfMonth;
    private final CronField daysOfWeek;
    private final boolean lastDayOfMonth;
    private final List<DayOfWeek> lastWeekdays;
    private final ZoneId zone;

    private CronExpression(String[] fields, ZoneId zone) {
        this.zone = zone;
        minutes = CronField.parse(fields[0], CronField.Unit.MINUTE);
        hours = CronField.parse(fields[1], CronField.Unit.HOUR);
        months = CronField.parse(fields[3], CronField.Unit.MONTH);
        lastDayOfMonth = List.of(fields[2].split(",", -1)).contains(LAST);
        daysOfMonth = withoutLast(fields[2], CronField.Unit.DAY_OF_MONTH);
        lastWeekdays = new ArrayList<>();
        for (var part : fields[4].split(",", -1)) {
            if (isLastWeekday(part)) {
                lastWeekdays.add(weekday(CronField.value(part.substring(0, part.length() - 1), WEEK)));
            }
        }
        daysOfWeek = withoutLast(fields[4], WEEK);
    }

    /**
     * Reads an expression.
     *
     * @param text five fields, separated by blanks
     * @throws IllegalArgumentException if it is none of Snowflake's
     */
    public static CronExpression parse(String text, ZoneId zone) {
        var fields = text.strip().toUpperCase(Locale.ROOT).split("\\s+");
        if (fields.length != FIELDS) {
            throw new IllegalArgumentException("not five fields");
        }
        return new CronExpression(fields, zone);
    }

    /** The first moment after the given one; empty if there is none, as for 30 February. */
    public Optional<Instant> next(Instant after) {
        var firstDay = after.atZone(zone).toLocalDate();
        for (int ahead = 0; ahead < LONGEST_SEARCH_DAYS; ahead++) {
            var day = firstDay.plusDays(ahead);
            if (isDay(day)) {
                var moment = firstOn(day, after);
                if (moment.isPresent()) {
                    return moment;
                }
            }
        }
        return Optional.empty();
    }

    /** On the day the clocks go back, wall-clock order is not the order of time: two hours are compared, not the first hit. */
    private Optional<Instant> firstOn(LocalDate day, Instant after) {
        var wallClock = after.atZone(zone).toLocalDateTime();
        int from = day.equals(wallClock.toLocalDate()) ? Math.max(0, wallClock.getHour() - CLOCK_CHANGE_HOURS) : 0;
        var found = new ArrayList<Instant>();
        int until = HOURS;
        for (int hour = hours.values().nextSetBit(from);
                hour >= 0 && hour <= until;
                hour = hours.values().nextSetBit(hour + 1)) {
            var moments = momentsIn(day, hour, after);
            if (!moments.isEmpty() && found.isEmpty()) {
                until = hour + CLOCK_CHANGE_HOURS;
            }
            found.addAll(moments);
        }
        return found.stream().min(Instant::compareTo);
    }

    private List<Instant> momentsIn(LocalDate day, int hour, Instant after) {
        return minutes.values().stream()
                .mapToObj(minute -> moments(day.atTime(hour, minute)))
                .flatMap(List::stream)
                .filter(moment -> moment.isAfter(after))
                .toList();
    }

    private List<Instant> moments(LocalDateTime wallClock) {
        return zone.getRules().getValidOffsets(wallClock).stream()
                .map((ZoneOffset offset) -> wallClock.toInstant(offset))
                .toList();
    }

    private boolean isDay(LocalDate day) {
        if (!months.allows(day.getMonthValue())) {
            return false;
        }
        boolean ofMonth = daysOfMonth.allows(day.getDayOfMonth())
                || (lastDayOfMonth && day.equals(day.with(TemporalAdjusters.lastDayOfMonth())));
        boolean ofWeek = daysOfWeek.allows(day.getDayOfWeek().getValue() % DAYS_PER_WEEK)
                || lastWeekdays.stream()
                        .anyMatch(weekday -> day.equals(day.with(TemporalAdjusters.lastInMonth(weekday))));
        boolean both = daysOfMonth.wildcard() || daysOfWeek.wildcard();
        return both ? ofMonth && ofWeek : ofMonth || ofWeek;
    }

    private static CronField withoutLast(String field, CronField.Unit unit) {
        var rest = new ArrayList<String>();
        for (var part : field.split(",", -1)) {
            if (unit == WEEK && part.equals(LAST)) {
                // As in "day of week (0-6, SUN-SAT, or L)": the last day of the week.
                rest.add("SAT");
            } else if (!part.equals(LAST) && !(unit == WEEK && isLastWeekday(part))) {
                rest.add(part);
            }
        }
        return rest.isEmpty() ? new CronField(new BitSet(), false) : CronField.parse(String.join(",", rest), unit);
    }

    private static boolean isLastWeekday(String part) {
        return part.length() > 1 && part.endsWith(LAST);
    }

    private static DayOfWeek weekday(int sundayBased) {
        return DayOfWeek.of(sundayBased == 0 ? DAYS_PER_WEEK : sundayBased);
    }
}
