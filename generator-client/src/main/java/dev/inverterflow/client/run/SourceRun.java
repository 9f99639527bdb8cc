package dev.inverterflow.client.run;

import dev.inverterflow.client.batch.BatchCommitter;
import dev.inverterflow.client.metrics.ClientMetrics;
import dev.inverterflow.client.reading.InputException;
import dev.inverterflow.client.run.Outcome.Counts;
import dev.inverterflow.client.settings.Settings;
import dev.inverterflow.client.source.NdjsonSource;
import dev.inverterflow.client.spool.BatchName;
import dev.inverterflow.client.spool.LedgerLine;
import dev.inverterflow.client.spool.Spool;
import dev.inverterflow.client.spool.SpoolException;
import dev.inverterflow.client.upload.Uploader;
import dev.inverterflow.client.validate.Validator;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends readings of others: a batch of what has come at each tick, sooner if much has come, and one at the end of the source. A full
 * spool stops the reading; nothing is thrown away. Runs once.
 */
public final class SourceRun {
    private static final Logger LOG = LoggerFactory.getLogger(SourceRun.class);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

    private final TickSchedule schedule;
    private final InstantSource clock;
    private final Waiter waiter;
    private final NdjsonSource source;
    private final BatchCommitter committer;
    private final Spool spool;
    private final Uploader uploader;
    private final Room room;
    private final Progress progress;
    private Counts counts = Counts.NONE;
    private Instant lastBatch = Instant.MIN;
    private long run;

    public SourceRun(
            Settings settings,
            InstantSource clock,
            Waiter waiter,
            NdjsonSource source,
            Validator validator,
            Spool spool,
            Uploader uploader,
            ClientMetrics metrics) {
        this.schedule = new TickSchedule(settings.interval());
        this.clock = clock;
        this.waiter = waiter;
        this.source = source;
        this.committer = new BatchCommitter(settings.files(), source.statePart(), validator, spool, uploader, metrics);
        this.spool = spool;
        this.uploader = uploader;
        this.room = new Room(spool, settings.spool(), metrics);
        this.progress = new Progress(spool, uploader);
    }

    /**
     * Runs until the source ends or somebody stops it.
     *
     * @param batches how many batches to make; Long.MAX_VALUE for no end
     * @param deadline time to upload what waits after the last batch
     */
    public Outcome run(long batches, Duration deadline) throws InterruptedException {
        Shipping shipping = new Shipping(uploader, waiter);
        uploader.start();
        Optional<Exception> failure = Optional.empty();
        try {
            makeBatches(batches);
            source.check();
        } catch (SpoolException | InputException | RuntimeException e) {
            // Reported by the caller, after what is spooled had its chance to leave.
            failure = Optional.of(e);
        }
        if (waiter.isStopped()) {
            shipping.stop();
        } else {
            shipping.emptySpool(deadline);
        }
        return new Outcome(
                counts, uploader.counts(), spool.waitingFiles(), spool.waitingBytes(), failure.or(uploader::failure));
    }

    private void makeBatches(long batches) throws SpoolException, InterruptedException {
        source.resume(source.statePart().of(spool.state().source()));
        run = spool.beginRun();
        LOG.info(
                "run {} begins{}",
                run,
                source.skipped() == 0 ? "" : " after " + source.skipped() + " lines that were sent before");
        while (counts.batches() < batches
                && !source.isExhausted()
                && !waiter.isStopped()
                && uploader.failure().isEmpty()) {
            awaitBatch();
            if (!source.isEmpty() && room.isThereAt(now())) {
                commitBatch();
            }
        }
        // What was read already is not left behind by a stop: from a stream it would be lost.
        if (waiter.isStopped() && !source.isEmpty()) {
            commitBatch();
        }
    }

    private void awaitBatch() throws InterruptedException {
        Instant begun = clock.instant();
        Instant tick = schedule.after(schedule.floor(begun), begun).tick();
        do {
            waiter.pause(LOOK_AGAIN);
        } while (clock.instant().isBefore(tick)
                && !clock.instant().isBefore(begun)
                && !source.isUrgent()
                && !waiter.isStopped());
    }

    /** Batches are named by whole seconds; a second one in the same second, or after a clock step, needs a run of its own. */
    private void commitBatch() throws SpoolException {
        Instant now = now();
        if (!now.isAfter(lastBatch)) {
            run = spool.beginRun();
        }
        lastBatch = now;
        LedgerLine line = committer.commit(new BatchName(now, run), source.readings(now), clock.instant(), 0);
        counts = counts.withBatch(line.generated(), line.refused());
        progress.batch(line);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }
}
