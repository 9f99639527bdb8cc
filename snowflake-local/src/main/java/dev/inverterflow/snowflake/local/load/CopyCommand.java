package dev.inverterflow.snowflake.local.load;

import dev.inverterflow.snowflake.local.ast.DmlStatement.CopyIntoTable;
import dev.inverterflow.snowflake.local.catalog.ObjectType;
import dev.inverterflow.snowflake.local.catalog.Table;
import dev.inverterflow.snowflake.local.execution.Result;
import dev.inverterflow.snowflake.local.execution.ResultColumn;
import dev.inverterflow.snowflake.local.execution.SchemaObjects;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import dev.inverterflow.snowflake.local.execution.StatementCommand;
import dev.inverterflow.snowflake.local.execution.StatementType;
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
final class CopyCommand implements StatementCommand<CopyIntoTable> {
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
    private final FileLoader loader;
    private final CopyRules rules;

    CopyCommand(StageNames stages, FileLoader loader, CopyRules rules) {
        this.stages = stages;
        this.loader = loader;
        this.rules = rules;
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
        var table = SchemaObjects.require(ObjectType.TABLE, session.resolve(statement.target()), session);
        var stage = stages.require(statement.source().location(), session);
        var opened = stages.open(stage, statement.source().location(), session);
        var format = FileFormats.of(statement.options(), stage, session);
        var options = CopyOptions.of(statement.options(), CopyOptions.OnError.ABORT_STATEMENT);

        var files = toLoad(opened, options, table, session);
        var loads = loader.load(statement, files, opened, format, options.onError(), session);
        LoadHistory.record(
                session.connection(),
                loads,
                opened,
                table,
                null,
                session.clock().instant());
        if (options.purge()) {
            loads.stream()
                    .filter(load -> load.status() == FileLoad.Status.LOADED)
                    .forEach(load -> opened.delete(load.file()));
        }
        return answer(loads);
    }

    /** The files of the statement that the table does not have yet. */
    private static List<StoredFile> toLoad(
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
