package dev.inverterflow.snowflake.local.schedule;

import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.error.SnowflakeException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The value of SCHEDULE: an interval or a cron expression. */
public sealed interface Schedule {
    /** As written. */
    String text();

    /**
     * The first time after a moment at which something is due.
     *
     * @param base what intervals are counted from: when the task or alert was resumed
     */
    Optional<Instant> next(Instant base, Instant after);

    /** At fixed intervals. */
    record Every(Duration interval, String text) implements Schedule {
        @Override
        public Optional<Instant> next(Instant base, Instant after) {
            if (after.isBefore(base)) {
                return Optional.of(base.plus(interval));
            }
            long passed = Duration.between(base, after).dividedBy(interval);
            return Optional.of(base.plus(interval.multipliedBy(passed + 1)));
        }
    }

    /** At the times of a cron expression. */
    record Cron(CronExpression expression, String text) implements Schedule {
        @Override
        public Optional<Instant> next(Instant base, Instant after) {
            return expression.next(after);
        }
    }

    /** {@code 5 MINUTES} and the other forms of an interval. */
    Pattern INTERVAL = Pattern.compile("(\\d{1,9})\\s*(SECONDS?|S|MINUTES?|M|HOURS?|H)", Pattern.CASE_INSENSITIVE);

    Pattern CRON = Pattern.compile("USING\\s+CRON\\s+(.*\\S)\\s+(\\S+)", Pattern.CASE_INSENSITIVE);

    Duration LONGEST = Duration.ofDays(8);

    /**
     * Reads the value of SCHEDULE.
     *
     * @param shortest the least interval
     * @throws SnowflakeException if it is neither an interval of that length to 8 days nor a cron expression with a zone
     *     that is ever due
     */
    static Schedule parse(String text, Duration shortest) {
        var cron = CRON.matcher(text.strip());
        return cron.matches() ? cron(text, cron.group(1), cron.group(2)) : every(text, shortest);
    }

    private static Schedule cron(String text, String expression, String zone) {
        try {
            var cron = CronExpression.parse(expression, ZoneId.of(zone));
            if (cron.next(Instant.EPOCH).isEmpty()) {
                throw new IllegalArgumentException("a day that never comes");
            }
            return new Cron(cron, text);
        } catch (IllegalArgumentException | DateTimeException wrong) {
            throw new SnowflakeException(
                    1008,
                    "22023",
                    "SQL compilation error:\ninvalid value [" + text + "] for parameter 'SCHEDULE'",
                    wrong);
        }
    }

    private static Schedule every(String text, Duration shortest) {
        var interval = interval(text)
                .filter(length -> length.compareTo(shortest) >= 0 && length.compareTo(LONGEST) <= 0)
                .orElseThrow(() -> Errors.invalidValue(text, "SCHEDULE"));
        return new Every(interval, text);
    }

    /** An interval in words; empty if the text is none. */
    static Optional<Duration> interval(String text) {
        var parts = INTERVAL.matcher(text.strip());
        if (!parts.matches()) {
            return Optional.empty();
        }
        long count = Long.parseLong(parts.group(1));
        return Optional.of(
                switch (parts.group(2).toUpperCase(Locale.ROOT).charAt(0)) {
                    case 'S' -> Duration.ofSeconds(count);
                    case 'M' -> Duration.ofMinutes(count);
                    default -> Duration.ofHours(count);
                });
    }
}
