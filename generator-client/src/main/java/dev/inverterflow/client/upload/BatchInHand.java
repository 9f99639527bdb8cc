package dev.inverterflow.client.upload;

import dev.inverterflow.client.spool.BatchName;
import dev.inverterflow.client.spool.Spool;
import dev.inverterflow.client.spool.SpoolException;
import java.util.concurrent.atomic.AtomicInteger;

/** A batch whose files are being uploaded; whoever ends the last of them ends the batch. */
final class BatchInHand {
    private final Spool spool;
    private final BatchName batch;
    private final AtomicInteger open = new AtomicInteger();
    private volatile boolean hasLeftovers;

    BatchInHand(Spool spool, BatchName batch) {
        this.spool = spool;
        this.batch = batch;
    }

    /** One more must end before the batch does: an upload, or the look through its files. */
    void begun() {
        open.incrementAndGet();
    }

    /** A file stays in the spool. */
    void passedOver() {
        hasLeftovers = true;
    }

    void ended() throws SpoolException {
        if (open.decrementAndGet() > 0) {
            return;
        }
        if (hasLeftovers) {
            spool.release(batch);
        } else {
            spool.finished(batch);
        }
    }
}
