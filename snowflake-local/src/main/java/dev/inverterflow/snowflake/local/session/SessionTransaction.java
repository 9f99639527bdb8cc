package dev.inverterflow.snowflake.local.session;

import dev.inverterflow.snowflake.local.catalog.ObjectName;
import dev.inverterflow.snowflake.local.engine.EngineErrors;
import dev.inverterflow.snowflake.local.error.SnowflakeException;
import dev.inverterflow.snowflake.local.execution.HiddenColumns;
import dev.inverterflow.snowflake.local.execution.Transaction;
import dev.inverterflow.snowflake.local.execution.TransactionView;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * A session's transaction over the engine's.
 *
 * <p>The engine gives a transaction up at the first error at run time, and has no savepoints. So after an error the
 * transaction is looked at: one that has written nothing is simply begun again; one that has is dead, and says so to
 * every statement, COMMIT among them, until it is rolled back. COMMIT never claims what it did not do.
 */
final class SessionTransaction implements Transaction {

    private enum State {
        NONE,
        OPEN,
        DEAD
    }

    private final Connection connection;
    private final CommitCoordinator coordinator;
    private final Set<ObjectName> consumed = new LinkedHashSet<>();
    private final Set<ObjectName> written = new LinkedHashSet<>();
    private State state = State.NONE;
    private boolean wrote;
    private long id;
    private int depth;

    SessionTransaction(Connection connection, CommitCoordinator coordinator) {
        this.connection = connection;
        this.coordinator = coordinator;
    }

    @Override
    public boolean isOpen() {
        return state != State.NONE;
    }

    @Override
    public void begin() throws SQLException {
        if (state == State.NONE) {
            id = coordinator.newTransactionId();
            engine("SET VARIABLE " + HiddenColumns.TRANSACTION_VARIABLE + " = " + id);
            engine("BEGIN TRANSACTION");
            forget();
            state = State.OPEN;
        }
    }

    @Override
    public void commit() throws SQLException {
        if (state == State.NONE) {
            return;
        }
        requireAlive();
        try {
            if (wrote) {
                coordinator.commit(new View(id, Set.copyOf(consumed), Set.copyOf(written), connection));
            } else {
                engine("COMMIT");
            }
            state = State.NONE;
        } catch (SQLException | SnowflakeException failure) {
            rollbackAfter(failure);
            throw failure;
        }
    }

    @Override
    public void rollback() throws SQLException {
        if (state != State.NONE) {
            state = State.NONE;
            engine("ROLLBACK");
        }
    }

    @Override
    public void consume(ObjectName stream) {
        consumed.add(stream);
        wrote = true;
    }

    @Override
    public void wrote(ObjectName table) {
        written.add(table);
        wrote = true;
    }

    /** The depth of procedure calls in which it was begun; 0 outside of all. */
    int depth() {
        return depth;
    }

    /** Notes that a statement of it changes rows. */
    void writes() {
        wrote = true;
    }

    void beginAt(int callDepth) throws SQLException {
        begin();
        depth = callDepth;
    }

    /**
     * Refuses every statement but ROLLBACK in a dead transaction.
     *
     * @throws SnowflakeException if the transaction is dead
     */
    void requireAlive() {
        if (state == State.DEAD) {
            throw new SnowflakeException(
                    90214,
                    "25000",
                    "snowflake-local: a statement of this transaction failed at run time, and the engine cannot undo it alone. "
                            + "Nothing of the transaction is kept: ROLLBACK and run it again. Snowflake would keep the other statements.");
        }
    }

    /** Finds out what a failed statement left of the transaction. */
    void afterFailure() throws SQLException {
        if (state != State.OPEN || engineStillIn()) {
            return;
        }
        if (wrote) {
            state = State.DEAD;
        } else {
            engine("ROLLBACK");
            engine("BEGIN TRANSACTION");
        }
    }

    /** Whether the engine's transaction is still good: a statement refused before it ran does not hurt it. */
    private boolean engineStillIn() {
        try {
            engine("SELECT 1");
            return true;
        } catch (SQLException aborted) {
            return false;
        }
    }

    private void rollbackAfter(Exception failure) {
        state = State.NONE;
        try {
            engine("ROLLBACK");
        } catch (SQLException alreadyGone) {
            failure.addSuppressed(EngineErrors.translate(alreadyGone));
        }
    }

    private void forget() {
        consumed.clear();
        written.clear();
        wrote = false;
        depth = 0;
    }

    private void engine(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private record View(long id, Set<ObjectName> consumedStreams, Set<ObjectName> writtenTables, Connection connection)
            implements TransactionView {}
}
