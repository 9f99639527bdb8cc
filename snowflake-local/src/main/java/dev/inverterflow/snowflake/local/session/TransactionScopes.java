package dev.inverterflow.snowflake.local.session;

import dev.inverterflow.snowflake.local.engine.DuckDb;
import dev.inverterflow.snowflake.local.engine.SessionConnection;
import dev.inverterflow.snowflake.local.error.SnowflakeException;
import dev.inverterflow.snowflake.local.execution.OpenTransaction;
import dev.inverterflow.snowflake.local.transaction.SessionTransaction;
import dev.inverterflow.snowflake.local.transaction.TransactionOwner;
import dev.inverterflow.snowflake.local.transaction.Transactions;
import java.sql.SQLException;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.jspecify.annotations.Nullable;

/**
 * The transactions of a session, each with the connection that it is in: the session's own, which is there always, and on top
 * of it the scoped ones. A procedure's body that begins one while a transaction of its caller is open gets one that knows
 * nothing of the caller's; that one goes on when the other has ended. All statements go to the innermost.
 *
 * @see <a href="https://docs.snowflake.com/en/sql-reference/transactions#scoped-transactions">Scoped transactions</a>
 */
final class TransactionScopes {

    private record Scope(SessionConnection connection, SessionTransaction transaction) {}

    private final DuckDb engine;
    private final Transactions all;
    private final TransactionOwner owner;
    private final Scope own;
    /** The innermost one first; used by other threads, too, which stop statements. */
    private final Deque<Scope> scoped = new ConcurrentLinkedDeque<>();
    /** Held while a connection is closed, which must not be told to stop any more. */
    private final Object closing = new Object();

    TransactionScopes(DuckDb engine, Transactions all, TransactionOwner owner) throws SQLException {
        this.engine = engine;
        this.all = all;
        this.owner = owner;
        this.own = connect(null);
    }

    private Scope connect(@Nullable OpenTransaction enclosing) throws SQLException {
        SessionConnection connection = engine.connect();
        return new Scope(connection, new SessionTransaction(connection, all, owner, enclosing));
    }

    /** Where statements run now. */
    SessionConnection connection() {
        return innermost().connection();
    }

    /** What statements are part of now. */
    SessionTransaction transaction() {
        return innermost().transaction();
    }

    private Scope innermost() {
        Scope inner = scoped.peek();
        return inner == null ? own : inner;
    }

    /** Whether any is open; may be asked by any thread. */
    boolean isAnyOpen() {
        return !scoped.isEmpty() || own.transaction().isOpen();
    }

    /**
     * Begins a transaction, a scoped one if one of a lower level is open; does nothing if that level has one open.
     *
     * @param depth the level of calls
     * @param name what it is to be called, empty for a made-up name
     */
    void begin(int depth, String name) throws SQLException {
        SessionTransaction now = transaction();
        if (!isOfCaller(now, depth)) {
            now.beginJournaled(depth, name);
            return;
        }
        Scope inner = connect(now.info().orElse(null));
        try {
            inner.transaction().beginJournaled(depth, name);
        } catch (SQLException | RuntimeException failure) {
            inner.connection().close();
            throw failure;
        }
        scoped.push(inner);
    }

    /**
     * Refuses to end a transaction that a lower level of calls has begun.
     *
     * @throws SnowflakeException 090236 if the open transaction is such a one
     */
    void requireOwn(int depth) {
        if (isOfCaller(transaction(), depth)) {
            throw new SnowflakeException(
                    90236,
                    "40000",
                    "Stored procedure execution error: Modifying a transaction that has started at a different scope"
                            + " is not allowed.");
        }
    }

    private static boolean isOfCaller(SessionTransaction transaction, int depth) {
        return transaction.isOpen() && transaction.depth() < depth;
    }

    /** Goes back to the caller's transaction if the scoped one has ended; to be called when a statement has. */
    void leaveEnded() throws SQLException {
        while (!scoped.isEmpty() && !transaction().isOpen()) {
            close(scoped.pop());
        }
    }

    /**
     * Rolls back what that level of calls, or one above it, has left open.
     *
     * @return whether something was
     */
    boolean rollbackFrom(int depth) throws SQLException {
        boolean any = false;
        while (transaction().isOpen() && transaction().depth() >= depth) {
            transaction().rollback();
            leaveEnded();
            any = true;
        }
        return any;
    }

    /** Stops what runs in any of them, from any thread. */
    void cancel() throws SQLException {
        synchronized (closing) {
            for (Scope scope : scoped) {
                scope.connection().cancel();
            }
            own.connection().cancel();
        }
    }

    /** Rolls back the session's own transaction if it is that one; scoped ones end with their CALL. */
    void rollback(long transaction) throws SQLException {
        if (own.transaction().info().filter(open -> open.id() == transaction).isPresent()) {
            rollback();
        }
    }

    /** Rolls back whatever is open and leaves none but the session's own connection. */
    void rollback() throws SQLException {
        rollbackFrom(0);
    }

    /** Rolls back whatever is open and closes the connections. */
    void close() throws SQLException {
        rollback();
        close(own);
    }

    private void close(Scope scope) throws SQLException {
        synchronized (closing) {
            scope.connection().close();
        }
    }
}
