package dev.inverterflow.client.run;

import dev.inverterflow.client.spool.Spool;
import dev.inverterflow.client.upload.Uploader;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Ends the upload of a spool in one of two ways: when it is empty, or at once. */
final class Shipping {
    private static final Duration STEP = Duration.ofMillis(50);
    /** What an upload in flight may still take after Ctrl-C or SIGTERM. */
    static final Duration GRACE = Duration.ofSeconds(10);

    private final Spool spool;
    private final Uploader uploader;
    private final Waiter waiter;

    Shipping(Spool spool, Uploader uploader, Waiter waiter) {
        this.spool = spool;
        this.uploader = uploader;
        this.waiter = waiter;
    }

    /** Uploads what is there, until the deadline or a stop. */
    Ending emptySpool(Duration deadline) throws InterruptedException {
        uploader.finish();
        long end = System.nanoTime() + deadline.toNanos();
        while (!waiter.isStopped() && System.nanoTime() < end) {
            long left = Math.max(1, TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime()));
            if (uploader.hasEndedWithin(Duration.ofMillis(Math.min(left, STEP.toMillis())))) {
                break;
            }
        }
        return stop();
    }

    /** Lets the file in flight finish. */
    Ending stop() throws InterruptedException {
        uploader.stop(GRACE);
        if (uploader.failure().isPresent()) {
            return Ending.FAILED;
        }
        return spool.waitingFiles() == 0 ? Ending.EMPTY : Ending.LEFT;
    }

    /** How it ended. */
    enum Ending {
        EMPTY,
        LEFT,
        FAILED
    }
}
