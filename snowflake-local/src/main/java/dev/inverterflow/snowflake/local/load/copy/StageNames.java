package dev.inverterflow.snowflake.local.load.copy;

import dev.inverterflow.snowflake.local.ast.StageLocation;
import dev.inverterflow.snowflake.local.ast.StageLocation.StageKind;
import dev.inverterflow.snowflake.local.catalog.ObjectType;
import dev.inverterflow.snowflake.local.catalog.Stage;
import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import dev.inverterflow.snowflake.local.load.store.S3Stores;
import dev.inverterflow.snowflake.local.stage.InternalStages;
import java.util.Optional;

/** Finds the stage that a statement's {@code @name/path} means. */
public final class StageNames {
    private final S3Stores stores;
    private final InternalStages internal;

    public StageNames(S3Stores stores, InternalStages internal) {
        this.stores = stores;
        this.internal = internal;
    }

    /**
     * The files of a location.
     *
     * @throws dev.inverterflow.snowflake.local.error.SnowflakeException if there is no such stage, its integration does not
     *     let it be read, or the path would lead out of it
     */
    public StagedFiles open(StageLocation location, SessionContext session) {
        return named(location, session)
                .filter(Stage::external)
                .<StagedFiles>map(stage -> ExternalStage.open(stage, location.path(), session.catalog(), stores))
                .orElseGet(() -> new InternalStage(named(location, session), internal.place(location, session)));
    }

    /** An external stage that is known already. */
    ExternalStage open(Stage stage, StageLocation location, SessionContext session) {
        return ExternalStage.open(stage, location.path(), session.catalog(), stores);
    }

    /** The named stage; empty for the stage of a table or a user. */
    private static Optional<Stage> named(StageLocation location, SessionContext session) {
        var name = location.name();
        if (location.kind() != StageKind.NAMED || name == null) {
            return Optional.empty();
        }
        var resolved = session.resolve(name);
        return Optional.of(session.find(ObjectType.STAGE, resolved)
                .orElseThrow(() -> Errors.objectDoesNotExist("Stage", resolved.toString())));
    }
}
