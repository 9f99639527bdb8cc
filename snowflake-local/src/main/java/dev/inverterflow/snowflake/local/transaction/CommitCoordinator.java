package dev.inverterflow.snowflake.local.transaction;

import dev.inverterflow.snowflake.local.catalog.ObjectName;
import dev.inverterflow.snowflake.local.catalog.Table;
import dev.inverterflow.snowflake.local.execution.TransactionParticipant;
import dev.inverterflow.snowflake.local.execution.TransactionView;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Puts the server's commits in one order. The lock is held from the first participant's call to the end of the engine's
 * COMMIT, so that a number a participant hands out never becomes visible before a smaller one. Remembers for each table which
 * commit was the last to write to it, so that a transaction can tell whether its view of a table is out of date.
 */
public final class CommitCoordinator {

    /** Opens something that sees exactly the commits before a number. */
    interface Opening {
        void open() throws SQLException;
    }

    private final ReentrantLock lock = new ReentrantLock();
    private final Supplier<List<TransactionParticipant>> participants;
    private final AtomicLong nextId;
    private final Map<ObjectName, Long> lastWrites = new HashMap<>();
    private long lastDefinition;
    private long commits;

    /**
     * @param participants to be asked at each commit; there once the server is put together
     * @param firstId the number of the first transaction, above all numbers that rows already carry
     */
    public CommitCoordinator(Supplier<List<TransactionParticipant>> participants, long firstId) {
        this.participants = participants;
        this.nextId = new AtomicLong(firstId);
    }

    long newTransactionId() {
        return nextId.getAndIncrement();
    }

    /** Asks the participants, commits, then tells them. */
    void commit(TransactionView transaction) throws SQLException {
        lock.lock();
        try (Statement statement = transaction.connection().createStatement()) {
            for (TransactionParticipant participant : participants.get()) {
                participant.beforeCommit(transaction);
            }
            statement.execute("COMMIT");
            commits++;
            transaction.writtenTables().forEach(table -> lastWrites.put(table, commits));
        } finally {
            lock.unlock();
        }
        participants.get().forEach(participant -> participant.afterCommit(transaction));
    }

    /** The variables of the engine that a transaction of several statements has which begins now. */
    Map<String, Long> variablesAtBegin() {
        lock.lock();
        try {
            Map<String, Long> variables = new HashMap<>();
            participants.get().forEach(participant -> variables.putAll(participant.atBegin()));
            return variables;
        } finally {
            lock.unlock();
        }
    }

    /** Tells the participants what a statement is about to do. */
    void beforeChange(ObjectName table, TransactionParticipant.Change change, Connection connection)
            throws SQLException {
        for (TransactionParticipant participant : participants.get()) {
            participant.beforeChange(table, change, connection);
        }
    }

    /** The tables that the participants have beside a table and that have that column. */
    List<String> copiesOf(Table table, String column, Connection connection) throws SQLException {
        List<String> copies = new ArrayList<>();
        for (TransactionParticipant participant : participants.get()) {
            copies.addAll(participant.copiesOf(table, column, connection));
        }
        return copies;
    }

    /** Tells the participants that a table is about to go. */
    void beforeDrop(Table table) throws SQLException {
        for (TransactionParticipant participant : participants.get()) {
            participant.beforeDrop(table);
        }
    }

    /** Notes that the definition of some object changed, which is a commit of its own. */
    void definitionsChanged() throws SQLException {
        lock.lock();
        try {
            commits++;
            lastDefinition = commits;
            for (TransactionParticipant participant : participants.get()) {
                participant.afterDefinition();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Opens something while no commit happens; returns the number of the last commit it sees. */
    long snapshot(Opening opening) throws SQLException {
        lock.lock();
        try {
            opening.open();
            return commits;
        } finally {
            lock.unlock();
        }
    }

    /** Whether one of the tables was written to, or any object defined anew, since the commit of that number. */
    boolean isOutOfDate(Collection<ObjectName> tables, long snapshot) {
        lock.lock();
        try {
            return lastDefinition > snapshot || writtenSince(tables, snapshot);
        } finally {
            lock.unlock();
        }
    }

    /** Whether one of the tables was written to since the commit of that number. */
    boolean wereWritten(Collection<ObjectName> tables, long snapshot) {
        lock.lock();
        try {
            return writtenSince(tables, snapshot);
        } finally {
            lock.unlock();
        }
    }

    private boolean writtenSince(Collection<ObjectName> tables, long snapshot) {
        return tables.stream().anyMatch(table -> lastWrites.getOrDefault(table, 0L) > snapshot);
    }
}
