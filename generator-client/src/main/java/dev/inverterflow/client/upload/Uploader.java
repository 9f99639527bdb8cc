package dev.inverterflow.client.upload;

import dev.inverterflow.client.metrics.ClientMetrics;
import dev.inverterflow.client.spool.BatchName;
import dev.inverterflow.client.spool.PendingFile;
import dev.inverterflow.client.spool.Spool;
import dev.inverterflow.client.spool.SpoolException;
import dev.inverterflow.client.upload.UploadMode.Mode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * Uploads a spool, oldest batch first, on a thread of its own. A file is deleted only after S3 confirmed it. Whatever S3 answers, the
 * file stays and is tried again, with a jittered, capped delay and without end; only a key that holds other content is given up, into
 * quarantine. What a person must put right is said once, not at each attempt.
 */
public final class Uploader {
    private static final Logger LOG = LoggerFactory.getLogger(Uploader.class);
    private static final int BATCHES_AT_ONCE = 500;
    private static final int MOST_DOUBLINGS = 16;
    private static final Duration INTERRUPTION = Duration.ofSeconds(2);

    private final Bucket bucket;
    private final String bucketName;
    private final Spool spool;
    private final BackoffStrategy backoff;
    private final ClientMetrics metrics;
    private final Thread thread = new Thread(this::work, "uploader");
    private final UploadMode mode = new UploadMode();
    private final TroubleLog troubles = new TroubleLog();
    private final AtomicLong files = new AtomicLong();
    private final AtomicLong bytes = new AtomicLong();
    private final AtomicLong retries = new AtomicLong();
    private volatile @Nullable Exception failure;

    /**
     * @param backoff delay after each failed attempt, counted from 2
     * @param metrics gets each upload and each failed attempt
     */
    public Uploader(S3Client s3, String bucketName, Spool spool, BackoffStrategy backoff, ClientMetrics metrics) {
        this.bucket = new Bucket(s3, bucketName);
        this.bucketName = bucketName;
        this.spool = spool;
        this.backoff = backoff;
        this.metrics = metrics;
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

    /** Ends after the file in flight, or without it when that takes longer than the grace; the file then stays in the spool. */
    public void stop(Duration grace) throws InterruptedException {
        mode.become(Mode.STOP);
        if (!hasEndedWithin(grace)) {
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
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (SpoolException | RuntimeException e) {
            failure = e;
        } catch (Error e) {
            // Such as no memory for a large file: else generation would fill the spool with nobody left to empty it.
            failure = new IllegalStateException("the upload thread died: " + e, e);
        }
    }

    private void uploadUntilToldToEnd() throws SpoolException, InterruptedException {
        while (mode.current() != Mode.STOP) {
            // Asked before the look into the spool: a batch committed in between is then seen by one of the two.
            Mode asked = mode.current();
            List<BatchName> batches = spool.oldest(BATCHES_AT_ONCE);
            if (batches.isEmpty() && asked == Mode.EMPTY) {
                return;
            }
            if (batches.isEmpty()) {
                mode.awaitWork();
            }
            for (BatchName batch : batches) {
                upload(batch);
            }
        }
    }

    private void upload(BatchName batch) throws SpoolException, InterruptedException {
        for (PendingFile file : spool.files(batch)) {
            if (mode.current() == Mode.STOP) {
                return;
            }
            Optional<byte[]> content = spool.content(file);
            if (content.isPresent() && !uploaded(file, content.get())) {
                return;
            }
        }
        spool.finished(batch);
    }

    /** Tries until the file has left the spool; false when told to stop before. */
    private boolean uploaded(PendingFile file, byte[] content) throws SpoolException, InterruptedException {
        for (int attempt = 2; mode.current() != Mode.STOP; attempt++) {
            try {
                long begun = System.nanoTime();
                settle(
                        file,
                        bucket.put(file.key(), content, file.sha256()),
                        Duration.ofNanos(System.nanoTime() - begun));
                troubles.over();
                return true;
            } catch (SdkException e) {
                if (mode.current() != Mode.STOP) {
                    retries.incrementAndGet();
                    Trouble trouble = Trouble.of(e);
                    metrics.uploadRetried(trouble.cause());
                    troubles.happened(trouble, spool.waitingFiles());
                    mode.pause(backoff.computeDelay(Math.min(attempt, MOST_DOUBLINGS)));
                }
            }
        }
        return false;
    }

    private void settle(PendingFile file, Bucket.Outcome outcome, Duration latency) throws SpoolException {
        switch (outcome) {
            case STORED, STORED_BEFORE -> {
                files.incrementAndGet();
                bytes.addAndGet(file.bytes());
                metrics.fileUploaded(file.bytes(), latency);
                spool.uploaded(file);
                LOG.debug("uploaded s3://{}/{}", bucketName, file.key());
            }
            case TAKEN ->
                spool.quarantine(file, "s3://" + bucketName + "/" + file.key() + " exists with other content");
        }
    }
}
