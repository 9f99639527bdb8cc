package dev.inverterflow.snowflake.local.soak;

import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Batches of 20 seconds on the moved clock, with duplicated, lost and late events and failures of tasks. At the end every file
 * is loaded once, every row consumed once, every task run accounted for.
 */
class PipelineSoakTest {
    private static final long SEED = 20_261_123;

    @Test
    void sixHoursLoseAndDoubleNothing() throws Exception {
        try (var pipeline = new SoakedPipeline(SEED)) {
            pipeline.run(Duration.ofHours(6));
            pipeline.settle();
            pipeline.verify();
        }
    }

    @Test
    @Tag("soak")
    void aDayLosesAndDoublesNothing() throws Exception {
        try (var pipeline = new SoakedPipeline(SEED + 1)) {
            pipeline.run(Duration.ofDays(1));
            pipeline.settle();
            pipeline.verify();
        }
    }
}
