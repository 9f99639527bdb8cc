package dev.inverterflow.snowflake.local.load.copy;

import dev.inverterflow.snowflake.local.ast.CopySource;
import dev.inverterflow.snowflake.local.ast.DmlStatement.CopyIntoTable;
import dev.inverterflow.snowflake.local.catalog.Table;
import dev.inverterflow.snowflake.local.error.SnowflakeException;
import dev.inverterflow.snowflake.local.execution.Result;
import dev.inverterflow.snowflake.local.execution.ResultColumn;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import dev.inverterflow.snowflake.local.execution.StatementCommand;
import dev.inverterflow.snowflake.local.execution.StatementType;
import dev.inverterflow.snowflake.local.execution.SystemSessions;
import dev.inverterflow.snowflake.local.load.format.RowFormat;
import dev.inverterflow.snowflake.local.load.store.FileLocation;
import dev.inverterflow.snowflake.local.load.store.StoredFile;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * COPY INTO a table.
 *
 * @see <a href="https://docs.snowflake.com/en/sql-reference/sql/copy-into-table">COPY INTO table</a>
 */
public final class CopyCommand implements StatementCommand<CopyIntoTable> {
    private static final Logger LOG = LoggerFactory.getLogger(CopyCommand.class);

    private static final List<ResultColumn> COLUMNS = List.of(
            ResultColumn.text("file"),
            ResultColumn.text("status"),
            ResultColumn.number("rows_parsed"),
            ResultColumn.number("rows_loaded"),
            ResultColumn.number("error_limit"),
            ResultColumn.number("errors_seen"),
            ResultColumn.text("first_error"),
            ResultColumn.number("first_error_line"),
            ResultColumn.number("first_error_character"),
            ResultColumn.text("first_error_column_name"));

    private final StageNames stages;
    private final StageRelations relations;
    private final CopyRules rules;
    private final SystemSessions sessions;

    public CopyCommand(StageNames stages, StageRelations relations, CopyRules rules, SystemSessions sessions) {
        this.stages = stages;
        this.relations = relations;
        this.rules = rules;
        this.sessions = sessions;
    }

    @Override
    public Effect effect(CopyIntoTable statement) {
        return Effect.WRITES;
    }

    @Override
    public Result describe(CopyIntoTable statement, SessionContext session) {
        rules.check(statement, session);
        rules.compile(statement, session);
        return Result.rows(StatementType.COPY, COLUMNS, List.of());
    }

    @Override
    public Result run(CopyIntoTable statement, SessionContext session) throws SQLException {
        rules.check(statement, session);
        rules.compile(statement, session);
        var table = rules.table(statement, session);
        var stage = stages.open(statement.source().location(), session);
        var options = CopyOptions.of(statement.options(), OnError.ABORT_STATEMENT);
        var copy = CopyNames.withFullNames(statement, table.name(), session);
        var format = format(copy, table, stage, session);
        var insert = new StagedInsert(copy, relations, format.fields(), CopyRules.columns(copy, table));
        var target = new CopyTarget(copy, insert, stage, table, options.onError(), session, sessions);
        var loader = new FileLoader(stage, format, options.onError(), target, session.clock());

        var loads = loader.load(toLoad(stage, options, table, session));
        if (options.purge()) {
            loads.stream()
                    .filter(load -> load.status() == FileLoad.Status.LOADED)
                    .forEach(load -> purge(load.file(), stage));
        }
        return answer(loads, options);
    }

    /** Without a transformation the file may have to have as many columns as the table. */
    private static RowFormat format(CopyIntoTable copy, Table table, StagedFiles stage, SessionContext session) {
        var format = FileFormats.of(copy.options(), stage.stage(), session);
        return copy.source() instanceof CopySource.Plain ? format.into(CopyRules.columns(copy, table)) : format;
    }

    /** A file that cannot be removed stays: no error is returned for it. */
    private static void purge(StoredFile file, StagedFiles stage) {
        try {
            stage.delete(file);
        } catch (SnowflakeException kept) {
            LOG.warn("{} was loaded and could not be removed", file.location().shown(), kept);
        }
    }

    /** The files of the statement that the table does not have yet. */
    private static List<FileLocation> toLoad(
            StagedFiles stage, CopyOptions options, Table table, SessionContext session) throws SQLException {
        var pattern = FilePattern.of(options.pattern());
        var chosen = options.files().isEmpty() ? stage.list() : named(stage, options);
        var memory = LoadMemory.of(table.id(), options, session);
        return chosen.stream()
                .filter(file -> pattern.matches(file.location().path()))
                .filter(memory::isToLoad)
                .takeWhile(new SizeLimit(options.sizeLimitBytes()))
                .map(StoredFile::location)
                .toList();
    }

    /** The files of FILES. One that is not there ends the statement, or fails alone if ON_ERROR says so. */
    private static List<StoredFile> named(StagedFiles stage, CopyOptions options) {
        // A file named twice is loaded once.
        var files = new LinkedHashMap<FileLocation, StoredFile>();
        for (var name : options.files()) {
            var location = stage.named(name);
            var found = stage.find(location);
            if (found.isEmpty() && options.onError().aborts()) {
                throw LoadErrors.fileNotFound(location);
            }
            files.put(location, found.orElseGet(() -> new StoredFile(location, 0, "", Instant.MAX)));
        }
        return List.copyOf(files.values());
    }

    private static Result answer(List<FileLoad> loads, CopyOptions options) {
        if (loads.isEmpty()) {
            return Result.status(StatementType.COPY, "Copy executed with 0 files processed.");
        }
        var rows = new ArrayList<List<@Nullable String>>();
        for (var load : loads) {
            if (options.failedOnly() && load.fault() == null) {
                continue;
            }
            var fault = load.fault();
            rows.add(Result.row(
                    load.file().location().shown(),
                    load.status().name(),
                    String.valueOf(load.rowsParsed()),
                    String.valueOf(load.rowsLoaded()),
                    "1",
                    String.valueOf(load.errorsSeen()),
                    fault == null ? null : fault.message(),
                    fault == null || fault.line() == 0 ? null : String.valueOf(fault.line()),
                    fault == null || fault.character() == 0 ? null : String.valueOf(fault.character()),
                    fault == null ? null : fault.column()));
        }
        return Result.rows(StatementType.COPY, COLUMNS, rows);
    }

    /** Lets files through until those so far reach the limit together. */
    private static final class SizeLimit implements Predicate<StoredFile> {
        private final long limitBytes;
        private long bytes;

        SizeLimit(long limitBytes) {
            this.limitBytes = limitBytes;
        }

        @Override
        public boolean test(StoredFile file) {
            boolean fits = bytes < limitBytes;
            bytes += file.sizeBytes();
            return fits;
        }
    }
}
