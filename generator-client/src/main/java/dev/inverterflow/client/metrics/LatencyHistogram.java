package dev.inverterflow.client.metrics;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;

/** How long uploads take, in fixed buckets: a few milliseconds beside the bucket's region, up to a minute on a bad line. */
public final class LatencyHistogram {
    /** Upper bounds in milliseconds, inclusive; the last bucket is open. */
    private static final List<Long> BOUNDS_MILLIS =
            List.of(5L, 10L, 25L, 50L, 100L, 250L, 500L, 1_000L, 2_500L, 5_000L, 10_000L, 30_000L, 60_000L);

    private final AtomicLongArray counts = new AtomicLongArray(BOUNDS_MILLIS.size() + 1);
    private final LongAdder nanos = new LongAdder();

    void record(Duration time) {
        int bucket = 0;
        while (bucket < BOUNDS_MILLIS.size() && time.compareTo(Duration.ofMillis(BOUNDS_MILLIS.get(bucket))) > 0) {
            bucket++;
        }
        nanos.add(time.toNanos());
        counts.incrementAndGet(bucket);
    }

    Snapshot snapshot() {
        return new Snapshot(
                BOUNDS_MILLIS,
                IntStream.range(0, counts.length()).mapToObj(counts::get).toList(),
                Duration.ofNanos(nanos.sum()));
    }

    /**
     * The histogram at one moment.
     *
     * @param counts uploads in each bucket by itself; one more than there are bounds, the last for all that took longer
     * @param sum time of all uploads together
     */
    public record Snapshot(List<Long> boundsMillis, List<Long> counts, Duration sum) {
        public Snapshot {
            boundsMillis = List.copyOf(boundsMillis);
            counts = List.copyOf(counts);
        }
    }
}
