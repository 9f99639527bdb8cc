package dev.inverterflow.snowflake.local.command;

import dev.inverterflow.snowflake.local.ast.Inspection.Describe;
import dev.inverterflow.snowflake.local.ast.Inspection.Show;
import dev.inverterflow.snowflake.local.ast.Statement;
import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.execution.Result;
import dev.inverterflow.snowflake.local.execution.ResultColumn;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import dev.inverterflow.snowflake.local.execution.StatementCommand;
import dev.inverterflow.snowflake.local.execution.StatementType;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A SHOW or DESCRIBE: fixed columns, rows from the catalog. */
public final class ListCommand<S extends Statement> implements StatementCommand<S> {

    /** Finds the rows. */
    public interface Rows<S> {
        List<List<@Nullable String>> of(S statement, SessionContext session) throws SQLException;
    }

    /** The columns that most listings have after TERSE. */
    public static final List<TerseColumn> TERSE =
            TerseColumn.all("created_on", "name", "kind", "database_name", "schema_name");

    private final StatementType type;
    private final List<ResultColumn> columns;
    private final Rows<S> rows;
    private final List<TerseColumn> terse;

    private ListCommand(StatementType type, List<ResultColumn> columns, Rows<S> rows, List<TerseColumn> terse) {
        this.type = type;
        this.columns = columns;
        this.rows = rows;
        this.terse = terse;
    }

    /** A SHOW. */
    public static ListCommand<Show> of(List<ResultColumn> columns, Rows<Show> rows) {
        return new ListCommand<>(StatementType.SHOW, columns, rows, List.of());
    }

    /** A SHOW that has a TERSE form with these columns. */
    public static ListCommand<Show> of(List<ResultColumn> columns, List<TerseColumn> terse, Rows<Show> rows) {
        return new ListCommand<>(StatementType.SHOW, columns, rows, terse);
    }

    /** A SHOW that takes TERSE and lists the same with it. */
    public static ListCommand<Show> alike(List<ResultColumn> columns, Rows<Show> rows) {
        return of(
                columns,
                columns.stream().map(ResultColumn::name).map(TerseColumn::of).toList(),
                rows);
    }

    /** A DESCRIBE. */
    public static ListCommand<Describe> describing(List<ResultColumn> columns, Rows<Describe> rows) {
        return new ListCommand<>(StatementType.DESCRIBE, columns, rows, List.of());
    }

    @Override
    public Result run(S statement, SessionContext session) throws SQLException {
        return shaped(statement, Result.rows(type, columns, rows.of(statement, session)));
    }

    @Override
    public Result describe(S statement, SessionContext session) {
        return shaped(statement, Result.rows(type, columns, List.of()));
    }

    private Result shaped(S statement, Result result) {
        if (!(statement instanceof Show show)) {
            return result;
        }
        if (show.history()) {
            throw Errors.notSupported("SHOW " + show.kind().sql() + " HISTORY: nothing that was dropped is kept");
        }
        return show.terse() ? terse(show, result) : result;
    }

    private Result terse(Show show, Result result) {
        if (terse.isEmpty()) {
            throw Errors.notSupported("SHOW TERSE " + show.kind().sql());
        }
        List<String> names = columns.stream().map(ResultColumn::name).toList();
        List<Integer> places =
                terse.stream().map(column -> names.indexOf(column.source())).toList();
        List<ResultColumn> shown = new ArrayList<>();
        for (int index = 0; index < terse.size(); index++) {
            int place = places.get(index);
            TerseColumn column = terse.get(index);
            shown.add(place < 0 || column.isRenamed() ? ResultColumn.text(column.label()) : columns.get(place));
        }
        List<List<@Nullable String>> rowsShown = new ArrayList<>();
        for (List<@Nullable String> row : result.rows()) {
            List<@Nullable String> values = new ArrayList<>();
            places.forEach(place -> values.add(place < 0 ? null : row.get(place)));
            rowsShown.add(values);
        }
        return Result.rows(type, shown, rowsShown);
    }
}
