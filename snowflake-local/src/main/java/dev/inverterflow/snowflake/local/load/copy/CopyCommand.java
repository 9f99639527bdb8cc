package dev.inverterflow.snowflake.local.load.copy;

import dev.inverterflow.snowflake.local.ast.DmlStatement.CopyIntoTable;
import dev.inverterflow.snowflake.local.catalog.Table;
import dev.inverterflow.snowflake.local.error.SnowflakeException;
import dev.inverterflow.snowflake.local.execution.Result;
import dev.inverterflow.snowflake.local.execution.ResultColumn;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import dev.inverterflow.snowflake.local.execution.StatementCommand;
import dev.inverterflow.snowflake.local.execution.StatementType;
import dev.inverterflow.snowflake.local.execution.SystemSessions;
import dev.inverterflow.snowflake.local.load.store.StoredFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
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
        return Result.rows(StatementType.COPY, columns(statement, session), List.of());
    }

    private List<ResultColumn> columns(CopyIntoTable statement, SessionContext session) {
        return ValidationMode.of(statement.options())
                .map(mode -> mode.rows() == 0
                        ? Validation.COLUMNS
                        : rules.table(statement, session).columns().stream()
                                .map(column -> ResultColumn.of(column.name(), column.type()))
                                .toList())
                .orElse(COLUMNS);
    }

    @Override
    public Result run(CopyIntoTable statement, SessionContext session) throws SQLException {
        rules.check(statement, session);
        rules.compile(statement, session);
        var table = rules.table(statement, session);
        var stage = stages.open(statement.source().location(), session);
        var options = CopyOptions.of(statement.options(), OnError.ABORT_STATEMENT);
        var copy = CopyNames.withFullNames(statement, table.name(), session);
        var plan = CopyPlan.of(copy, table, stage.stage(), session);
        var insert = new StagedInsert(copy, relations, plan);
        var target = new CopyTarget(copy, insert, stage, table, options.onError(), session, sessions);
        var loader = new FileLoader(stage, plan.format(), options.onError(), target, session.clock());

        var validation = ValidationMode.of(copy.options());
        if (validation.isPresent()) {
            return validated(
                    validation.get(),
                    options,
                    table,
                    stage,
                    new Validation(stage, plan, insert, target, session),
                    session);
        }
        var files = Selection.of(stage, options, table, session);
        var loads = loader.load(files.toLoad());
        if (options.purge()) {
            loads.stream()
                    .filter(load -> load.status() != FileLoad.Status.LOAD_FAILED)
                    .forEach(load -> purge(load.file(), stage));
        }
        return answer(loads, files.skipped(), options);
    }

    private static Result validated(
            ValidationMode mode,
            CopyOptions options,
            Table table,
            StagedFiles stage,
            Validation validation,
            SessionContext session)
            throws SQLException {
        if (mode.rows() > 0) {
            return validation.rows(Selection.of(stage, options, table, session).toLoad(), mode.rows(), table);
        }
        try {
            return validation.errors(Selection.of(stage, options.forErrors(mode.all()), table, session)
                    .toLoad());
        } catch (IOException broken) {
            throw new UncheckedIOException("staged files cannot be read", broken);
        }
    }

    /** A file that cannot be removed stays: no error is returned for it. */
    private static void purge(StoredFile file, StagedFiles stage) {
        try {
            stage.delete(file);
        } catch (SnowflakeException kept) {
            LOG.warn("{} was loaded and could not be removed", file.location().shown(), kept);
        }
    }

    private static Result answer(List<FileLoad> loads, List<StoredFile> skipped, CopyOptions options) {
        if (loads.isEmpty() && skipped.isEmpty()) {
            return Result.status(StatementType.COPY, "Copy executed with 0 files processed.");
        }
        var rows = new ArrayList<List<@Nullable String>>();
        for (var load : loads) {
            if (!options.failedOnly() || load.fault() != null) {
                rows.add(row(load));
            }
        }
        if (!options.failedOnly()) {
            skipped.forEach(file -> rows.add(Result.row(
                    file.location().shown(),
                    "LOAD_SKIPPED",
                    "0",
                    "0",
                    null,
                    "1",
                    "File was loaded before.",
                    null,
                    null,
                    null)));
        }
        return Result.rows(StatementType.COPY, COLUMNS, rows);
    }

    private static List<@Nullable String> row(FileLoad load) {
        var fault = load.fault();
        return Result.row(
                load.file().location().shown(),
                load.status().name(),
                String.valueOf(load.rowsParsed()),
                String.valueOf(load.rowsLoaded()),
                String.valueOf(load.errorLimit()),
                String.valueOf(load.errorsSeen()),
                fault == null ? null : fault.message(),
                fault == null || fault.line() == 0 ? null : String.valueOf(fault.line()),
                fault == null || fault.character() == 0 ? null : String.valueOf(fault.character()),
                fault == null ? null : fault.column());
    }
}
