package dev.inverterflow.snowflake.local.load.unload;

import dev.inverterflow.snowflake.local.analysis.Origin;
import dev.inverterflow.snowflake.local.analysis.tree.TypedQuery;
import dev.inverterflow.snowflake.local.ast.DmlStatement.CopyIntoLocation;
import dev.inverterflow.snowflake.local.ast.Statement.QueryStatement;
import dev.inverterflow.snowflake.local.command.query.Compiler;
import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.execution.Result;
import dev.inverterflow.snowflake.local.execution.ResultColumn;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import dev.inverterflow.snowflake.local.execution.StatementCommand;
import dev.inverterflow.snowflake.local.execution.StatementType;
import dev.inverterflow.snowflake.local.load.copy.FileFormats;
import dev.inverterflow.snowflake.local.load.copy.StageNames;
import dev.inverterflow.snowflake.local.load.copy.StagedFiles;
import dev.inverterflow.snowflake.local.load.unload.UnloadedFiles.Unloaded;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * COPY INTO a stage.
 *
 * @see <a href="https://docs.snowflake.com/en/sql-reference/sql/copy-into-location">COPY INTO location</a>
 */
public final class UnloadCommand implements StatementCommand<CopyIntoLocation> {
    private static final List<ResultColumn> TOTALS = List.of(
            ResultColumn.number("rows_unloaded"),
            ResultColumn.number("input_bytes"),
            ResultColumn.number("output_bytes"));
    private static final List<ResultColumn> FILES =
            List.of(ResultColumn.text("FILE_NAME"), ResultColumn.number("FILE_SIZE"), ResultColumn.number("ROW_COUNT"));

    private final StageNames stages;

    public UnloadCommand(StageNames stages) {
        this.stages = stages;
    }

    @Override
    public Result describe(CopyIntoLocation statement, SessionContext session) {
        UnloadOptions options = UnloadOptions.of(statement);
        if (options.onlyShows()) {
            List<ResultColumn> shown = analyzed(statement, session).columns().stream()
                    .map(column -> ResultColumn.of(column.label(), column.type()))
                    .toList();
            return Result.rows(StatementType.UNLOAD, shown, List.of());
        }
        return Result.rows(StatementType.UNLOAD, columns(options), List.of());
    }

    @Override
    public Result run(CopyIntoLocation statement, SessionContext session) {
        UnloadOptions options = UnloadOptions.of(statement);
        if (options.onlyShows()) {
            return session.execute(
                    new QueryStatement(statement.query(), statement.span()),
                    statement.span().text(),
                    session.binds());
        }
        StagedFiles stage = stages.open(statement.target(), session);
        UnloadFormat format = UnloadFormat.of(FileFormats.options(statement.options(), stage.stage(), session));
        TypedQuery typed = analyzed(statement, session);
        format.check(typed.columns(), options);
        var query = new UnloadQuery(statement, typed.columns(), format);
        FileNames names = FileNames.of(statement, options, format, session.queryId());
        names.refuseTaken(stage);

        Result rows = session.execute(
                new QueryStatement(query.query(), statement.span()),
                statement.span().text(),
                session.binds());
        var files = new UnloadedFiles(stage, names, options, format, query);
        try (files) {
            for (List<@Nullable String> row : rows.rows()) {
                files.add(row);
            }
            return answer(files.finish(), options);
        } catch (IOException failure) {
            throw new UncheckedIOException(
                    "files cannot be written to " + statement.target().span().text(), failure);
        }
    }

    /** The query with its types. Reading a stream here would have to move its offset. */
    private static TypedQuery analyzed(CopyIntoLocation statement, SessionContext session) {
        Compiler compiler = Compiler.of(session);
        TypedQuery typed = compiler.analyze(statement.query());
        if (compiler.origins().stream().anyMatch(origin -> origin.kind() == Origin.Kind.STREAM)) {
            throw Errors.notSupported("COPY INTO a stage from a stream");
        }
        return typed;
    }

    private static Result answer(List<Unloaded> files, UnloadOptions options) {
        List<List<@Nullable String>> rows = new ArrayList<>();
        if (options.detailed()) {
            files.forEach(file ->
                    rows.add(Result.row(file.name(), String.valueOf(file.storedBytes()), String.valueOf(file.rows()))));
        } else {
            rows.add(Result.row(
                    String.valueOf(files.stream().mapToLong(Unloaded::rows).sum()),
                    String.valueOf(files.stream().mapToLong(Unloaded::bytes).sum()),
                    String.valueOf(
                            files.stream().mapToLong(Unloaded::storedBytes).sum())));
        }
        return Result.rows(StatementType.UNLOAD, columns(options), rows);
    }

    private static List<ResultColumn> columns(UnloadOptions options) {
        return options.detailed() ? FILES : TOTALS;
    }
}
