package dev.inverterflow.client.backfill;

import com.fasterxml.jackson.databind.JsonNode;
import dev.inverterflow.client.batch.BatchCommitter;
import dev.inverterflow.client.batch.BatchMaker;
import dev.inverterflow.client.batch.Judge;
import dev.inverterflow.client.batch.RecordBlock;
import dev.inverterflow.client.generate.Delivery;
import dev.inverterflow.client.metrics.ClientMetrics;
import dev.inverterflow.client.settings.Settings;
import dev.inverterflow.client.spool.BatchName;
import dev.inverterflow.client.spool.LedgerLine;
import dev.inverterflow.client.spool.NewBatch.NewFile;
import dev.inverterflow.client.spool.SpoolException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Collects whole ticks until a file is full. A tick that is larger than a file by itself becomes several files. */
public final class BackfillFiles {
    private final Settings.Files settings;
    private final BatchMaker batchMaker;
    private final ClientMetrics metrics;
    private final int inverters;
    private final RecordBlock records = new RecordBlock();
    private final Map<String, Integer> refusedByRule = new TreeMap<>();
    private final List<Judge.Refused> refused = new ArrayList<>();
    private Delivery.Counts trouble = Delivery.Counts.NONE;
    private @Nullable Instant first;
    private long run;

    public BackfillFiles(Settings.Files settings, int inverters, ClientMetrics metrics) {
        this.settings = settings;
        this.batchMaker = new BatchMaker(settings);
        this.inverters = inverters;
        this.metrics = metrics;
    }

    void begin(long newRun) {
        run = newRun;
    }

    int inverters() {
        return inverters;
    }

    /** Whether there is something to commit before this tick. */
    boolean isFullWith(List<TickBlock> blocks, int tick) {
        long more = 0;
        for (TickBlock block : blocks) {
            if (block.endOf(tick) > block.firstOf(tick)) {
                more += block.records().fileBytes(block.firstOf(tick), block.endOf(tick));
            }
        }
        return first != null && records.fileBytes() + more > settings.maxBytes();
    }

    void add(Instant time, List<TickBlock> blocks, int tick) {
        first = first == null ? time : first;
        for (TickBlock block : blocks) {
            records.addAll(block.records(), block.firstOf(tick), block.endOf(tick));
            trouble = trouble.plus(block.troubleIn(tick));
            for (Judge.Refused one : block.refusedIn(tick)) {
                refusedByRule.merge(one.rule(), 1, Integer::sum);
                if (settings.invalidPrefix().isPresent()) {
                    refused.add(one);
                }
            }
        }
    }

    int records() {
        return records.records();
    }

    long bytes() {
        return records.records() == 0 ? 0 : records.fileBytes();
    }

    /** What the collected ticks become at the least. */
    int filesOfBatch() {
        return records.records() == 0 ? 0 : (int) ((bytes() + settings.maxBytes() - 1) / settings.maxBytes());
    }

    /** Commits what is collected, and begins anew; false, and nothing done, if told to stop before there was room. */
    boolean commit(BackfillSink sink, JsonNode state, @Nullable JsonNode stateForRuns)
            throws SpoolException, InterruptedException {
        Instant tick = first;
        if (tick == null) {
            throw new IllegalStateException("there is nothing to commit");
        }
        BatchName name = new BatchName(tick, run);
        List<NewFile> files = batchMaker.largeFiles(name, records);
        List<NewFile> invalid = settings.invalidPrefix()
                .map(prefix -> batchMaker.invalidFiles(prefix, name, refused))
                .orElse(List.of());
        int refusedNow =
                refusedByRule.values().stream().mapToInt(Integer::intValue).sum();
        LedgerLine line = new LedgerLine(
                tick.toString(),
                run,
                records.records() + refusedNow,
                refusedNow,
                refusedByRule,
                BatchCommitter.keys(files),
                records.records(),
                0,
                BatchCommitter.keys(invalid),
                BatchCommitter.trouble(trouble));
        boolean committed = sink.commit(
                new BackfillSink.Batch(tick, run, BatchCommitter.joined(files, invalid), line, state, stateForRuns));
        if (committed) {
            metrics.readingsJudged(records.records(), refusedByRule);
            forget();
        }
        return committed;
    }

    private void forget() {
        records.clear();
        refusedByRule.clear();
        refused.clear();
        trouble = Delivery.Counts.NONE;
        first = null;
    }
}
