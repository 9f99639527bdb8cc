package dev.inverterflow.client.run;

import dev.inverterflow.client.spool.Spool;
import dev.inverterflow.client.upload.Uploader;
import java.time.Duration;

/** Uploads what is spooled, and ends. */
public final class Drain {
    private final Spool spool;
    private final Uploader uploader;
    private final Waiter waiter;

    public Drain(Spool spool, Uploader uploader, Waiter waiter) {
        this.spool = spool;
        this.uploader = uploader;
        this.waiter = waiter;
    }

    /** Uploads until the spool is empty, the deadline has passed or somebody stops it. */
    public Outcome run(Duration deadline) throws InterruptedException {
        uploader.start();
        new Shipping(uploader, waiter).emptySpool(deadline);
        return new Outcome(
                Outcome.Counts.NONE, uploader.counts(), spool.waitingFiles(), spool.waitingBytes(), uploader.failure());
    }
}
