package dev.inverterflow.snowflake.local.command.query;

import dev.inverterflow.snowflake.local.analysis.tree.TypedQuery;
import dev.inverterflow.snowflake.local.ast.Statement.QueryStatement;
import dev.inverterflow.snowflake.local.execution.Result;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import dev.inverterflow.snowflake.local.execution.StatementCommand;
import dev.inverterflow.snowflake.local.execution.StatementType;
import java.sql.SQLException;
import java.util.List;

/** A query. */
final class SelectCommand implements StatementCommand<QueryStatement> {

    @Override
    public Result run(QueryStatement statement, SessionContext session) throws SQLException {
        Compiler compiler = Compiler.of(session);
        TypedQuery typed = compiler.analyze(statement.query());
        TransactionNotes.query(compiler.origins(), session);
        return EngineQueries.query(compiler.emit(typed), ToldColumns.of(typed), session);
    }

    @Override
    public Result describe(QueryStatement statement, SessionContext session) {
        TypedQuery typed = Compiler.of(session).analyze(statement.query());
        return Result.rows(StatementType.SELECT, ToldColumns.of(typed), List.of());
    }
}
