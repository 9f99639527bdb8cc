package dev.inverterflow.client.backfill;

import com.fasterxml.jackson.databind.JsonNode;
import dev.inverterflow.client.spool.ExportDirectory;
import dev.inverterflow.client.spool.SpoolException;
import org.jspecify.annotations.Nullable;

/** Into a directory. Its files belong to run 0, which no spool ever has: they never collide with what a run uploads. */
public final class DirectorySink implements BackfillSink {
    private final ExportDirectory directory;

    public DirectorySink(ExportDirectory directory) {
        this.directory = directory;
    }

    @Override
    public @Nullable JsonNode state() {
        return directory.state().orElse(null);
    }

    @Override
    public @Nullable JsonNode stateOfRuns() {
        return null;
    }

    @Override
    public long beginRun() {
        return 0;
    }

    @Override
    public boolean commit(Batch batch) throws SpoolException {
        directory.commit(batch.files(), batch.line(), batch.state());
        return true;
    }
}
