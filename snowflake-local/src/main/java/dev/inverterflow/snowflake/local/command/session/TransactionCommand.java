package dev.inverterflow.snowflake.local.command.session;

import dev.inverterflow.snowflake.local.ast.Command.Begin;
import dev.inverterflow.snowflake.local.ast.Command.Commit;
import dev.inverterflow.snowflake.local.ast.Command.Rollback;
import dev.inverterflow.snowflake.local.ast.Identifier;
import dev.inverterflow.snowflake.local.ast.Statement;
import dev.inverterflow.snowflake.local.execution.Result;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import dev.inverterflow.snowflake.local.execution.StatementCommand;
import dev.inverterflow.snowflake.local.execution.StatementType;
import java.sql.SQLException;

/** BEGIN, COMMIT, ROLLBACK. Without an open transaction the last two succeed and do nothing, as in Snowflake. */
final class TransactionCommand<S extends Statement> implements StatementCommand<S> {

    /** What it does to the transaction. */
    interface Action<S> {
        void on(S statement, SessionContext session) throws SQLException;
    }

    private final Action<S> action;

    TransactionCommand(Action<S> action) {
        this.action = action;
    }

    @Override
    public Result run(S statement, SessionContext session) throws SQLException {
        action.on(statement, session);
        return Result.status(StatementType.TRANSACTION, "Statement executed successfully.");
    }

    @Override
    public Result describe(S statement, SessionContext session) {
        return Result.status(StatementType.TRANSACTION, "").withoutRows();
    }

    static void begin(Begin statement, SessionContext session) throws SQLException {
        Identifier name = statement.name();
        session.beginTransaction(name == null ? "" : name.name());
    }

    static void commit(Commit statement, SessionContext session) throws SQLException {
        session.requireOwnTransaction();
        session.transaction().commit();
    }

    static void rollback(Rollback statement, SessionContext session) throws SQLException {
        session.requireOwnTransaction();
        session.transaction().rollback();
    }
}
