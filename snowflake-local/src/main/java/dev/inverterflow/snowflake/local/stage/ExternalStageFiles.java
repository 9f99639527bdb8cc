package dev.inverterflow.snowflake.local.stage;

import dev.inverterflow.snowflake.local.ast.StageLocation;
import dev.inverterflow.snowflake.local.catalog.Stage;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import java.util.List;
import java.util.function.Predicate;

/** What LIST and REMOVE need of external stages; implemented by the package that reads them. */
public interface ExternalStageFiles {

    /** The files below the location, by name. */
    List<StageFile> list(Stage stage, StageLocation location, SessionContext session);

    /** Deletes those files below the location whose name matches; returns them. */
    List<StageFile> remove(Stage stage, StageLocation location, Predicate<String> matches, SessionContext session);
}
