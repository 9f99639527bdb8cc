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
        try (var one = meter.query(warehouse)) {
            pass(10);
            try (var another = meter.query(warehouse)) {
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
        try (var query = meter.query(warehouse)) {
            pass(90);
            meter.suspended(warehouse);
            pass(30);
        }
        pass(600);

        assertThat(meter.hours()).containsExactly(hour(SIX, 120, 120));
    }

    @Test
    void anotherSizeCostsFromThenOn() {
        try (var query = meter.query(warehouse("X-Small", "60"))) {
            pass(100);
            meter.changed(warehouse("SMALL", "60"));
            pass(100);
        }
        pass(600);

        assertThat(meter.hours()).containsExactly(hour(SIX, 100 + 2 * 160, 100 + 2 * 100));
        meter.changed(warehouse("LARGE", "60"));
        assertThat(meter.hours()).as("what does not run costs nothing").hasSize(1);
    }

    private void runs(Warehouse warehouse, long seconds) {
        try (var query = meter.query(warehouse)) {
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
