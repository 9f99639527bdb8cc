package dev.inverterflow.client.batch;

import com.fasterxml.jackson.databind.JsonNode;
import dev.inverterflow.client.generate.Delivery;
import dev.inverterflow.client.metrics.ClientMetrics;
import dev.inverterflow.client.settings.Settings;
import dev.inverterflow.client.source.ReadingSource.Sourced;
import dev.inverterflow.client.source.SourceState;
import dev.inverterflow.client.spool.BatchName;
import dev.inverterflow.client.spool.LedgerLine;
import dev.inverterflow.client.spool.NewBatch;
import dev.inverterflow.client.spool.NewBatch.NewFile;
import dev.inverterflow.client.spool.RunState;
import dev.inverterflow.client.spool.Spool;
import dev.inverterflow.client.spool.SpoolException;
import dev.inverterflow.client.upload.Uploader;
import dev.inverterflow.client.validate.Validator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Takes a batch from readings to the spool: judges, cuts into files, commits, tells the uploader. */
public final class BatchCommitter {
    private final Settings.Files settings;
    private final SourceState statePart;
    private final Judge judge;
    private final BatchMaker batchMaker;
    private final Spool spool;
    private final Uploader uploader;
    private final ClientMetrics metrics;

    public BatchCommitter(
            Settings.Files settings,
            SourceState statePart,
            Validator validator,
            Spool spool,
            Uploader uploader,
            ClientMetrics metrics) {
        this.settings = settings;
        this.statePart = statePart;
        this.judge = new Judge(validator);
        this.batchMaker = new BatchMaker(settings);
        this.spool = spool;
        this.uploader = uploader;
        this.metrics = metrics;
    }

    /**
     * Commits one batch.
     *
     * @param reference the time that the readings are judged at
     * @param skippedTicks ticks without a batch since the last one
     */
    public LedgerLine commit(BatchName name, Sourced sourced, Instant reference, long skippedTicks)
            throws SpoolException {
        Judge.Judged judged = judge.judge(sourced.readings(), reference);
        List<NewFile> files = batchMaker.files(name, judged.accepted());
        List<NewFile> invalid = settings.invalidPrefix()
                .map(prefix -> batchMaker.invalidFiles(prefix, name, judged.refused()))
                .orElse(List.of());
        LedgerLine line = new LedgerLine(
                name.tick().toString(),
                name.run(),
                sourced.readings().size(),
                judged.refused().size(),
                judged.refusedByRule(),
                keys(files),
                judged.accepted().size(),
                skippedTicks,
                keys(invalid),
                trouble(sourced.trouble()));
        commit(name, joined(files, invalid), line, sourced.state());
        metrics.readingsJudged(judged.accepted().size(), judged.refusedByRule());
        return line;
    }

    private void commit(BatchName name, List<NewFile> files, LedgerLine line, JsonNode state) throws SpoolException {
        spool.commit(new NewBatch(
                name,
                files,
                line,
                RunState.after(name, statePart.in(spool.state().source(), state))));
        uploader.wake();
        metrics.batchSpooled(files.size());
    }

    public static List<String> keys(List<NewFile> files) {
        return files.stream().map(NewFile::key).toList();
    }

    public static LedgerLine.Trouble trouble(Delivery.Counts counts) {
        return new LedgerLine.Trouble(counts.heldBack(), counts.late(), counts.outOfOrder(), counts.duplicates());
    }

    public static List<NewFile> joined(List<NewFile> files, List<NewFile> others) {
        List<NewFile> all = new ArrayList<>(files);
        all.addAll(others);
        return all;
    }
}
