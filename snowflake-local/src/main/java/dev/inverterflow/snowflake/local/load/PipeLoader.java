package dev.inverterflow.snowflake.local.load;

import dev.inverterflow.snowflake.local.catalog.ObjectType;
import dev.inverterflow.snowflake.local.catalog.Stage;
import dev.inverterflow.snowflake.local.error.SnowflakeException;
import dev.inverterflow.snowflake.local.execution.SchemaObjects;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import dev.inverterflow.snowflake.local.execution.SystemSessionSpec;
import dev.inverterflow.snowflake.local.execution.SystemSessions;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Loads files that were announced to a pipe: rows and history in one transaction, in a session of the server with the role of
 * the pipe's owner.
 */
final class PipeLoader {
    private final SystemSessions sessions;
    private final StageNames stages;
    private final FileLoader loader;

    PipeLoader(SystemSessions sessions, StageNames stages, FileLoader loader) {
        this.sessions = sessions;
        this.stages = stages;
        this.loader = loader;
    }

    /** A load could not be recorded, so that its files must stay in the queue. */
    static final class LoadFailedException extends Exception {
        private static final long serialVersionUID = 1L;

        LoadFailedException(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /**
     * Loads those of the files that the pipe has not dealt with before.
     *
     * @return what became of them, as it stands in the load history now
     */
    List<FileLoad> load(Pipe pipe, Stage stage, List<PipeQueue.Announced> announced) throws LoadFailedException {
        var spec = new SystemSessionSpec(
                SystemSessionSpec.SYSTEM_USER,
                pipe.owner(),
                pipe.name().database(),
                pipe.name().schema(),
                null,
                Map.of());
        try (var session = sessions.open(spec)) {
            return loadInTransaction(pipe, stage, announced, session.context());
        } catch (SQLException | SnowflakeException failure) {
            throw new LoadFailedException(String.valueOf(failure.getMessage()), failure);
        }
    }

    private List<FileLoad> loadInTransaction(
            Pipe pipe, Stage stage, List<PipeQueue.Announced> announced, SessionContext session) throws SQLException {
        var received = new HashMap<S3Location, Instant>();
        announced.forEach(each -> received.put(each.file(), each.received()));
        session.transaction().begin();
        try {
            var opened = stages.open(stage, pipe.copy().source().location(), session);
            var table = SchemaObjects.require(ObjectType.TABLE, pipe.table(), session);
            var loads = loadNew(pipe, stage, opened, announced, session);
            LoadHistory.record(
                    session.connection(),
                    loads,
                    opened,
                    table,
                    new LoadHistory.PipeLoad(pipe, received),
                    session.clock().instant());
            session.transaction().commit();
            return loads;
        } finally {
            session.transaction().rollback();
        }
    }

    private List<FileLoad> loadNew(
            Pipe pipe, Stage stage, ExternalStage opened, List<PipeQueue.Announced> announced, SessionContext session)
            throws SQLException {
        var seen = LoadHistory.seenByPipe(
                session.connection(),
                pipe.id(),
                announced.stream().map(PipeQueue.Announced::file).toList(),
                session.clock().instant());
        var missing = new ArrayList<FileLoad>();
        var files = new ArrayList<StoredFile>();
        for (var each : announced) {
            if (!seen.contains(each.file())) {
                opened.find(each.file())
                        .ifPresentOrElse(files::add, () -> missing.add(missing(each.file(), opened, session)));
            }
        }
        var format = FileFormats.of(pipe.copy().options(), stage, session);
        var options = CopyOptions.of(pipe.copy().options(), CopyOptions.OnError.SKIP_FILE);
        var loads = new ArrayList<>(loader.load(pipe.copy(), files, opened, format, options.onError(), session));
        loads.addAll(missing);
        return loads;
    }

    private static FileLoad missing(S3Location file, ExternalStage stage, SessionContext session) {
        var stored = new StoredFile(file, 0, "", session.clock().instant());
        return new FileLoad(
                stored,
                stage.relativeName(stored),
                FileLoad.Status.LOAD_FAILED,
                0,
                0,
                1,
                new FileLoad.Fault(LoadErrors.fileNotFound(file).getMessage(), 0, 0),
                0,
                session.clock().instant());
    }
}
