package dev.inverterflow.snowflake.local.load.copy;

import dev.inverterflow.snowflake.local.ast.DmlStatement.CopyIntoTable;
import dev.inverterflow.snowflake.local.catalog.Table;
import dev.inverterflow.snowflake.local.execution.Result;
import dev.inverterflow.snowflake.local.execution.ResultColumn;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import dev.inverterflow.snowflake.local.execution.StatementCommand;
import dev.inverterflow.snowflake.local.execution.StatementType;
import dev.inverterflow.snowflake.local.execution.SystemSessions;
import dev.inverterflow.snowflake.local.load.store.S3Location;
import dev.inverterflow.snowflake.local.load.store.StoredFile;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * COPY INTO a table from an external stage.
 *
 * @see <a href="https://docs.snowflake.com/en/sql-reference/sql/copy-into-table">COPY INTO table</a>
 */
public final class CopyCommand implements StatementCommand<CopyIntoTable> {
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
        return Result.rows(StatementType.COPY, COLUMNS, List.of());
    }

    @Override
    public Result run(CopyIntoTable statement, SessionContext session) throws SQLException {
        rules.check(statement, session);
        var table = rules.table(statement, session);
        var stage = stages.require(statement.source().location(), session);
        var opened = stages.open(stage, statement.source().location(), session);
        var options = CopyOptions.of(statement.options(), CopyOptions.OnError.ABORT_STATEMENT);
        var copy = CopyNames.withFullNames(statement, table.name(), stage.name());
        var target = new CopyTarget(
                copy, new StagedInsert(copy, relations), opened, table, options.onError(), session, sessions);
        var loader = new FileLoader(
                opened, FileFormats.of(copy.options(), stage, session), options.onError(), target, session.clock());

        var loads = loader.load(toLoad(opened, options, table, session));
        if (options.purge()) {
            loads.stream()
                    .filter(load -> load.status() == FileLoad.Status.LOADED)
                    .forEach(load -> opened.delete(load.file()));
        }
        return answer(loads);
    }

    /** The files of the statement that the table does not have yet. */
    private static List<S3Location> toLoad(
            ExternalStage stage, CopyOptions options, Table table, SessionContext session) throws SQLException {
        var pattern = FilePattern.of(options.pattern());
        var chosen = options.files().isEmpty() ? stage.list() : named(stage, options.files());
        Map<String, String> loaded = options.force()
                ? Map.of()
                : LoadHistory.loadedIntoTable(
                        session.connection(), table.id(), session.clock().instant());
        return chosen.stream()
                .filter(file -> pattern.matches(file.location().path()))
                .filter(file ->
                        !file.contentKey().equals(loaded.get(file.location().url())))
                .map(StoredFile::location)
                .toList();
    }

    private static List<StoredFile> named(ExternalStage stage, List<String> names) {
        // A file named twice is loaded once.
        var files = new LinkedHashMap<S3Location, StoredFile>();
        for (var name : names) {
            var location = stage.location().resolve(name);
            files.put(location, stage.find(location).orElseThrow(() -> LoadErrors.fileNotFound(location)));
        }
        return List.copyOf(files.values());
    }

    private static Result answer(List<FileLoad> loads) {
        if (loads.isEmpty()) {
            return Result.status(StatementType.COPY, "Copy executed with 0 files processed.");
        }
        var rows = new ArrayList<List<@Nullable String>>();
        for (var load : loads) {
            var fault = load.fault();
            rows.add(Result.row(
                    load.file().location().url(),
                    load.status().name(),
                    String.valueOf(load.rowsParsed()),
                    String.valueOf(load.rowsLoaded()),
                    "1",
                    String.valueOf(load.errorsSeen()),
                    fault == null ? null : fault.message(),
                    fault == null || fault.line() == 0 ? null : String.valueOf(fault.line()),
                    fault == null || fault.character() == 0 ? null : String.valueOf(fault.character()),
                    null));
        }
        return Result.rows(StatementType.COPY, COLUMNS, rows);
    }
}
