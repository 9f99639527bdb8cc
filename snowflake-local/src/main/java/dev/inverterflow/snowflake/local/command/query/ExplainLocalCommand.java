package dev.inverterflow.snowflake.local.command.query;

import dev.inverterflow.snowflake.local.ast.Command.ExplainLocal;
import dev.inverterflow.snowflake.local.ast.DmlStatement;
import dev.inverterflow.snowflake.local.ast.Statement;
import dev.inverterflow.snowflake.local.ast.Statement.QueryStatement;
import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.execution.Result;
import dev.inverterflow.snowflake.local.execution.ResultColumn;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import dev.inverterflow.snowflake.local.execution.StatementCommand;
import dev.inverterflow.snowflake.local.execution.StatementType;
import java.util.List;

/** EXPLAIN LOCAL: the engine's SQL for a query or DML statement, one row for each of its statements. */
final class ExplainLocalCommand implements StatementCommand<ExplainLocal> {

    private static final List<ResultColumn> COLUMNS = List.of(ResultColumn.text("engine_sql"));

    @Override
    public Result run(ExplainLocal statement, SessionContext session) {
        List<List<String>> rows =
                sql(statement.statement(), session).stream().map(List::of).toList();
        return Result.rows(StatementType.SELECT, COLUMNS, rows);
    }

    @Override
    public Result describe(ExplainLocal statement, SessionContext session) {
        return Result.rows(StatementType.SELECT, COLUMNS, List.of());
    }

    private static List<String> sql(Statement statement, SessionContext session) {
        Compiler compiler = Compiler.of(session);
        if (statement instanceof QueryStatement query) {
            return List.of(compiler.emit(compiler.analyze(query.query())).text());
        }
        if (statement instanceof DmlStatement dml) {
            return compiler.emit(compiler.analyze(dml)).statements();
        }
        throw Errors.notSupported("EXPLAIN LOCAL of anything but a query or DML statement");
    }
}
