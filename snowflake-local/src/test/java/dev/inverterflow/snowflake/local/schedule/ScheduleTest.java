package dev.inverterflow.snowflake.local.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.inverterflow.snowflake.local.error.SnowflakeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleTest {
    private static final Duration SHORTEST = Duration.ofSeconds(10);

    @ParameterizedTest
    @CsvSource({"10 SECONDS, PT10S", "1 minute, PT1M", "5 M, PT5M", "12 HOURS, PT12H", "11520 MINUTES, PT192H"})
    void readsAnInterval(String text, Duration interval) {
        assertThat(Schedule.parse(text, SHORTEST)).isEqualTo(new Schedule.Every(interval, text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "9 SECONDS",
                "0 MINUTES",
                "193 HOURS",
                "5",
                "MINUTES",
                "-1 MINUTE",
                "5 DAYS",
                "",
                "USING CRON * * * * *",
                "USING CRON * * * * UTC",
                "USING CRON * * * * * * UTC",
                "USING CRON 60 * * * * UTC",
                "USING CRON * 24 * * * UTC",
                "USING CRON * * 0 * * UTC",
                "USING CRON * * * 13 * UTC",
                "USING CRON * * * * 7 UTC",
                "USING CRON 5-1 * * * * UTC",
                "USING CRON */0 * * * * UTC",
                "USING CRON * * ? * * UTC",
                "USING CRON * * 15W * * UTC",
                "USING CRON * * * * FRI#2 UTC",
                "USING CRON 0 0 * * * Mars/Olympus",
            })
    void refusesWhatIsNoIntervalOfTheAllowedLengthAndNoCronExpressionOfSnowflakes(String text) {
        assertThatThrownBy(() -> Schedule.parse(text, SHORTEST))
                .isInstanceOf(SnowflakeException.class)
                .hasMessageContaining("invalid value [" + text + "] for parameter 'SCHEDULE'");
    }

    /** The base interval time, docs.snowflake.com/en/sql-reference/sql/alter-task, RESUME. */
    @Test
    void anIntervalIsCountedFromTheBaseWhateverHappensInBetween() {
        var schedule = Schedule.parse("10 MINUTES", SHORTEST);
        var base = Instant.parse("2026-11-23T09:03:00Z");

        assertThat(schedule.next(base, base)).contains(Instant.parse("2026-11-23T09:13:00Z"));
        assertThat(schedule.next(base, Instant.parse("2026-11-23T09:13:00Z")))
                .contains(Instant.parse("2026-11-23T09:23:00Z"));
        assertThat(schedule.next(base, Instant.parse("2026-11-23T10:00:01Z")))
                .contains(Instant.parse("2026-11-23T10:03:00Z"));
    }

    /** The examples of docs.snowflake.com/en/sql-reference/sql/create-task and create-alert, with the times they mean. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 3 * * SUN America/Los_Angeles | 2026-11-23T00:00:00Z | 2026-11-29T11:00:00Z | 2026-12-06T11:00:00Z",
                "18 9-17 * * SUN America/Los_Angeles | 2026-11-30T01:00:00Z | 2026-11-30T01:18:00Z | 2026-12-06T17:18:00Z",
                "37 * * * * America/Los_Angeles | 2026-11-23T00:37:00Z | 2026-11-23T01:37:00Z | 2026-11-23T02:37:00Z",
                // The last Friday of the month.
                "0 0 * * 5L UTC | 2026-11-23T00:00:00Z | 2026-11-27T00:00:00Z | 2026-12-25T00:00:00Z",
                // The last day of the month.
                "0 0 L * * UTC | 2027-01-31T00:00:00Z | 2027-02-28T00:00:00Z | 2027-03-31T00:00:00Z",
                // April, July, October and, in the next year, April again.
                "0 0 1 4/3 * UTC | 2026-07-01T00:00:00Z | 2026-10-01T00:00:00Z | 2027-04-01T00:00:00Z",
                // Either of the days when both are restricted: 10 to 20, Tuesdays, Thursdays.
                "0 0 10-20 * TUE,THU UTC | 2026-11-19T00:00:00Z | 2026-11-20T00:00:00Z | 2026-11-24T00:00:00Z",
                "*/20 6-7 * JAN,DEC * Europe/Berlin | 2026-11-23T00:00:00Z | 2026-12-01T05:00:00Z | 2026-12-01T05:20:00Z",
                "0 0 29 2 * UTC | 2026-01-01T00:00:00Z | 2028-02-29T00:00:00Z | 2032-02-29T00:00:00Z",
            })
    void aCronExpressionIsDueAtTheTimesOfItsZone(String cron, Instant after, Instant first, Instant second) {
        assertThat(dueAfter(cron, after, 2)).containsExactly(first, second);
    }

    /** The clocks go forward on 2026-03-08 and back on 2026-11-01, both at 02:00. */
    @Test
    void aTimeThatTheClocksSkipHasNoRunAndOneThatTheyRepeatHasTwo() {
        assertThat(dueAfter("30 2 * * * America/Los_Angeles", Instant.parse("2026-03-07T12:00:00Z"), 1))
                .containsExactly(Instant.parse("2026-03-09T09:30:00Z"));
        assertThat(dueAfter("30 1 * * * America/Los_Angeles", Instant.parse("2026-10-31T12:00:00Z"), 3))
                .containsExactly(
                        Instant.parse("2026-11-01T08:30:00Z"),
                        Instant.parse("2026-11-01T09:30:00Z"),
                        Instant.parse("2026-11-02T09:30:00Z"));
        assertThat(dueAfter("0,30 0-2 * * * America/Los_Angeles", Instant.parse("2026-11-01T07:45:00Z"), 5))
                .as("in the order of time, though the wall clock goes back")
                .containsExactly(
                        Instant.parse("2026-11-01T08:00:00Z"),
                        Instant.parse("2026-11-01T08:30:00Z"),
                        Instant.parse("2026-11-01T09:00:00Z"),
                        Instant.parse("2026-11-01T09:30:00Z"),
                        Instant.parse("2026-11-01T10:00:00Z"));
    }

    @Test
    void aDayThatNeverComesIsNoSchedule() {
        assertThatThrownBy(() -> Schedule.parse("USING CRON 0 0 30 2 * UTC", SHORTEST))
                .hasMessageContaining("invalid value [USING CRON 0 0 30 2 * UTC] for parameter 'SCHEDULE'");
        assertThat(Schedule.parse("USING CRON 0 0 29 2 * UTC", SHORTEST).next(Instant.EPOCH, Instant.EPOCH))
                .contains(Instant.parse("1972-02-29T00:00:00Z"));
    }

    @Test
    void aFasterPaceShortensTheWaitAndNothingElse() {
        var origin = Instant.parse("2026-11-23T06:00:00Z");
        var pace = new Pace(origin, 300);

        assertThat(pace.next(Schedule.parse("5 MINUTES", SHORTEST), origin, origin))
                .contains(origin.plusSeconds(1));
        assertThat(pace.next(Schedule.parse("USING CRON 0 7 * * * UTC", SHORTEST), origin, origin))
                .contains(origin.plusSeconds(12));
        assertThat(pace.scaled(Duration.ofSeconds(30))).isEqualTo(Duration.ofMillis(100));
    }

    private static List<Instant> dueAfter(String cron, Instant after, int count) {
        var schedule = Schedule.parse("USING CRON " + cron, SHORTEST);
        var times = new ArrayList<Instant>();
        var last = after;
        for (int i = 0; i < count; i++) {
            last = schedule.next(after, last).orElseThrow();
            times.add(last);
        }
        return times;
    }
}
