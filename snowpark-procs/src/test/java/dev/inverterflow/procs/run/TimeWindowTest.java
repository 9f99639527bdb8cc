package dev.inverterflow.procs.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;

class TimeWindowTest {

    private static final LocalDateTime NOW = LocalDateTime.of(2026, 11, 23, 6, 15, 30);
    private static final Duration DAY = Duration.ofDays(1);

    @Test
    void coversTheLastDayByDefaultInWholeHours() {
        assertThat(TimeWindow.of(null, null, NOW, DAY, ChronoUnit.HOURS))
                .isEqualTo(new TimeWindow(LocalDateTime.of(2026, 11, 22, 6, 0), LocalDateTime.of(2026, 11, 23, 7, 0)));
    }

    @Test
    void keepsAnEndThatIsAWholeUnit() {
        assertThat(TimeWindow.of(utc("2026-11-01T00:00:00Z"), utc("2026-11-02T00:00:00Z"), NOW, DAY, ChronoUnit.DAYS))
                .isEqualTo(new TimeWindow(LocalDateTime.of(2026, 11, 1, 0, 0), LocalDateTime.of(2026, 11, 2, 0, 0)));
    }

    @Test
    void readsArgumentsAsUtcInAnyTimeZoneOfTheHandler() {
        TimeZone before = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("America/Los_Angeles"));
            assertThat(TimeWindow.of(utc("2026-11-01T10:00:00Z"), null, NOW, DAY, ChronoUnit.HOURS)
                            .from())
                    .isEqualTo(LocalDateTime.of(2026, 11, 1, 10, 0));
        } finally {
            TimeZone.setDefault(before);
        }
    }

    @Test
    void refusesAnEndBeforeTheBegin() {
        assertThatThrownBy(() -> TimeWindow.of(
                        utc("2026-11-02T00:00:00Z"), utc("2026-11-01T00:00:00Z"), NOW, DAY, ChronoUnit.DAYS))
                .hasMessage("INVALID_ARGUMENT: FROM_TIME (2026-11-02T00:00) must be before TO_TIME (2026-11-01T00:00);"
                        + " both are UTC, TO_TIME defaults to now");
    }

    @Test
    void refusesMoreThanAYear() {
        assertThatThrownBy(() -> TimeWindow.of(utc("2024-01-01T00:00:00Z"), null, NOW, DAY, ChronoUnit.DAYS))
                .hasMessageContaining("is more than 366 days; ask for a shorter time");
    }

    private static Timestamp utc(String instant) {
        return Timestamp.from(Instant.parse(instant));
    }

    @Test
    void refusesATimeThatIsYetToCome() {
        assertThatThrownBy(() -> TimeWindow.of(
                        utc("2026-11-23T06:15:31Z"), utc("2026-11-24T00:00:00Z"), NOW, DAY, ChronoUnit.DAYS))
                .hasMessage("INVALID_ARGUMENT: FROM_TIME (2026-11-23T06:15:31) is in the future; it is"
                        + " 2026-11-23T06:15:30 UTC, and both times are UTC");
    }
}
