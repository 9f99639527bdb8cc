package dev.inverterflow.client.run;

import dev.inverterflow.client.upload.Uploader;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Ends the upload of a spool in one of two ways: when it is empty, or at once. */
final class Shipping {
    private static final Duration STEP = Duration.ofMillis(50);
    /** What an upload in flight may still take after Ctrl-C or SIGTERM. */
    static final Duration GRACE = Duration.ofSeconds(10);

    private final Uploader uploader;
    private final Waiter waiter;

    Shipping(Uploader uploader, Waiter waiter) {
        this.uploader = uploader;
        this.waiter = waiter;
    }

    /** Uploads what is there, until the deadline or a stop. */
    void emptySpool(Duration deadline) throws InterruptedException {
        uploader.finish();
        long end = System.nanoTime() + deadline.toNanos();
        while (!waiter.isStopped() && System.nanoTime() < end) {
            long left = Math.max(1, TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime()));
            if (uploader.hasEndedWithin(Duration.ofMillis(Math.min(left, STEP.toMillis())))) {
                break;
            }
        }
        stop();
    }

    /** Lets the file in flight finish. */
    void stop() throws InterruptedException {
        uploader.stop(GRACE);
    }
}
