package dev.inverterflow.snowflake.local.command;

import dev.inverterflow.snowflake.local.ast.Inspection.Describe;
import dev.inverterflow.snowflake.local.ast.Inspection.Show;
import dev.inverterflow.snowflake.local.ast.Statement;
import dev.inverterflow.snowflake.local.execution.Result;
import dev.inverterflow.snowflake.local.execution.ResultColumn;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import dev.inverterflow.snowflake.local.execution.StatementCommand;
import dev.inverterflow.snowflake.local.execution.StatementType;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A SHOW or DESCRIBE: fixed columns, rows from the catalog. */
public final class ListCommand<S extends Statement> implements StatementCommand<S> {

    /** Finds the rows. */
    public interface Rows<S> {
        List<List<@Nullable String>> of(S statement, SessionContext session) throws SQLException;
    }

    private final StatementType type;
    private final List<ResultColumn> columns;
    private final Rows<S> rows;

    private ListCommand(StatementType type, List<ResultColumn> columns, Rows<S> rows) {
        this.type = type;
        this.columns = columns;
        this.rows = rows;
    }

    /** A SHOW. */
    public static ListCommand<Show> of(List<ResultColumn> columns, Rows<Show> rows) {
        return new ListCommand<>(StatementType.SHOW, columns, rows);
    }

    /** A DESCRIBE. */
    public static ListCommand<Describe> describing(List<ResultColumn> columns, Rows<Describe> rows) {
        return new ListCommand<>(StatementType.DESCRIBE, columns, rows);
    }

    @Override
    public Result run(S statement, SessionContext session) throws SQLException {
        return Result.rows(type, columns, rows.of(statement, session));
    }

    @Override
    public Result describe(S statement, SessionContext session) {
        return Result.rows(type, columns, List.of());
    }
}
