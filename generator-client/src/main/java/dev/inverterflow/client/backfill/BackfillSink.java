package dev.inverterflow.client.backfill;

import com.fasterxml.jackson.databind.JsonNode;
import dev.inverterflow.client.spool.LedgerLine;
import dev.inverterflow.client.spool.NewBatch.NewFile;
import dev.inverterflow.client.spool.SpoolException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where the files of a back-fill go. */
public interface BackfillSink {
    /** The state of the last back-fill, null if there was none. */
    @Nullable
    JsonNode state();

    /** Where the counters of a run stand that uses the same spool, null if there is none. */
    @Nullable
    JsonNode stateOfRuns();

    /** The run that the files belong to: part of their names. */
    long beginRun() throws SpoolException;

    /** Waits for room, and commits one batch together with the state to go on from; false if told to stop before. */
    boolean commit(Batch batch) throws SpoolException, InterruptedException;

    /**
     * Files, their ledger line, and what becomes durable with them.
     *
     * @param tick the first tick in the files
     * @param state what the same back-fill goes on from
     * @param stateForRuns what a later run goes on from, null to leave that as it is
     */
    record Batch(
            Instant tick,
            long run,
            List<NewFile> files,
            LedgerLine line,
            JsonNode state,
            @Nullable JsonNode stateForRuns) {
        public Batch {
            files = List.copyOf(files);
        }
    }
}
