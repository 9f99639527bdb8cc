package dev.inverterflow.snowflake.local.task;

import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.error.SnowflakeException;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;

/** When a task is due. */
sealed interface TaskSchedule {
    /** The least time between the starts of two runs. */
    Duration interval();

    /** As SHOW TASKS prints it; empty for a triggered task. */
    String text();

    /**
     * At fixed intervals, counted from the moment the task was resumed.
     *
     * @param text as written
     */
    record Every(Duration interval, String text) implements TaskSchedule {}

    /**
     * When its condition holds, no more often than the interval.
     *
     * @see <a href="https://docs.snowflake.com/en/user-guide/tasks-triggered">Triggered tasks</a>
     */
    record Triggered(Duration interval) implements TaskSchedule {
        /** The interval without USER_TASK_MINIMUM_TRIGGER_INTERVAL_IN_SECONDS. */
        static final Duration DEFAULT_INTERVAL = Duration.ofSeconds(30);

        @Override
        public String text() {
            return "";
        }
    }

    /** Only by EXECUTE TASK. */
    record ByHand() implements TaskSchedule {
        @Override
        public Duration interval() {
            return Duration.ZERO;
        }

        @Override
        public String text() {
            return "";
        }
    }

    Pattern INTERVAL = Pattern.compile("(\\d{1,9})\\s*(SECONDS?|S|MINUTES?|M|HOURS?|H)", Pattern.CASE_INSENSITIVE);
    Duration SHORTEST = Duration.ofSeconds(10);
    Duration LONGEST = Duration.ofDays(8);

    /**
     * Reads the value of SCHEDULE.
     *
     * @throws SnowflakeException if it is neither an interval of 10 seconds to 8 days nor known here
     */
    static TaskSchedule parse(String text) {
        if (text.strip().toUpperCase(Locale.ROOT).startsWith("USING CRON")) {
            throw Errors.notSupported("SCHEDULE = 'USING CRON …' of a task");
        }
        var parts = INTERVAL.matcher(text.strip());
        if (!parts.matches()) {
            throw Errors.invalidValue(text, "SCHEDULE");
        }
        var interval = interval(Long.parseLong(parts.group(1)), parts.group(2));
        if (interval.compareTo(SHORTEST) < 0 || interval.compareTo(LONGEST) > 0) {
            throw Errors.invalidValue(text, "SCHEDULE");
        }
        return new Every(interval, text);
    }

    private static Duration interval(long count, String unit) {
        return switch (unit.toUpperCase(Locale.ROOT).charAt(0)) {
            case 'S' -> Duration.ofSeconds(count);
            case 'M' -> Duration.ofMinutes(count);
            default -> Duration.ofHours(count);
        };
    }
}
