package dev.inverterflow.client.run;

import dev.inverterflow.client.batch.BatchCommitter;
import dev.inverterflow.client.metrics.ClientMetrics;
import dev.inverterflow.client.run.Outcome.Counts;
import dev.inverterflow.client.settings.Settings;
import dev.inverterflow.client.source.ReadingSource;
import dev.inverterflow.client.spool.BatchName;
import dev.inverterflow.client.spool.LedgerLine;
import dev.inverterflow.client.spool.Spool;
import dev.inverterflow.client.spool.SpoolException;
import dev.inverterflow.client.upload.Uploader;
import dev.inverterflow.client.validate.Validator;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Generates, validates and spools a batch at each tick, until enough batches are made or somebody stops it. Uploading goes on
 * beside it and never delays a tick. Runs once.
 */
public final class GenerationRun {
    /** Name of the logger that gets a line for each batch. */
    public static final String BATCH_LOG = Progress.class.getName();

    private static final Logger LOG = LoggerFactory.getLogger(GenerationRun.class);
    /** The clock is looked at this often while waiting, so that one that is set is noticed. */
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

    private final Settings settings;
    private final TickSchedule schedule;
    private final InstantSource clock;
    private final Waiter waiter;
    private final ReadingSource source;
    private final BatchCommitter committer;
    private final Spool spool;
    private final Uploader uploader;
    private final ClientMetrics metrics;
    private final Room room;
    private final Progress progress;
    private Counts counts = Counts.NONE;
    private long run;
    private long ticksWithoutBatch;

    public GenerationRun(
            Settings settings,
            InstantSource clock,
            Waiter waiter,
            ReadingSource source,
            Validator validator,
            Spool spool,
            Uploader uploader,
            ClientMetrics metrics) {
        this.settings = settings;
        this.schedule = new TickSchedule(settings.interval());
        this.clock = clock;
        this.waiter = waiter;
        this.source = source;
        this.committer = new BatchCommitter(settings.files(), source.statePart(), validator, spool, uploader, metrics);
        this.spool = spool;
        this.uploader = uploader;
        this.metrics = metrics;
        this.room = new Room(spool, settings.spool(), metrics);
        this.progress = new Progress(spool, uploader);
    }

    /**
     * Runs.
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
        } catch (SpoolException | RuntimeException e) {
            // Reported by the caller, after what is spooled had its chance to leave.
            LOG.warn("generation ends; what is spooled is still uploaded, for at most {} s", deadline.toSeconds());
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
        Instant last =
                schedule.beforeStart(clock.instant(), spool.state().lastTick().orElse(Instant.MIN));
        source.resume(source.statePart().of(spool.state().source()));
        run = spool.beginRun();
        LOG.info("run {} begins, its first tick is {}", run, last.plus(settings.interval()));
        while (counts.batches() < batches
                && !waiter.isStopped()
                && uploader.failure().isEmpty()) {
            Instant now = clock.instant();
            if (schedule.clockWasSetBack(last, now)) {
                run = spool.beginRun();
                LOG.warn("the clock was set back from after {} to {}; going on as run {}", last, now, run);
                last = schedule.floor(now);
            }
            TickSchedule.Next next = schedule.after(last, now);
            if (next.tick().isAfter(now)) {
                Duration left = Duration.between(now, next.tick());
                waiter.pause(left.compareTo(LONGEST_PAUSE) < 0 ? left : LONGEST_PAUSE);
            } else {
                noteSkipped(next);
                tick(next.tick());
                last = next.tick();
            }
        }
    }

    private void noteSkipped(TickSchedule.Next next) {
        if (next.skipped() > 0) {
            counts = counts.withSkipped(next.skipped());
            metrics.ticksSkipped(next.skipped());
            ticksWithoutBatch += next.skipped();
            LOG.warn(
                    "{} ticks before {} were skipped: the batch before took too long, or the machine slept",
                    next.skipped(),
                    next.tick());
        }
    }

    private void tick(Instant tick) throws SpoolException {
        if (room.isThereAt(tick)) {
            commitBatch(tick);
        } else {
            counts = counts.withPaused();
            ticksWithoutBatch++;
        }
    }

    private void commitBatch(Instant tick) throws SpoolException {
        LedgerLine line = committer.commit(new BatchName(tick, run), source.readings(tick), tick, ticksWithoutBatch);
        ticksWithoutBatch = 0;
        counts = counts.withBatch(line.generated(), line.refused());
        progress.batch(line);
    }
}
