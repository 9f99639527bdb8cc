package dev.inverterflow.snowflake.local.load.copy;

import dev.inverterflow.snowflake.local.ast.StageLocation;
import dev.inverterflow.snowflake.local.ast.StageLocation.StageKind;
import dev.inverterflow.snowflake.local.catalog.ObjectType;
import dev.inverterflow.snowflake.local.catalog.Stage;
import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import dev.inverterflow.snowflake.local.load.store.S3Stores;
import java.util.Optional;

/** Finds the stage that a statement's {@code @name/path} means. */
public final class StageNames {
    private final S3Stores stores;

    public StageNames(S3Stores stores) {
        this.stores = stores;
    }

    /** The named stage; empty for user and table stages, which are always internal. */
    Optional<Stage> find(StageLocation location, SessionContext session) {
        var name = location.name();
        if (location.kind() != StageKind.NAMED || name == null) {
            return Optional.empty();
        }
        return session.find(ObjectType.STAGE, session.resolve(name));
    }

    /**
     * The named stage.
     *
     * @throws dev.inverterflow.snowflake.local.error.SnowflakeException if it does not exist or is a user or table stage
     */
    public Stage require(StageLocation location, SessionContext session) {
        var name = location.name();
        if (location.kind() != StageKind.NAMED || name == null) {
            throw Errors.notSupported("loading from a user or table stage");
        }
        return find(location, session)
                .orElseThrow(() ->
                        Errors.objectDoesNotExist("Stage", session.resolve(name).toString()));
    }

    public ExternalStage open(Stage stage, StageLocation location, SessionContext session) {
        return ExternalStage.open(stage, location.path(), session.catalog(), stores);
    }
}
