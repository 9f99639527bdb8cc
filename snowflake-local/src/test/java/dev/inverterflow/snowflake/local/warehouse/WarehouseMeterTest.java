package dev.inverterflow.snowflake.local.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inverterflow.snowflake.local.MovableClock;
import dev.inverterflow.snowflake.local.catalog.Warehouse;
import dev.inverterflow.snowflake.local.warehouse.WarehouseMeter.Hour;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How long a warehouse is taken to have run. */
class WarehouseMeterTest {
    private static final Instant SIX = Instant.parse("2026-11-23T06:00:00Z");
    private static final Instant SEVEN = SIX.plus(Duration.ofHours(1));

    private final MovableClock clock = new MovableClock(SIX);
    private final WarehouseMeter meter = new WarehouseMeter(clock);

    @Test
    void runsFromTheFirstQueryUntilItHasBeenIdleForTheTimeSaid() {
        runs(warehouse("X-Small", "60"), 100);
        pass(30);
        runs(warehouse("X-Small", "60"), 50);
        pass(59);
        assertThat(meter.hours()).as("not yet suspended").containsExactly(hour(SIX, 239, 150));
        pass(1000);
        assertThat(meter.hours()).containsExactly(hour(SIX, 240, 150));
    }

    @Test
    void aStartCostsAMinuteAtTheLeast() {
        runs(warehouse("X-Small", "10"), 1);
        pass(300);
        runs(warehouse("X-Small", "10"), 1);
        pass(300);

        assertThat(meter.hours()).containsExactly(hour(SIX, 120, 2));
    }

    @Test
    void queriesSideBySideCountOnceAndEachSizeTwiceTheOneBelow() {
        var warehouse = warehouse("MEDIUM", "NULL");
        try (var one = meter.query(warehouse, () -> {}).orElseThrow()) {
            pass(10);
            try (var another = meter.query(warehouse, () -> {}).orElseThrow()) {
                pass(10);
            }
            pass(100);
        }

        assertThat(meter.hours()).containsExactly(hour(SIX, 4 * 120, 4 * 120));
    }

    @Test
    void timeIsCountedInTheHourInWhichItPassed() {
        pass(3500);
        runs(warehouse("X-Small", "60"), 200);
        pass(3600);

        assertThat(meter.hours()).containsExactly(hour(SIX, 100, 100), hour(SEVEN, 160, 100));
    }

    @Test
    void oneThatNeverSuspendsItselfRunsUntilItIsSuspended() {
        var warehouse = warehouse("X-Small", "0");
        meter.started(warehouse);
        pass(5400);
        meter.suspended(warehouse);
        pass(5400);

        assertThat(meter.hours()).containsExactly(hour(SIX, 3600, 0), hour(SEVEN, 1800, 0));
    }

    @Test
    void aSuspensionWaitsForTheQueriesThatRun() {
        var warehouse = warehouse("X-Small", "600");
        try (var query = meter.query(warehouse, () -> {}).orElseThrow()) {
            pass(90);
            meter.suspended(warehouse);
            pass(30);
        }
        pass(600);

        assertThat(meter.hours()).containsExactly(hour(SIX, 120, 120));
    }

    @Test
    void anotherSizeCostsFromThenOn() {
        try (var query = meter.query(warehouse("X-Small", "60"), () -> {}).orElseThrow()) {
            pass(100);
            meter.changed(warehouse("X-Small", "60"), warehouse("SMALL", "60"));
            pass(100);
        }
        pass(600);

        assertThat(meter.hours()).containsExactly(hour(SIX, 100 + 2 * 160, 100 + 2 * 100));
        meter.changed(warehouse("SMALL", "60"), warehouse("LARGE", "60"));
        assertThat(meter.hours()).as("what does not run costs nothing").hasSize(1);
    }

    @Test
    void aNewNameCountsFromThenOn() {
        var renamed = new Warehouse("NEW", Map.of("AUTO_SUSPEND", "60"), "ME", SIX, "");
        try (var query = meter.query(warehouse("X-Small", "60"), () -> {}).orElseThrow()) {
            pass(100);
            meter.changed(warehouse("X-Small", "60"), renamed);
            pass(200);
        }
        pass(600);

        assertThat(meter.hours())
                .containsExactly(
                        new Hour("NEW", SIX, Duration.ofSeconds(260), Duration.ofSeconds(200)), hour(SIX, 100, 100));
        assertThat(meter.runs(renamed)).isFalse();
    }

    @Test
    void aNameThatWasUsedBeforeKeepsWhatRanUnderIt() {
        var other = new Warehouse("OTHER", Map.of("AUTO_SUSPEND", "60"), "ME", SIX, "");
        runs(other, 100);
        meter.suspended(other);
        runs(warehouse("X-Small", "60"), 200);

        meter.changed(warehouse("X-Small", "60"), other);

        assertThat(meter.runs(other)).isTrue();
        assertThat(meter.hours())
                .as("the second one goes on for a minute at the least")
                .containsExactly(
                        new Hour("OTHER", SIX, Duration.ofSeconds(100), Duration.ofSeconds(100)),
                        new Hour("OTHER", SIX, Duration.ofSeconds(60), Duration.ZERO),
                        hour(SIX, 200, 200));
    }

    @Test
    void oneThatDoesNotResumeByItselfTakesQueriesOnlyWhileItRuns() {
        var warehouse = new Warehouse("WH", Map.of("AUTO_SUSPEND", "60", "AUTO_RESUME", "FALSE"), "ME", SIX, "");
        assertThat(meter.query(warehouse, () -> {})).isEmpty();
        meter.started(warehouse);
        runs(warehouse, 100);
        assertThat(meter.runs(warehouse)).isTrue();
        pass(60);

        assertThat(meter.query(warehouse, () -> {})).isEmpty();
        assertThat(meter.runs(warehouse)).isFalse();
        assertThat(meter.hours()).containsExactly(hour(SIX, 160, 100));
    }

    private void runs(Warehouse warehouse, long seconds) {
        try (var query = meter.query(warehouse, () -> {}).orElseThrow()) {
            pass(seconds);
        }
    }

    private void pass(long seconds) {
        clock.advance(Duration.ofSeconds(seconds));
    }

    private static Hour hour(Instant start, long running, long querying) {
        return new Hour("WH", start, Duration.ofSeconds(running), Duration.ofSeconds(querying));
    }

    private static Warehouse warehouse(String size, String autoSuspend) {
        return new Warehouse("WH", Map.of("WAREHOUSE_SIZE", size, "AUTO_SUSPEND", autoSuspend), "ME", SIX, "");
    }
}
