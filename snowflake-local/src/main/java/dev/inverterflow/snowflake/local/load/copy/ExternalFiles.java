package dev.inverterflow.snowflake.local.load.copy;

import dev.inverterflow.snowflake.local.ast.StageLocation;
import dev.inverterflow.snowflake.local.catalog.Stage;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import dev.inverterflow.snowflake.local.load.store.StoredFile;
import dev.inverterflow.snowflake.local.stage.ExternalStageFiles;
import dev.inverterflow.snowflake.local.stage.StageFile;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Files of external stages for LIST and REMOVE. */
public final class ExternalFiles implements ExternalStageFiles {
    private final StageNames stages;

    public ExternalFiles(StageNames stages) {
        this.stages = stages;
    }

    @Override
    public List<StageFile> list(Stage stage, StageLocation location, SessionContext session) {
        return stages.open(stage, location, session).list().stream()
                .map(ExternalFiles::described)
                .toList();
    }

    @Override
    public List<StageFile> remove(
            Stage stage, StageLocation location, Predicate<String> matches, SessionContext session) {
        var opened = stages.open(stage, location, session);
        var removed = new ArrayList<StageFile>();
        for (var file : opened.list()) {
            var described = described(file);
            if (matches.test(described.name())) {
                opened.delete(file);
                removed.add(described);
            }
        }
        return removed;
    }

    private static StageFile described(StoredFile file) {
        return new StageFile(file.location().shown(), file.sizeBytes(), file.contentKey(), file.lastModified());
    }
}
