package dev.inverterflow.snowflake.local.session;

import dev.inverterflow.snowflake.local.ast.Command;
import dev.inverterflow.snowflake.local.ast.Statement;
import dev.inverterflow.snowflake.local.engine.EngineErrors;
import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.execution.CommandRegistry;
import dev.inverterflow.snowflake.local.execution.Result;
import dev.inverterflow.snowflake.local.execution.StatementCommand;
import dev.inverterflow.snowflake.local.execution.StatementCommand.Effect;
import java.sql.SQLException;

/** Runs statements in a session: finds the command, puts the right transaction around it, turns failures into errors. */
final class StatementRunner {

    private final ServerSession session;
    private final CommandRegistry commands;

    StatementRunner(ServerSession session, CommandRegistry commands) {
        this.session = session;
        this.commands = commands;
    }

    /** Runs a statement that a client sent; it gets its place in the session's history. */
    Result runTop(Statement statement, Execution execution) {
        try {
            return run(statement, execution);
        } finally {
            session.history().add(execution.queryId());
        }
    }

    /** Runs a statement. */
    <S extends Statement> Result run(S statement, Execution execution) {
        StatementCommand<S> command = command(statement);
        session.push(execution);
        try {
            return withTransaction(statement, command);
        } catch (SQLException failure) {
            throw EngineErrors.translate(failure);
        } finally {
            session.pop();
        }
    }

    /** What the statement would answer, without running it. */
    <S extends Statement> Result describe(S statement, Execution execution) {
        StatementCommand<S> command = command(statement);
        session.push(execution);
        try {
            return command.describe(statement, session);
        } catch (SQLException failure) {
            throw EngineErrors.translate(failure);
        } finally {
            session.pop();
        }
    }

    private <S extends Statement> StatementCommand<S> command(S statement) {
        return commands.find(statement).orElseThrow(() -> Errors.notSupported(CommandRegistry.name(statement)));
    }

    private <S extends Statement> Result withTransaction(S statement, StatementCommand<S> command) throws SQLException {
        SessionTransaction transaction = session.transaction();
        if (!(statement instanceof Command.Rollback)) {
            transaction.requireAlive();
        }
        Effect effect = command.effect(statement);
        if (effect == Effect.COMMITS_FIRST) {
            commitFirst();
        }
        return effect == Effect.WRITES ? write(statement, command) : guarded(statement, command);
    }

    private void commitFirst() throws SQLException {
        SessionTransaction transaction = session.transaction();
        if (transaction.isOpen() && !session.parameters().flag("SNOWPARK_SKIP_TXN_COMMIT_IN_DDL")) {
            session.requireOwnTransaction();
            transaction.commit();
        }
    }

    private <S extends Statement> Result write(S statement, StatementCommand<S> command) throws SQLException {
        SessionTransaction transaction = session.transaction();
        if (transaction.isOpen()) {
            transaction.writes();
            return guarded(statement, command);
        }
        transaction.beginAt(session.innermost().depth());
        transaction.writes();
        return session.parameters().autocommit() ? alone(statement, command) : guarded(statement, command);
    }

    private <S extends Statement> Result alone(S statement, StatementCommand<S> command) throws SQLException {
        SessionTransaction transaction = session.transaction();
        try {
            Result result = command.run(statement, session);
            transaction.commit();
            return result;
        } catch (SQLException | RuntimeException | Error failure) {
            transaction.rollback();
            throw failure;
        }
    }

    private <S extends Statement> Result guarded(S statement, StatementCommand<S> command) throws SQLException {
        try {
            return command.run(statement, session);
        } catch (SQLException | RuntimeException failure) {
            session.transaction().afterFailure();
            throw failure;
        }
    }
}
