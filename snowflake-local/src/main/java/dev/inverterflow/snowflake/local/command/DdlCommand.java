package dev.inverterflow.snowflake.local.command;

import dev.inverterflow.snowflake.local.ast.Statement;
import dev.inverterflow.snowflake.local.execution.Result;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import dev.inverterflow.snowflake.local.execution.StatementCommand;
import java.sql.SQLException;

/** A DDL statement: an open transaction is committed before it runs. */
public final class DdlCommand<S extends Statement> implements StatementCommand<S> {

    /** What it does. */
    public interface Action<S> {
        Result run(S statement, SessionContext session) throws SQLException;
    }

    private final Action<S> action;

    private DdlCommand(Action<S> action) {
        this.action = action;
    }

    public static <S extends Statement> DdlCommand<S> of(Action<S> action) {
        return new DdlCommand<>(action);
    }

    @Override
    public Result run(S statement, SessionContext session) throws SQLException {
        return action.run(statement, session);
    }

    @Override
    public Effect effect(S statement) {
        return Effect.COMMITS_FIRST;
    }
}
