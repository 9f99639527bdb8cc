package dev.inverterflow.client.run;

import dev.inverterflow.client.spool.Spool;
import dev.inverterflow.client.spool.SpoolException;
import dev.inverterflow.client.upload.Uploader;
import java.time.Duration;
import java.util.Optional;

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

    /**
     * Uploads beside some work that fills the spool, and then until the spool is empty, the deadline has passed or somebody stops it.
     *
     * @param work ends early when somebody stops it
     */
    public Outcome runBeside(Work work, Duration deadline) throws InterruptedException {
        uploader.start();
        Optional<Exception> failure = Optional.empty();
        try {
            work.make();
        } catch (SpoolException | RuntimeException e) {
            // Reported by the caller, after what is spooled had its chance to leave.
            failure = Optional.of(e);
        }
        Shipping shipping = new Shipping(uploader, waiter);
        if (waiter.isStopped()) {
            shipping.stop();
        } else {
            shipping.emptySpool(deadline);
        }
        return new Outcome(
                Outcome.Counts.NONE,
                uploader.counts(),
                spool.waitingFiles(),
                spool.waitingBytes(),
                failure.or(uploader::failure));
    }

    /** Fills the spool. */
    public interface Work {
        void make() throws SpoolException, InterruptedException;
    }

    /** Uploads until the spool is empty, the deadline has passed or somebody stops it. */
    public Outcome run(Duration deadline) throws InterruptedException {
        return runBeside(() -> {}, deadline);
    }
}
