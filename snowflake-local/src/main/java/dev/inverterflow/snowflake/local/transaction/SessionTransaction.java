package dev.inverterflow.snowflake.local.transaction;

import dev.inverterflow.snowflake.local.catalog.ObjectName;
import dev.inverterflow.snowflake.local.engine.EngineErrors;
import dev.inverterflow.snowflake.local.engine.Journal;
import dev.inverterflow.snowflake.local.engine.SessionConnection;
import dev.inverterflow.snowflake.local.error.SnowflakeException;
import dev.inverterflow.snowflake.local.execution.HiddenColumns;
import dev.inverterflow.snowflake.local.execution.OpenTransaction;
import dev.inverterflow.snowflake.local.execution.Transaction;
import dev.inverterflow.snowflake.local.execution.TransactionParticipant;
import dev.inverterflow.snowflake.local.execution.TransactionView;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A session's transaction over the engine's.
 *
 * <p>The engine has no savepoints, gives a transaction up at the first error, and shows it everything as of its first
 * statement. Snowflake undoes a failed statement alone, and shows each statement what was committed before it. So a
 * transaction that a client began keeps a journal of what its statements changed ({@link SessionConnection}):
 *
 * <ul>
 *   <li>A failed statement is undone by doing the others again in a new transaction of the engine. If tables they read or
 *       changed were written to by others meanwhile, that would give other rows; then they are done again in a <em>spare</em>
 *       transaction, begun together with the first one and so with the same view. If that fails, too, the transaction is dead:
 *       it says so to every statement, COMMIT among them, until it is rolled back.
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

    private static final Logger log = LoggerFactory.getLogger(SessionTransaction.class);

    private enum State {
        NONE,
        OPEN,
        DEAD
    }

    private final SessionConnection connection;
    private final Transactions all;
    private final TransactionOwner owner;
    private final @Nullable OpenTransaction enclosing;
    private final Footprint footprint = new Footprint();
    /** Asked by other threads, too: whether a statement may run beside the transaction's. */
    private volatile State state = State.NONE;

    private boolean journaled;
    private int depth;
    private long snapshot;
    private @Nullable OpenTransaction info;
    private @Nullable SessionConnection spare;
    private String causeOfDeath = "";

    /**
     * @param enclosing the open transaction in which this is a scoped one, and which goes on after it; null if it is in none
     */
    public SessionTransaction(
            SessionConnection connection,
            Transactions all,
            TransactionOwner owner,
            @Nullable OpenTransaction enclosing) {
        this.connection = connection;
        this.all = all;
        this.owner = owner;
        this.enclosing = enclosing;
    }

    @Override
    public boolean isOpen() {
        return state != State.NONE;
    }

    @Override
    public Optional<OpenTransaction> info() {
        return Optional.ofNullable(info);
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
            journaled = true;
            connection.startJournal();
        }
    }

    @Override
    public void commit() throws SQLException {
        if (state == State.NONE) {
            return;
        }
        requireAlive();
        connection.endJournal();
        try {
            if (footprint.hasChanges()) {
                all.commits()
                        .commit(new View(opened().id(), footprint.consumed(), footprint.written(), connection.jdbc()));
            } else {
                engine("COMMIT");
            }
            ended();
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
                engine("ROLLBACK");
            }
        } finally {
            ended();
        }
    }

    @Override
    public void reads(Set<ObjectName> tables, Set<ObjectName> streams) throws SQLException {
        if (state != State.OPEN || !journaled) {
            return;
        }
        if (!footprint.isPinned() && all.commits().isOutOfDate(tables, snapshot)) {
            bringUpToDate();
        }
        if (!streams.isEmpty() && !footprint.isPinned()) {
            if (!footprint.hasChanges()) {
                restartWithSpare();
            }
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
    public void beforeChange(ObjectName table, TransactionParticipant.Change change) throws SQLException {
        all.commits().beforeChange(table, change, connection.jdbc());
    }

    /** The depth of procedure calls in which it was begun; 0 outside of all. */
    public int depth() {
        return depth;
    }

    /** Notes that a statement of it changes rows. */
    public void writes() throws SQLException {
        if (journaled && state == State.OPEN && !footprint.hasChanges() && !footprint.isPinned()) {
            restartWithSpare();
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

    /** A statement of it succeeded; what it changed stays if a later one fails. */
    public void afterSuccess() {
        if (state == State.OPEN) {
            connection.keepJournal();
            footprint.keep();
        }
    }

    /** What stays of it if the statement that begins now fails; a CALL contains others, which have succeeded by then. */
    public record Mark(long transaction, Journal.Mark journal, Footprint.Mark footprint) {}

    /** To be taken before a statement runs, for {@link #afterFailure}. */
    public Mark mark() {
        return new Mark(info == null ? 0 : info.id(), connection.journalMark(), footprint.kept());
    }

    /** Undoes a statement that failed, and that one alone: goes back to where it began. */
    public void afterFailure(Mark before) throws SQLException {
        if (state != State.OPEN || before.transaction() != opened().id()) {
            return;
        }
        if (owner.abortsOnError()) {
            die("a statement failed, and TRANSACTION_ABORT_ON_ERROR is set");
            return;
        }
        boolean stillGood = !connection.hasChangedSince(before.journal()) && engineStillIn();
        connection.backTo(before.journal());
        footprint.backTo(before.footprint());
        if (!stillGood) {
            undo(before.footprint());
        }
    }

    private void undo(Footprint.Mark kept) throws SQLException {
        String gap = journaled ? connection.journalGap() : "it is the server's own";
        if (kept.hasChanges() && gap != null) {
            die("a statement failed at run time and cannot be undone alone, because " + gap);
        } else if (!footprint.isPinned() && !all.commits().wereWritten(kept.dependencies(), snapshot)) {
            again();
        } else {
            goOnWithSpare();
        }
    }

    /** The same statements again, seeing what has been committed by now. */
    private void again() throws SQLException {
        if (footprint.hasChanges()) {
            restartWithSpare();
            replay();
        } else {
            engine("ROLLBACK");
            if (journaled) {
                connection.startJournal();
            }
            snapshot = all.commits().snapshot(() -> begin(connection.jdbc()));
        }
    }

    private void goOnWithSpare() throws SQLException {
        SessionConnection other = spare;
        spare = null;
        if (other == null) {
            die("a statement failed at run time, and others have changed what the statements before it read");
            return;
        }
        connection.replaceBy(other);
        replay();
    }

    private void replay() throws SQLException {
        try {
            connection.replayJournal();
        } catch (SQLException failure) {
            log.warn("Transaction {} could not be done again", opened().id(), failure);
            die("a statement failed at run time, and those before it could not be done again");
        }
    }

    private void bringUpToDate() throws SQLException {
        boolean exact =
                connection.journalGap() == null && !all.commits().wereWritten(footprint.dependencies(), snapshot);
        if (!connection.hasChanges() && (exact || !footprint.hasChanges())) {
            again();
            requireAlive();
        }
    }

    /** Begins anew, together with a twin that sees the same: no commit comes between them. */
    private void restartWithSpare() throws SQLException {
        engine("ROLLBACK");
        closeSpare();
        SessionConnection twin = all.engine().connect();
        snapshot = all.commits().snapshot(() -> {
            begin(connection.jdbc());
            begin(twin.jdbc());
        });
        spare = twin;
    }

    private void begin(Connection on) throws SQLException {
        try (Statement statement = on.createStatement()) {
            statement.execute("SET VARIABLE " + HiddenColumns.TRANSACTION_VARIABLE + " = " + opened().id());
            statement.execute("BEGIN TRANSACTION");
            // The engine fixes what a transaction sees when it first asks for something, not at BEGIN.
            statement.execute("SELECT txid_current()");
        }
    }

    private void lock(ObjectName resource) {
        all.lockTable()
                .take(
                        resource,
                        new Locks.Claimant(opened(), owner.queryId()),
                        owner.lockTimeout(),
                        owner::requireNotCanceled);
    }

    private void open(String name) throws SQLException {
        footprint.clear();
        depth = 0;
        journaled = false;
        OpenTransaction begun = all.begun(owner, name, enclosing);
        info = begun;
        try {
            engine("SET VARIABLE " + HiddenColumns.TRANSACTION_VARIABLE + " = " + begun.id());
            snapshot = all.commits().snapshot(() -> engine("BEGIN TRANSACTION"));
            state = State.OPEN;
        } catch (SQLException failure) {
            all.ended(begun);
            throw failure;
        }
    }

    private void die(String reason) throws SQLException {
        state = State.DEAD;
        causeOfDeath = reason;
        connection.endJournal();
        closeSpare();
        engine("ROLLBACK");
        all.lockTable().release(opened().id());
    }

    private void ended() throws SQLException {
        state = State.NONE;
        connection.endJournal();
        OpenTransaction over = opened();
        info = null;
        all.ended(over);
        closeSpare();
    }

    private void closeSpare() throws SQLException {
        SessionConnection other = spare;
        spare = null;
        if (other != null) {
            other.close();
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
        try {
            rollback();
        } catch (SQLException alreadyGone) {
            failure.addSuppressed(EngineErrors.translate(alreadyGone));
        }
    }

    private OpenTransaction opened() {
        OpenTransaction open = info;
        if (open == null) {
            throw new IllegalStateException("no transaction is open");
        }
        return open;
    }

    private void engine(String sql) throws SQLException {
        try (Statement statement = connection.jdbc().createStatement()) {
            statement.execute(sql);
        }
    }

    private record View(long id, Set<ObjectName> consumedStreams, Set<ObjectName> writtenTables, Connection connection)
            implements TransactionView {}
}
