package dev.inverterflow.client.upload;

import dev.inverterflow.client.metrics.ClientMetrics;
import dev.inverterflow.client.spool.BatchName;
import dev.inverterflow.client.spool.Milestone;
import dev.inverterflow.client.spool.PendingFile;
import dev.inverterflow.client.spool.Spool;
import dev.inverterflow.client.spool.SpoolException;
import dev.inverterflow.client.upload.UploadMode.Mode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * Uploads a spool in the order of commitment, several files at once, on threads of its own. A file is deleted only after S3 confirmed
 * it. Whatever S3 answers, the file stays, is passed over for the ones after it, and is tried again without end: files of a prefix
 * that fails wait with a jittered, capped delay and one of them at a time tries whether it works again (see {@link Lanes}); files
 * that fail for a reason of their own hold up nobody. Only a key that holds other content is given up, into quarantine. What a person
 * must put right is said once, not at each attempt.
 *
 * <p>One thread walks through the spool, never holding more of it than a page of names; it goes through it again when files were
 * passed over.
 */
public final class Uploader {
    /** Uploads at once. */
    static final int IN_FLIGHT = 8;

    private static final Logger LOG = LoggerFactory.getLogger(Uploader.class);
    private static final int BATCHES_AT_ONCE = 500;
    private static final int MOST_DOUBLINGS = 16;
    private static final Duration SHORTEST_ATTEMPT = Duration.ofSeconds(10);
    private static final Duration INTERRUPTION = Duration.ofSeconds(2);
    private static final Duration FOREVER = Duration.ofDays(36_500);

    private final Bucket bucket;
    private final String bucketName;
    private final Spool spool;
    private final BackoffStrategy backoff;
    private final ClientMetrics metrics;
    private final Lanes lanes;
    private final UploadMode mode = new UploadMode();
    private final InFlight inFlight = new InFlight(IN_FLIGHT, mode::wake);
    private final Thread thread = new Thread(this::work, "uploader");
    private final TroubleLog fileTroubles = new TroubleLog("files that S3 had refused are uploaded");
    private final AtomicLong files = new AtomicLong();
    private final AtomicLong bytes = new AtomicLong();
    private final AtomicLong retries = new AtomicLong();
    private final AtomicBoolean passedOver = new AtomicBoolean();
    private volatile @Nullable Exception failure;

    /** The last batch that was taken in hand in this walk; null before the first. */
    private @Nullable BatchName cursor;

    private int walksWithLeftovers;
    private long walkEndedAt;
    private @Nullable Duration nextWalkAfter;

    /**
     * @param backoff delay after each failed attempt, counted from 2
     * @param metrics gets each upload and each failed attempt
     */
    public Uploader(S3Client s3, String bucketName, Spool spool, BackoffStrategy backoff, ClientMetrics metrics) {
        this(s3, bucketName, spool, backoff, metrics, SHORTEST_ATTEMPT);
    }

    /** @param shortestAttempt what an attempt at a small file may take */
    Uploader(
            S3Client s3,
            String bucketName,
            Spool spool,
            BackoffStrategy backoff,
            ClientMetrics metrics,
            Duration shortestAttempt) {
        this.bucket = new Bucket(s3, bucketName, shortestAttempt);
        this.bucketName = bucketName;
        this.spool = spool;
        this.backoff = backoff;
        this.metrics = metrics;
        this.lanes = new Lanes(backoff);
    }

    /** The delays of production: about 1 s at first, at most one minute. */
    public static BackoffStrategy patientBackoff() {
        return BackoffStrategy.exponentialDelayHalfJitter(Duration.ofSeconds(1), Duration.ofMinutes(1));
    }

    public void start() {
        thread.start();
    }

    /** Says that a batch was committed. */
    public void wake() {
        mode.wake();
    }

    /** Asks to end once the spool is empty. */
    public void finish() {
        mode.become(Mode.EMPTY);
    }

    /** Waits for the end. */
    public boolean hasEndedWithin(Duration time) throws InterruptedException {
        thread.join(Math.max(1, time.toMillis()));
        return !thread.isAlive();
    }

    /** Ends after the files in flight, or without them when they take longer than the grace; they then stay in the spool. */
    public void stop(Duration grace) throws InterruptedException {
        mode.become(Mode.STOP);
        if (!hasEndedWithin(grace)) {
            inFlight.interrupt();
            thread.interrupt();
            thread.join(INTERRUPTION.toMillis());
        }
    }

    /** What ended the uploader against its will, if anything did. */
    public Optional<Exception> failure() {
        return Optional.ofNullable(failure);
    }

    public UploadCounts counts() {
        return new UploadCounts(files.get(), bytes.get(), retries.get());
    }

    private void work() {
        try {
            uploadUntilToldToEnd();
            inFlight.awaitIdle();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (SpoolException | RuntimeException e) {
            fail(e);
        } catch (Error e) {
            fail(died(e));
        } finally {
            inFlight.close();
        }
    }

    /** Such as no memory: else generation would fill the spool with nobody left to empty it. */
    private static IllegalStateException died(Error e) {
        return new IllegalStateException("an upload thread died: " + e, e);
    }

    private void fail(Exception e) {
        failure = e;
        mode.become(Mode.STOP);
    }

    private void uploadUntilToldToEnd() throws SpoolException, InterruptedException {
        while (mode.current() != Mode.STOP) {
            // Asked before the look into the spool: a batch committed in between is then seen by one of the two.
            Mode asked = mode.current();
            if (hasHandedOut()) {
                continue;
            }
            boolean nothingWaits = cursor == null;
            if (nothingWaits && asked == Mode.EMPTY) {
                return;
            }
            if (nothingWaits || !inFlight.isIdle()) {
                mode.hasPassed(FOREVER, asked);
            } else {
                endWalk(asked);
            }
        }
    }

    /** Takes the next batches in hand; false if there are no more. */
    private boolean hasHandedOut() throws SpoolException, InterruptedException {
        List<BatchName> batches = spool.after(cursor, BATCHES_AT_ONCE);
        for (BatchName batch : batches) {
            if (mode.current() == Mode.STOP) {
                break;
            }
            handOut(batch);
            cursor = batch;
        }
        return !batches.isEmpty();
    }

    private void handOut(BatchName batch) throws SpoolException, InterruptedException {
        BatchInHand hand = new BatchInHand(spool, batch);
        hand.begun();
        for (PendingFile file : spool.files(batch)) {
            hand.begun();
            inFlight.add(() -> upload(file, hand));
        }
        hand.ended();
    }

    /** Everything was tried. What was passed over is tried again after a while, what comes meanwhile at once. */
    private void endWalk(Mode asked) throws InterruptedException {
        if (!passedOver.get()) {
            fileTroubles.over();
            walksWithLeftovers = 0;
            cursor = null;
            return;
        }
        if (nextWalkAfter == null) {
            lanes.walkEnded();
            walksWithLeftovers = Math.min(walksWithLeftovers + 1, MOST_DOUBLINGS);
            walkEndedAt = System.nanoTime();
            nextWalkAfter = lanes.untilOpening().orElseGet(() -> backoff.computeDelay(walksWithLeftovers + 1));
        }
        if (mode.hasPassed(nextWalkAfter.minusNanos(System.nanoTime() - walkEndedAt), asked)) {
            nextWalkAfter = null;
            lanes.walkBegins();
            passedOver.set(false);
            cursor = null;
        }
    }

    private void upload(PendingFile file, BatchInHand hand) {
        try {
            Optional<Lanes.Ticket> ticket = mode.current() == Mode.STOP ? Optional.empty() : lanes.admit(file);
            if (ticket.isEmpty() || !hasLeft(file, ticket.get())) {
                passOver(hand);
            }
            ticket.ifPresent(lanes::unused);
            hand.ended();
        } catch (SpoolException | RuntimeException e) {
            fail(e);
        } catch (Error e) {
            fail(died(e));
        }
    }

    private void passOver(BatchInHand hand) {
        hand.passedOver();
        passedOver.set(true);
    }

    /** Tries once; false if the file stays in the spool. */
    private boolean hasLeft(PendingFile file, Lanes.Ticket ticket) throws SpoolException {
        if (!spool.isIntact(file)) {
            metrics.fileQuarantined();
            return true;
        }
        Milestone.UPLOAD_BEGINS.reached();
        long begun = System.nanoTime();
        try {
            Bucket.Outcome outcome = bucket.put(file);
            lanes.opened(ticket);
            ticket.troubles().over();
            return hasLeft(file, outcome, Duration.ofNanos(System.nanoTime() - begun));
        } catch (SdkException e) {
            if (mode.current() != Mode.STOP) {
                failed(file, ticket, Trouble.of(e));
            }
            return false;
        }
    }

    private boolean hasLeft(PendingFile file, Bucket.Outcome outcome, Duration latency) throws SpoolException {
        return switch (outcome) {
            case STORED, STORED_BEFORE -> {
                files.incrementAndGet();
                bytes.addAndGet(file.bytes());
                metrics.fileUploaded(file.bytes(), latency);
                spool.uploaded(file);
                LOG.debug("uploaded s3://{}/{}", bucketName, file.key());
                yield true;
            }
            case TAKEN -> {
                metrics.fileQuarantined();
                spool.quarantine(file, "s3://" + bucketName + "/" + file.key() + " exists with other content");
                yield true;
            }
            case UNDECIDED -> {
                refused(file, Trouble.UNDECIDED);
                yield false;
            }
            case VANISHED -> {
                refused(file, Trouble.VANISHED);
                yield false;
            }
        };
    }

    private void failed(PendingFile file, Lanes.Ticket ticket, Trouble trouble) {
        switch (trouble.scope()) {
            case STORE -> {
                count(trouble);
                ticket.troubles().happened(trouble, file.key(), spool.waitingFiles());
                lanes.closed(ticket);
            }
            case FILE -> {
                lanes.opened(ticket);
                refused(file, trouble);
            }
        }
    }

    private void refused(PendingFile file, Trouble trouble) {
        count(trouble);
        fileTroubles.happened(trouble, file.key(), spool.waitingFiles());
    }

    private void count(Trouble trouble) {
        retries.incrementAndGet();
        metrics.uploadRetried(trouble.cause());
    }
}
