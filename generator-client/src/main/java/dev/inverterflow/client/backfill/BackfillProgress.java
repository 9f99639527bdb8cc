package dev.inverterflow.client.backfill;

import dev.inverterflow.client.run.ByteSize;
import java.time.Duration;
import java.util.Locale;

/**
 * How far a back-fill is.
 *
 * @param ticks in files
 * @param allTicks of the plan
 * @param readings in files
 * @param bytes in files, before compression
 * @param nanos since this process took it up
 * @param done whether nothing is left to make
 */
public record BackfillProgress(
        long ticks, long allTicks, long readings, long bytes, long files, long nanos, boolean done) {
    /** @param before the progress that this process began at */
    public String text(BackfillProgress before) {
        double seconds = Math.max(1e-9, nanos / 1e9);
        double perSecond = (readings - before.readings) / seconds;
        return String.format(
                Locale.ROOT,
                "%3.0f %%  %,d readings  %s in %d files  %,.0f readings/s  %s/s%s",
                100.0 * ticks / allTicks,
                readings,
                ByteSize.text(bytes),
                files,
                perSecond,
                ByteSize.text((long) ((bytes - before.bytes) / seconds)),
                done ? "" : "  about " + left(before) + " left");
    }

    private String left(BackfillProgress before) {
        long made = ticks - before.ticks;
        if (made == 0) {
            return "?";
        }
        Duration left = Duration.ofNanos((long) ((double) nanos / made * (allTicks - ticks)));
        return left.toMinutes() > 0 ? left.toMinutes() + " min" : left.toSeconds() + " s";
    }
}
