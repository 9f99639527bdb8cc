package dev.inverterflow.snowflake.local.soak;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Batches of 20 seconds on the moved clock, with duplicated, lost and late events, failures of tasks and a restart in the
 * middle, while files wait. At the end every file is loaded once, every row consumed once, every task run accounted for.
 */
class PipelineSoakTest {
    private static final long SEED = 20_261_123;

    @TempDir
    private Path folder;

    @Test
    void sixHoursWithARestartLoseAndDoubleNothing() throws Exception {
        soak(SEED, Duration.ofHours(6));
    }

    @Test
    @Tag("soak")
    void sevenDaysWithARestartLoseAndDoubleNothing() throws Exception {
        soak(SEED + 1, Duration.ofDays(7));
    }

    private void soak(long seed, Duration time) throws Exception {
        try (var pipeline = new SoakedPipeline(seed, folder)) {
            pipeline.run(time.dividedBy(2));
            pipeline.restart();
            pipeline.run(time.dividedBy(2));
            pipeline.settle();
            pipeline.verify();
        }
    }
}
