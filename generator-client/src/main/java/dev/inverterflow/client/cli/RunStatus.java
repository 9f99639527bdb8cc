package dev.inverterflow.client.cli;

import dev.inverterflow.client.metrics.ClientMetrics;
import dev.inverterflow.client.run.ByteSize;
import dev.inverterflow.client.spool.Spool;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;

/** What the status line of a run says: next tick, spool, uploads and their rate, refused readings, retries. */
final class RunStatus implements Supplier<String> {
    private static final Duration RATE_OVER = Duration.ofSeconds(30);

    private final InstantSource clock;
    private final Duration interval;
    private final ClientMetrics metrics;
    private final Spool spool;
    private final Deque<Sample> samples = new ArrayDeque<>();

    RunStatus(InstantSource clock, Duration interval, ClientMetrics metrics, Spool spool) {
        this.clock = clock;
        this.interval = interval;
        this.metrics = metrics;
        this.spool = spool;
    }

    @Override
    public String get() {
        Instant now = clock.instant();
        ClientMetrics.Snapshot done = metrics.snapshot();
        long seconds = interval.toSeconds();
        long left = seconds - Math.floorMod(now.getEpochSecond(), seconds);
        return "tick in " + left + " s | spool " + spool.waitingFiles() + " files "
                + ByteSize.text(spool.waitingBytes()) + " | uploaded " + done.filesUploaded() + ", "
                + ByteSize.text(bytesPerSecond(now, done.bytesUploaded())) + "/s | invalid "
                + done.refusedReadingsInAll() + " | retries " + done.retriesInAll();
    }

    private long bytesPerSecond(Instant now, long bytes) {
        samples.addLast(new Sample(now, bytes));
        while (samples.size() > 1 && samples.getFirst().at().isBefore(now.minus(RATE_OVER))) {
            samples.removeFirst();
        }
        Sample oldest = samples.getFirst();
        long millis = Math.max(1, Duration.between(oldest.at(), now).toMillis());
        return (bytes - oldest.bytes()) * 1_000 / millis;
    }

    private record Sample(Instant at, long bytes) {}
}
