package dev.inverterflow.snowflake.local.session;

import dev.inverterflow.snowflake.local.ast.Command;
import dev.inverterflow.snowflake.local.ast.Statement;
import dev.inverterflow.snowflake.local.engine.EngineErrors;
import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.error.SnowflakeException;
import dev.inverterflow.snowflake.local.execution.CommandRegistry;
import dev.inverterflow.snowflake.local.execution.DefinitionStore;
import dev.inverterflow.snowflake.local.execution.Result;
import dev.inverterflow.snowflake.local.execution.StatementCommand;
import dev.inverterflow.snowflake.local.execution.StatementGuard;
import dev.inverterflow.snowflake.local.transaction.SessionTransaction;
import dev.inverterflow.snowflake.local.warehouse.WarehouseMeter;
import java.sql.SQLException;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs statements in a session: finds the command, puts the right transaction around it, turns failures into errors. */
final class StatementRunner {

    private static final Logger log = LoggerFactory.getLogger(StatementRunner.class);

    private final ServerSession session;
    private final CommandRegistry commands;
    private final StatementGuard guard;
    private final WarehouseUse warehouse;
    private final Runnable definitionsChanged;
    private final @Nullable DefinitionStore definitions;
    /** Whether a statement that changes rows runs; those it runs within itself, as COPY does, are no statements of their own. */
    private boolean partOfWrite;

    /**
     * @param definitionsChanged to be told after each DDL statement
     * @param definitions where definitions are kept; null if everything is in memory
     */
    StatementRunner(
            ServerSession session,
            CommandRegistry commands,
            StatementGuard guard,
            WarehouseUse warehouse,
            Runnable definitionsChanged,
            @Nullable DefinitionStore definitions) {
        this.session = session;
        this.commands = commands;
        this.guard = guard;
        this.warehouse = warehouse;
        this.definitionsChanged = definitionsChanged;
        this.definitions = definitions;
    }

    /** Runs a statement that a client sent; it gets its place in the session's history. */
    Result runTop(Statement statement, Execution execution) {
        try {
            return run(statement, execution);
        } finally {
            if (session.origin() == session) {
                session.history().add(execution.queryId());
            }
            leaveEndedTransaction();
        }
    }

    /** Not sooner: what a statement begins, it ends in the transaction in which it began. */
    private void leaveEndedTransaction() {
        try {
            session.scopes().leaveEnded();
        } catch (SQLException failure) {
            log.warn("The connection of a scoped transaction could not be closed", failure);
        }
    }

    /** Runs a statement. */
    <S extends Statement> Result run(S statement, Execution execution) {
        StatementCommand<S> command = command(statement);
        session.executions().push(execution);
        try {
            Runnable afterwards = guard.check(statement, session);
            try (var use = warehouse(statement, command)) {
                return withTransaction(statement, command, afterwards);
            }
        } catch (SQLException failure) {
            throw EngineErrors.translate(failure);
        } finally {
            session.executions().pop();
        }
    }

    /** What is wrong with a statement itself is said before it misses a warehouse. */
    private <S extends Statement> WarehouseMeter.Use warehouse(S statement, StatementCommand<S> command)
            throws SQLException {
        try {
            return warehouse.of(statement);
        } catch (SnowflakeException missing) {
            var unused = command.describe(statement, session);
            throw missing;
        }
    }

    /** What the statement would answer, without running it. */
    <S extends Statement> Result describe(S statement, Execution execution) {
        StatementCommand<S> command = command(statement);
        session.executions().push(execution);
        try {
            var unused = guard.check(statement, session);
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

    private <S extends Statement> Result withTransaction(S statement, StatementCommand<S> command, Runnable afterwards)
            throws SQLException {
        SessionTransaction transaction = session.transaction();
        if (!(statement instanceof Command.Rollback)) {
            transaction.requireAlive();
        }
        return switch (command.effect(statement)) {
            case NONE -> guarded(statement, command);
            case WRITES -> write(statement, command);
            case COMMITS_FIRST -> define(statement, command, afterwards);
        };
    }

    private <S extends Statement> Result define(S statement, StatementCommand<S> command, Runnable afterwards)
            throws SQLException {
        SessionTransaction transaction = session.transaction();
        if (transaction.isOpen() && !session.parameters().flag("SNOWPARK_SKIP_TXN_COMMIT_IN_DDL")) {
            session.requireOwnTransaction();
            transaction.commit();
        }
        if (transaction.isOpen()) {
            transaction.writes();
        }
        try {
            return definitions == null || transaction.isOpen()
                    ? followed(guarded(statement, command), afterwards)
                    : stored(statement, command, afterwards, definitions);
        } finally {
            definitionsChanged.run();
        }
    }

    /** Runs a definition so that what it does in the engine and what it does to the catalog are durable together. */
    private <S extends Statement> Result stored(
            S statement, StatementCommand<S> command, Runnable afterwards, DefinitionStore store) throws SQLException {
        ReentrantLock lock = session.catalog().ddlLock();
        lock.lock();
        try {
            SessionTransaction transaction = session.transaction();
            transaction.beginAt(session.innermost().depth());
            try {
                Result result = followed(command.run(statement, session), afterwards);
                DefinitionStore.Saved saved = store.save(session.connection());
                transaction.commit();
                saved.committed();
                return result;
            } catch (SQLException | RuntimeException | Error failure) {
                transaction.rollback();
                throw failure;
            }
        } finally {
            lock.unlock();
        }
    }

    private static Result followed(Result result, Runnable afterwards) {
        afterwards.run();
        return result;
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
        SessionTransaction transaction = session.transaction();
        SessionTransaction.Mark before = transaction.mark();
        try {
            Result result = command.run(statement, session);
            transaction.afterSuccess();
            return result;
        } catch (SQLException | RuntimeException failure) {
            transaction.afterFailure(before);
            throw failure;
        }
    }
}
