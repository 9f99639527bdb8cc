package dev.inverterflow.snowflake.local.load.pipe;

import dev.inverterflow.snowflake.local.ast.AlterAction;
import dev.inverterflow.snowflake.local.catalog.ObjectType;
import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.execution.Result;
import dev.inverterflow.snowflake.local.execution.ResultColumn;
import dev.inverterflow.snowflake.local.execution.SchemaObjects;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import dev.inverterflow.snowflake.local.execution.StatementType;
import dev.inverterflow.snowflake.local.load.copy.LoadHistory;
import dev.inverterflow.snowflake.local.load.copy.StageNames;
import dev.inverterflow.snowflake.local.load.store.FileLocation;
import dev.inverterflow.snowflake.local.load.store.StoredFile;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * ALTER PIPE … REFRESH: queues what is staged and neither the pipe nor a COPY into its table has loaded.
 *
 * @see <a href="https://docs.snowflake.com/en/sql-reference/sql/alter-pipe">ALTER PIPE</a>
 */
public final class PipeRefresh {
    /** Files staged earlier are left out. */
    private static final Duration REACH = Duration.ofDays(7);

    private static final List<ResultColumn> COLUMNS = List.of(ResultColumn.text("File"), ResultColumn.text("Status"));

    private final PipeService pipes;
    private final StageNames stages;

    public PipeRefresh(PipeService pipes, StageNames stages) {
        this.pipes = pipes;
        this.stages = stages;
    }

    Result run(Pipe pipe, AlterAction.Refresh wanted, SessionContext session) throws SQLException {
        var files = unloaded(pipe, candidates(pipe, wanted, session), session);
        pipes.enqueue(pipe, files);
        return Result.rows(
                StatementType.DDL,
                COLUMNS,
                files.stream().map(file -> Result.row(file.path(), "SENT")).toList());
    }

    private List<StoredFile> candidates(Pipe pipe, AlterAction.Refresh wanted, SessionContext session) {
        if (pipe.source().find(session.catalog()).isEmpty()) {
            throw Errors.objectDoesNotExist("Stage", pipe.source().stage().toString());
        }
        var opened = stages.open(pipe.copy().source().location(), session);
        var prefix = opened.location().resolve(wanted.prefix() == null ? "" : wanted.prefix());
        var since = since(wanted.modifiedAfter(), session);
        return opened.list().stream()
                .filter(file -> prefix.contains(file.location()))
                .filter(file -> PipeService.matches(pipe, opened.root(), file.location()))
                .filter(file -> file.lastModified().isAfter(since))
                .toList();
    }

    private static Instant since(@Nullable String modifiedAfter, SessionContext session) {
        var earliest = session.clock().instant().minus(REACH);
        if (modifiedAfter == null) {
            return earliest;
        }
        try {
            var wanted = OffsetDateTime.parse(modifiedAfter).toInstant();
            return wanted.isAfter(earliest) ? wanted : earliest;
        } catch (DateTimeParseException malformed) {
            throw Errors.invalidValue(modifiedAfter, "MODIFIED_AFTER");
        }
    }

    private static List<FileLocation> unloaded(Pipe pipe, List<StoredFile> files, SessionContext session)
            throws SQLException {
        var now = session.clock().instant();
        var table = SchemaObjects.require(ObjectType.TABLE, pipe.table(), session);
        var locations = files.stream().map(StoredFile::location).toList();
        var seen = LoadHistory.seenByPipe(session.connection(), pipe.id(), locations, now);
        var copied = LoadHistory.loadedIntoTable(session.connection(), table.id(), now);
        return files.stream()
                .filter(file -> !seen.contains(file.location()))
                .filter(file ->
                        !file.contentKey().equals(copied.get(file.location().key())))
                .map(StoredFile::location)
                .toList();
    }
}
