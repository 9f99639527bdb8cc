package dev.inverterflow.client.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TickScheduleTest {
    private static final Instant NOON = Instant.parse("2026-06-21T12:00:00Z");
    private final TickSchedule schedule = new TickSchedule(Duration.ofSeconds(20));

    @Test
    void theFirstTickIsTheNextMultipleOfTheInterval() {
        Instant last = schedule.beforeStart(NOON.plusMillis(7_300), Instant.MIN);
        assertThat(schedule.after(last, NOON.plusMillis(7_300))).isEqualTo(next(20, 0));
    }

    @Test
    void aQuickRestartDoesNotRunTheTickOfTheRunBeforeAgain() {
        Instant last = schedule.beforeStart(NOON.plusSeconds(19), NOON.plusSeconds(20));
        assertThat(schedule.after(last, NOON.plusSeconds(19))).isEqualTo(next(40, 0));
    }

    @Test
    void aLastTickFarAheadOfTheClockDoesNotHoldTheStartUp() {
        Instant last = schedule.beforeStart(NOON, NOON.plusSeconds(86_400));
        assertThat(schedule.after(last, NOON)).isEqualTo(next(20, 0));
    }

    @Test
    void ticksDoNotDriftHoweverLateTheyAreLookedAt() {
        assertThat(schedule.after(NOON, NOON.plusMillis(19_999))).isEqualTo(next(20, 0));
        assertThat(schedule.after(NOON, NOON.plusMillis(39_999))).isEqualTo(next(20, 0));
    }

    @Test
    void ticksThatPassedAltogetherAreSkippedAndCounted() {
        assertThat(schedule.after(NOON, NOON.plusSeconds(40))).isEqualTo(next(40, 1));
        assertThat(schedule.after(NOON, NOON.plusSeconds(95))).isEqualTo(next(80, 3));
    }

    @Test
    void aClockThatIsSetBackByMoreThanAnIntervalIsNoticed() {
        assertThat(schedule.clockWasSetBack(NOON, NOON.minusSeconds(20))).isFalse();
        assertThat(schedule.clockWasSetBack(NOON, NOON.minusSeconds(21))).isTrue();
    }

    private static TickSchedule.Next next(long seconds, long skipped) {
        return new TickSchedule.Next(NOON.plusSeconds(seconds), skipped);
    }
}
