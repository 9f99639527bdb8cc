package dev.inverterflow.client.metrics;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * What the client has done since it was started, counted where it happens. One method for each event; any thread may call them, and
 * none of them blocks. Counters only grow.
 */
public final class ClientMetrics {
    private final LongAdder ticks = new LongAdder();
    private final LongAdder ticksSkipped = new LongAdder();
    private final LongAdder ticksPaused = new LongAdder();
    private final LongAdder validReadings = new LongAdder();
    private final Map<String, LongAdder> refusedReadings = new ConcurrentHashMap<>();
    private final LongAdder filesSpooled = new LongAdder();
    private final LongAdder filesUploaded = new LongAdder();
    private final LongAdder bytesUploaded = new LongAdder();
    private final LongAdder batchesDropped = new LongAdder();
    private final LongAdder filesDropped = new LongAdder();
    private final LongAdder filesQuarantined = new LongAdder();
    private final Map<String, LongAdder> retries = new ConcurrentHashMap<>();
    private final LatencyHistogram uploadLatency = new LatencyHistogram();

    /** A tick was worked on and its batch is in the spool, in so many files. */
    public void batchSpooled(int files) {
        ticks.increment();
        filesSpooled.add(files);
    }

    /** Ticks passed while another one was worked on, or while the machine slept. */
    public void ticksSkipped(long number) {
        ticksSkipped.add(number);
    }

    /** A tick got no batch, because the spool was full. */
    public void tickPaused() {
        ticksPaused.increment();
    }

    /** @param refusedByRule numbers of refused readings by the name of the rule they broke */
    public void readingsJudged(int valid, Map<String, Integer> refusedByRule) {
        validReadings.add(valid);
        refusedByRule.forEach((rule, number) -> counter(refusedReadings, rule).add(number));
    }

    /** S3 confirmed a file; the time is that of the attempt that succeeded. */
    public void fileUploaded(long bytes, Duration latency) {
        filesUploaded.increment();
        bytesUploaded.add(bytes);
        uploadLatency.record(latency);
    }

    /** @param cause a short, stable word such as the error code of S3's answer; never a message */
    public void uploadRetried(String cause) {
        counter(retries, cause).increment();
    }

    /** A file went into quarantine instead of the bucket. */
    public void fileQuarantined() {
        filesQuarantined.increment();
    }

    /** A batch of so many files was dropped from a full spool, as SPOOL_FULL=drop-oldest asks for. */
    public void batchDropped(int files) {
        batchesDropped.increment();
        filesDropped.add(files);
    }

    public Snapshot snapshot() {
        return new Snapshot(
                ticks.sum(),
                ticksSkipped.sum(),
                ticksPaused.sum(),
                validReadings.sum(),
                sums(refusedReadings),
                filesSpooled.sum(),
                filesUploaded.sum(),
                bytesUploaded.sum(),
                batchesDropped.sum(),
                filesDropped.sum(),
                filesQuarantined.sum(),
                sums(retries),
                uploadLatency.snapshot());
    }

    private static LongAdder counter(Map<String, LongAdder> counters, String name) {
        return counters.computeIfAbsent(name, key -> new LongAdder());
    }

    private static Map<String, Long> sums(Map<String, LongAdder> counters) {
        Map<String, Long> sums = new TreeMap<>();
        counters.forEach((name, counter) -> sums.put(name, counter.sum()));
        return sums;
    }

    /**
     * The counters at one moment.
     *
     * @param refusedReadings by rule
     * @param retries by cause
     */
    public record Snapshot(
            long ticks,
            long ticksSkipped,
            long ticksPaused,
            long validReadings,
            Map<String, Long> refusedReadings,
            long filesSpooled,
            long filesUploaded,
            long bytesUploaded,
            long batchesDropped,
            long filesDropped,
            long filesQuarantined,
            Map<String, Long> retries,
            LatencyHistogram.Snapshot uploadLatency) {
        public Snapshot {
            refusedReadings = Map.copyOf(refusedReadings);
            retries = Map.copyOf(retries);
        }

        public long refusedReadingsInAll() {
            return sum(refusedReadings);
        }

        public long retriesInAll() {
            return sum(retries);
        }

        private static long sum(Map<String, Long> numbers) {
            return numbers.values().stream().mapToLong(Long::longValue).sum();
        }
    }
}
