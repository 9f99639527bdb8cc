package dev.inverterflow.snowflake.local.load.pipe;

import dev.inverterflow.snowflake.local.catalog.ObjectType;
import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.execution.SchemaObjects;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import dev.inverterflow.snowflake.local.execution.SystemSessionSpec;
import dev.inverterflow.snowflake.local.execution.SystemSessions;
import dev.inverterflow.snowflake.local.load.copy.CopyOptions;
import dev.inverterflow.snowflake.local.load.copy.CopyPlan;
import dev.inverterflow.snowflake.local.load.copy.FileLoad;
import dev.inverterflow.snowflake.local.load.copy.FileLoader;
import dev.inverterflow.snowflake.local.load.copy.LoadHistory;
import dev.inverterflow.snowflake.local.load.copy.OnError;
import dev.inverterflow.snowflake.local.load.copy.StageNames;
import dev.inverterflow.snowflake.local.load.copy.StageRelations;
import dev.inverterflow.snowflake.local.load.copy.StagedInsert;
import dev.inverterflow.snowflake.local.load.store.FileLocation;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Loads files that were announced to a pipe, in a session of the server with the role of the pipe's owner. */
public final class PipeLoader {
    private final SystemSessions sessions;
    private final StageNames stages;
    private final StageRelations relations;

    public PipeLoader(SystemSessions sessions, StageNames stages, StageRelations relations) {
        this.sessions = sessions;
        this.stages = stages;
        this.relations = relations;
    }

    /**
     * Loads those of the files that the pipe has not dealt with before.
     *
     * @return what became of them, as it stands in the load history now
     * @throws SnowflakeException if nothing could be loaded or recorded, so that the files must stay in the queue
     */
    List<FileLoad> load(Pipe pipe, List<PipeQueue.Announced> announced) {
        var spec = new SystemSessionSpec(
                SystemSessionSpec.SYSTEM_USER,
                pipe.owner(),
                pipe.name().database(),
                pipe.name().schema(),
                null,
                Map.of());
        try (var session = sessions.open(spec)) {
            var context = session.context();
            var opened = stages.open(pipe.copy().source().location(), context);
            var table = SchemaObjects.require(ObjectType.TABLE, pipe.table(), context);
            var plan = CopyPlan.of(pipe.copy(), table, opened.stage(), context);
            var insert = new StagedInsert(pipe.copy(), relations, plan);
            var loader = new FileLoader(
                    opened,
                    plan.format(),
                    CopyOptions.of(pipe.copy().options(), OnError.SKIP_FILE).onError(),
                    new PipeTarget(session, insert, opened, table, source(pipe, announced)),
                    context.clock());
            return loader.load(unseen(pipe, announced, context));
        }
    }

    private static List<FileLocation> unseen(Pipe pipe, List<PipeQueue.Announced> announced, SessionContext session) {
        var files = announced.stream().map(PipeQueue.Announced::file).toList();
        try {
            Set<FileLocation> seen = LoadHistory.seenByPipe(
                    session.connection(), pipe.id(), files, session.clock().instant());
            return files.stream().filter(file -> !seen.contains(file)).toList();
        } catch (SQLException failure) {
            throw Errors.internal("the load history of pipe " + pipe.name() + " could not be read", failure);
        }
    }

    private static LoadHistory.PipeLoad source(Pipe pipe, List<PipeQueue.Announced> announced) {
        var received = new HashMap<FileLocation, Instant>();
        announced.forEach(each -> received.put(each.file(), each.received()));
        return new LoadHistory.PipeLoad(pipe.id(), pipe.name(), received);
    }
}
