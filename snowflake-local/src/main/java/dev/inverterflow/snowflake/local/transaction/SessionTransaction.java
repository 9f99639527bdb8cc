package dev.inverterflow.snowflake.local.transaction;

import dev.inverterflow.snowflake.local.catalog.ObjectName;
import dev.inverterflow.snowflake.local.catalog.Table;
import dev.inverterflow.snowflake.local.engine.EngineErrors;
import dev.inverterflow.snowflake.local.engine.Journal;
import dev.inverterflow.snowflake.local.engine.SessionConnection;
import dev.inverterflow.snowflake.local.error.SnowflakeException;
import dev.inverterflow.snowflake.local.execution.OpenTransaction;
import dev.inverterflow.snowflake.local.execution.PastTransaction.Outcome;
import dev.inverterflow.snowflake.local.execution.Transaction;
import dev.inverterflow.snowflake.local.execution.TransactionParticipant;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A session's transaction: its state, its locks and what it has touched, over the {@linkplain EngineTransaction engine's}.
 *
 * <p>Snowflake undoes a failed statement alone, and shows each statement what was committed before it. So a transaction that a
 * client began keeps a journal of what its statements changed ({@link SessionConnection}):
 *
 * <ul>
 *   <li>A failed statement is undone by doing the others again in a new transaction of the engine. If tables they read or
 *       changed were written to by others meanwhile, that would give other rows; then they are done again in a transaction
 *       with the same view. If that fails, too, the transaction is dead: it says so to every statement, COMMIT among them,
 *       until it is rolled back.
 *   <li>Before a statement that reads tables others have written to since, the transaction is brought up to date in the same
 *       way; but not if it has read a stream, which shows the same rows from the first to the last statement, and not if
 *       doing the earlier statements again would give other rows.
 * </ul>
 *
 * <p>Work of the server itself, which rolls back whatever fails, begins {@linkplain #begin() without a journal}.
 *
 * @see <a href="https://docs.snowflake.com/en/sql-reference/transactions">Transactions</a>
 */
public final class SessionTransaction implements Transaction {

    private enum State {
        NONE,
        OPEN,
        DEAD
    }

    /** What stays of it if the statement that begins now fails; a CALL contains others, which have succeeded by then. */
    public static final class Mark {

        private final long transaction;
        private final Journal.Mark journal;
        private final Footprint.Mark footprint;

        private Mark(long transaction, Journal.Mark journal, Footprint.Mark footprint) {
            this.transaction = transaction;
            this.journal = journal;
            this.footprint = footprint;
        }
    }

    private final Transactions all;
    private final TransactionOwner owner;
    private final @Nullable OpenTransaction enclosing;
    private final Footprint footprint = new Footprint();
    private final EngineTransaction engine;
    /** Asked by other threads, too: whether a statement may run beside the transaction's. */
    private volatile State state = State.NONE;

    private int depth;
    private @Nullable OpenTransaction info;
    private String causeOfDeath = "";

    /**
     * @param enclosing the open transaction in which this is a scoped one, and which goes on after it; null if it is in none
     */
    public SessionTransaction(
            SessionConnection connection,
            Transactions all,
            TransactionOwner owner,
            @Nullable OpenTransaction enclosing) {
        this.all = all;
        this.owner = owner;
        this.enclosing = enclosing;
        this.engine = new EngineTransaction(connection, all, footprint);
    }

    @Override
    public boolean isOpen() {
        return state != State.NONE;
    }

    @Override
    public Optional<OpenTransaction> info() {
        return Optional.ofNullable(info);
    }

    /** The depth of procedure calls in which it was begun; 0 outside of all. */
    public int depth() {
        return depth;
    }

    @Override
    public void begin() throws SQLException {
        if (state == State.NONE) {
            open("");
        }
    }

    /** Begins one for a single statement, to be rolled back as a whole. */
    public void beginAt(int callDepth) throws SQLException {
        begin();
        depth = callDepth;
    }

    /** Begins one of several statements, of which those that fail are undone alone. */
    public void beginJournaled(int callDepth, String name) throws SQLException {
        if (state == State.NONE) {
            open(name);
            depth = callDepth;
            engine.startJournal();
        }
    }

    private void open(String name) throws SQLException {
        footprint.clear();
        depth = 0;
        OpenTransaction begun = all.begun(owner, name, enclosing);
        info = begun;
        try {
            engine.begin(begun.id());
            state = State.OPEN;
        } catch (SQLException failure) {
            all.ended(begun);
            throw failure;
        }
    }

    @Override
    public void commit() throws SQLException {
        if (state == State.NONE) {
            return;
        }
        requireAlive();
        engine.endJournal();
        try {
            engine.commit();
            ended(Outcome.COMMITTED);
        } catch (SQLException | SnowflakeException failure) {
            rollbackAfter(failure);
            throw failure;
        }
    }

    @Override
    public void rollback() throws SQLException {
        if (state == State.NONE) {
            return;
        }
        boolean alive = state == State.OPEN;
        try {
            if (alive) {
                engine.rollbackRows();
            }
        } finally {
            ended(Outcome.ROLLED_BACK);
        }
    }

    private void rollbackAfter(Exception failure) {
        try {
            rollback();
        } catch (SQLException alreadyGone) {
            failure.addSuppressed(EngineErrors.translate(alreadyGone));
        }
    }

    private void ended(Outcome outcome) throws SQLException {
        state = State.NONE;
        OpenTransaction over = opened();
        info = null;
        if (engine.isJournaled()) {
            all.ended(over, outcome);
        } else {
            all.ended(over);
        }
        engine.ended();
    }

    @Override
    public void reads(Set<ObjectName> tables, Set<ObjectName> streams) throws SQLException {
        if (state != State.OPEN || !engine.isJournaled()) {
            return;
        }
        endIfLost(engine.bringUpToDate(tables));
        requireAlive();
        if (!streams.isEmpty() && !footprint.isPinned()) {
            engine.beforePinning();
            footprint.pin();
        }
        footprint.reads(tables);
    }

    @Override
    public void consume(ObjectName stream) {
        lock(stream);
        footprint.consumes(stream);
    }

    @Override
    public void wrote(ObjectName table) {
        footprint.writes(table);
    }

    @Override
    public void changes(ObjectName table) {
        lock(table);
        footprint.changes(table);
    }

    @Override
    public void removed(ObjectName table, long rows) {
        footprint.removed(table, rows);
    }

    @Override
    public List<String> copiesOf(Table table, String column) throws SQLException {
        return all.commits().copiesOf(table, column, engine.jdbc());
    }

    @Override
    public void drops(Table table) throws SQLException {
        all.commits().beforeDrop(table);
    }

    @Override
    public void beforeChange(ObjectName table, TransactionParticipant.Change change) throws SQLException {
        all.commits().beforeChange(table, change, engine.jdbc());
    }

    private void lock(ObjectName resource) {
        all.lockTable()
                .take(
                        resource,
                        new Locks.Claimant(opened(), owner.queryId()),
                        owner.lockTimeout(),
                        owner::requireNotCanceled);
    }

    /** Notes that a statement of it changes rows. */
    public void writes() throws SQLException {
        if (state == State.OPEN) {
            engine.beforeFirstChange();
        }
        footprint.writes();
    }

    /**
     * Refuses every statement but ROLLBACK in a dead transaction.
     *
     * @throws SnowflakeException if the transaction is dead
     */
    public void requireAlive() {
        if (state == State.DEAD) {
            throw new SnowflakeException(
                    90214,
                    "25000",
                    "Transaction aborted: " + causeOfDeath
                            + ". Nothing of the transaction is kept: ROLLBACK and run it again.");
        }
    }

    /** To be taken before a statement runs, for {@link #afterFailure}. */
    public Mark mark() {
        return new Mark(info == null ? 0 : info.id(), engine.mark(), footprint.kept());
    }

    /** A statement of it succeeded; what it changed stays if a later one fails. */
    public void afterSuccess() {
        if (state == State.OPEN) {
            engine.keep();
            footprint.keep();
        }
    }

    /** Undoes a statement that failed, and that one alone: goes back to where it began. */
    public void afterFailure(Mark before) throws SQLException {
        if (state != State.OPEN || before.transaction != opened().id()) {
            return;
        }
        if (owner.abortsOnError()) {
            endIfLost("a statement failed, and TRANSACTION_ABORT_ON_ERROR is set");
            return;
        }
        footprint.backTo(before.footprint);
        endIfLost(engine.backTo(before.journal, before.footprint));
    }

    /** Ends the engine's transaction, and lets this one be until it is rolled back, if there is a reason. */
    private void endIfLost(@Nullable String reason) throws SQLException {
        if (reason == null) {
            return;
        }
        state = State.DEAD;
        causeOfDeath = reason;
        engine.closeSpare();
        engine.rollbackRows();
        all.lockTable().release(opened().id());
    }

    private OpenTransaction opened() {
        OpenTransaction open = info;
        if (open == null) {
            throw new IllegalStateException("no transaction is open");
        }
        return open;
    }
}
