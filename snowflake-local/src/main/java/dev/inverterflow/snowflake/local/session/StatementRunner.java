package dev.inverterflow.snowflake.local.session;

import dev.inverterflow.snowflake.local.ast.Command;
import dev.inverterflow.snowflake.local.ast.Statement;
import dev.inverterflow.snowflake.local.engine.EngineErrors;
import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.execution.CommandRegistry;
import dev.inverterflow.snowflake.local.execution.Result;
import dev.inverterflow.snowflake.local.execution.StatementCommand;
import dev.inverterflow.snowflake.local.transaction.SessionTransaction;
import java.sql.SQLException;

/** Runs statements in a session: finds the command, puts the right transaction around it, turns failures into errors. */
final class StatementRunner {

    private final ServerSession session;
    private final CommandRegistry commands;
    private final Runnable definitionsChanged;
    /** Whether a statement that changes rows runs; those it runs within itself, as COPY does, are no statements of their own. */
    private boolean partOfWrite;

    /**
     * @param definitionsChanged to be told after each DDL statement
     */
    StatementRunner(ServerSession session, CommandRegistry commands, Runnable definitionsChanged) {
        this.session = session;
        this.commands = commands;
        this.definitionsChanged = definitionsChanged;
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
        session.executions().push(execution);
        try {
            return withTransaction(statement, command);
        } catch (SQLException failure) {
            throw EngineErrors.translate(failure);
        } finally {
            session.executions().pop();
        }
    }

    /** What the statement would answer, without running it. */
    <S extends Statement> Result describe(S statement, Execution execution) {
        StatementCommand<S> command = command(statement);
        session.executions().push(execution);
        try {
            return command.describe(statement, session);
        } catch (SQLException failure) {
            throw EngineErrors.translate(failure);
        } finally {
            session.executions().pop();
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
        return switch (command.effect(statement)) {
            case NONE -> guarded(statement, command);
            case WRITES -> write(statement, command);
            case COMMITS_FIRST -> define(statement, command);
        };
    }

    private <S extends Statement> Result define(S statement, StatementCommand<S> command) throws SQLException {
        SessionTransaction transaction = session.transaction();
        if (transaction.isOpen() && !session.parameters().flag("SNOWPARK_SKIP_TXN_COMMIT_IN_DDL")) {
            session.requireOwnTransaction();
            transaction.commit();
        }
        try {
            return guarded(statement, command);
        } finally {
            definitionsChanged.run();
        }
    }

    private <S extends Statement> Result write(S statement, StatementCommand<S> command) throws SQLException {
        SessionTransaction transaction = session.transaction();
        if (partOfWrite) {
            return command.run(statement, session);
        }
        boolean alone = !transaction.isOpen() && session.parameters().autocommit();
        if (alone) {
            transaction.beginAt(session.innermost().depth());
        } else {
            transaction.beginJournaled(session.innermost().depth(), "");
        }
        partOfWrite = true;
        try {
            transaction.writes();
            return alone ? alone(statement, command) : guarded(statement, command);
        } finally {
            partOfWrite = false;
        }
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
            Result result = command.run(statement, session);
            session.transaction().afterSuccess();
            return result;
        } catch (SQLException | RuntimeException failure) {
            session.transaction().afterFailure();
            throw failure;
        }
    }
}
