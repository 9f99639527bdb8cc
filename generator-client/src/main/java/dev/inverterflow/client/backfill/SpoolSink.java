package dev.inverterflow.client.backfill;

import com.fasterxml.jackson.databind.JsonNode;
import dev.inverterflow.client.metrics.ClientMetrics;
import dev.inverterflow.client.run.Waiter;
import dev.inverterflow.client.source.SourceState;
import dev.inverterflow.client.spool.BatchName;
import dev.inverterflow.client.spool.NewBatch;
import dev.inverterflow.client.spool.RunState;
import dev.inverterflow.client.spool.Spool;
import dev.inverterflow.client.spool.SpoolException;
import dev.inverterflow.client.upload.Uploader;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Into the spool, and from there to the bucket. A full spool is waited for: a back-fill has no ticks to miss. */
public final class SpoolSink implements BackfillSink {
    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

    private final Spool spool;
    private final long maxBytes;
    private final Uploader uploader;
    private final Waiter waiter;
    private final ClientMetrics metrics;

    /** @param maxBytes size of waiting files at which the back-fill waits */
    public SpoolSink(Spool spool, long maxBytes, Uploader uploader, Waiter waiter, ClientMetrics metrics) {
        this.spool = spool;
        this.maxBytes = maxBytes;
        this.uploader = uploader;
        this.waiter = waiter;
        this.metrics = metrics;
    }

    @Override
    public @Nullable JsonNode state() {
        return SourceState.BACKFILL.of(spool.state().source());
    }

    @Override
    public @Nullable JsonNode stateOfRuns() {
        return SourceState.GENERATOR.of(spool.state().source());
    }

    @Override
    public long beginRun() throws SpoolException {
        return spool.beginRun();
    }

    @Override
    public boolean commit(Batch batch) throws SpoolException, InterruptedException {
        while (spool.waitingBytes() >= maxBytes
                && !waiter.isStopped()
                && uploader.failure().isEmpty()) {
            waiter.pause(LOOK_AGAIN);
        }
        if (waiter.isStopped() || uploader.failure().isPresent()) {
            return false;
        }
        JsonNode whole = SourceState.BACKFILL.in(spool.state().source(), batch.state());
        if (batch.stateForRuns() != null) {
            whole = SourceState.GENERATOR.in(whole, batch.stateForRuns());
        }
        BatchName name = new BatchName(batch.tick(), batch.run());
        spool.commit(new NewBatch(name, batch.files(), batch.line(), RunState.after(name, whole)));
        uploader.wake();
        metrics.batchSpooled(batch.files().size());
        return true;
    }
}
