package dev.inverterflow.snowflake.local.session;

import dev.inverterflow.snowflake.local.execution.TransactionParticipant;
import dev.inverterflow.snowflake.local.execution.TransactionView;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Puts the server's commits in one order. The lock is held from the first participant's call to the end of the engine's
 * COMMIT, so that a number a participant hands out never becomes visible before a smaller one.
 */
final class CommitCoordinator {

    private final ReentrantLock lock = new ReentrantLock();
    private final Supplier<Contributions> contributions;
    private final AtomicLong nextId;

    /**
     * @param firstId the number of the first transaction, above all numbers that rows already carry
     */
    CommitCoordinator(Supplier<Contributions> contributions, long firstId) {
        this.contributions = contributions;
        this.nextId = new AtomicLong(firstId);
    }

    long newTransactionId() {
        return nextId.getAndIncrement();
    }

    /** Asks the participants, commits, then tells them. */
    void commit(TransactionView transaction) throws SQLException {
        lock.lock();
        try (Statement statement = transaction.connection().createStatement()) {
            for (TransactionParticipant participant : contributions.get().participants()) {
                participant.beforeCommit(transaction);
            }
            statement.execute("COMMIT");
        } finally {
            lock.unlock();
        }
        contributions.get().participants().forEach(participant -> participant.afterCommit(transaction));
    }
}
