package dev.inverterflow.client.run;

import dev.inverterflow.client.upload.UploadCounts;
import java.util.Optional;

/**
 * How a run or a drain ended, and what it did.
 *
 * @param failure what ended it against its will
 */
public record Outcome(
        Counts counts, UploadCounts uploads, long waitingFiles, long waitingBytes, Optional<Exception> failure) {

    /**
     * @param batches committed batches
     * @param generated readings made
     * @param refused readings kept back by validation
     * @param skippedTicks ticks that passed while another one was worked on
     * @param pausedTicks ticks without a batch because the spool was full
     */
    public record Counts(long batches, long generated, long refused, long skippedTicks, long pausedTicks) {
        static final Counts NONE = new Counts(0, 0, 0, 0, 0);

        Counts withBatch(int readings, int refusedReadings) {
            return new Counts(batches + 1, generated + readings, refused + refusedReadings, skippedTicks, pausedTicks);
        }

        Counts withSkipped(long ticks) {
            return new Counts(batches, generated, refused, skippedTicks + ticks, pausedTicks);
        }

        Counts withPaused() {
            return new Counts(batches, generated, refused, skippedTicks, pausedTicks + 1);
        }
    }
}
