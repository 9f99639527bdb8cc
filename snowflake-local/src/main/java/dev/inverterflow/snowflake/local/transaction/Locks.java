package dev.inverterflow.snowflake.local.transaction;

import dev.inverterflow.snowflake.local.catalog.ObjectName;
import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.error.SnowflakeException;
import dev.inverterflow.snowflake.local.execution.LockClaim;
import dev.inverterflow.snowflake.local.execution.OpenTransaction;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Which transaction may change the rows of a table, and who waits for it. UPDATE, DELETE and MERGE take the lock, INSERT
 * and COPY do not, as in Snowflake; a lock is held until its transaction ends. Of transactions that wait for each other in
 * a circle, the statement that closes the circle fails; one that encloses a scoped transaction waits for that one's end.
 *
 * @see <a href="https://docs.snowflake.com/en/sql-reference/transactions#resource-locking">Resource locking</a>
 */
final class Locks {

    private static final int LOCKED = 625;
    private static final String ABORTED = "57014";
    private static final int MOST_WAITERS = 50;
    private static final long NANOS_BETWEEN_LOOKS = TimeUnit.MILLISECONDS.toNanos(50);

    /** Who wants a lock: a statement of a transaction. */
    record Claimant(OpenTransaction transaction, String queryId) {}

    private record Held(Claimant by, Instant since) {}

    private final ReentrantLock monitor = new ReentrantLock();
    private final Condition released = monitor.newCondition();
    private final Map<ObjectName, Held> held = new LinkedHashMap<>();
    private final Map<ObjectName, Set<Claimant>> waiting = new HashMap<>();
    /** The scoped transaction that an open one goes on after. */
    private final Map<Long, Long> enclosed = new HashMap<>();

    private final Clock clock;

    /**
     * @param clock what the times of claims go by; how long is waited does not
     */
    Locks(Clock clock) {
        this.clock = clock;
    }

    /**
     * Takes the lock of a table, once the transaction that holds it has ended; does nothing if the transaction has it.
     *
     * @param timeout how long to wait at most; zero fails at once
     * @param stillWanted throws if the statement was cancelled
     * @return whether it had to wait
     * @throws SnowflakeException 000625 if it is not free in that time, if too many wait for it already, or if the one who
     *     holds it waits for this transaction
     */
    boolean take(ObjectName table, Claimant claimant, Duration timeout, Runnable stillWanted) {
        monitor.lock();
        try {
            if (isFreeFor(table, claimant)) {
                held.putIfAbsent(table, new Held(claimant, clock.instant()));
                return false;
            }
            await(table, claimant, timeout, stillWanted);
            held.put(table, new Held(claimant, clock.instant()));
            return true;
        } finally {
            monitor.unlock();
        }
    }

    /** Notes that a transaction waits for this one's end, if this is a scoped one. */
    void begun(OpenTransaction transaction) {
        Long enclosing = transaction.enclosing();
        if (enclosing == null) {
            return;
        }
        monitor.lock();
        try {
            enclosed.put(enclosing, transaction.id());
        } finally {
            monitor.unlock();
        }
    }

    /** Gives back what the transaction holds. */
    void release(long transaction) {
        monitor.lock();
        try {
            enclosed.values().remove(transaction);
            if (held.values().removeIf(one -> one.by().transaction().id() == transaction)) {
                released.signalAll();
            }
        } finally {
            monitor.unlock();
        }
    }

    /** All locks that are held, then those that are waited for. */
    List<LockClaim> claims() {
        monitor.lock();
        try {
            List<LockClaim> claims = new ArrayList<>();
            held.forEach((table, one) -> claims.add(
                    new LockClaim(table, one.by().transaction(), one.by().queryId(), one.since())));
            waiting.forEach((table, queue) ->
                    queue.forEach(one -> claims.add(new LockClaim(table, one.transaction(), one.queryId(), null))));
            claims.sort(Comparator.comparing(claim -> claim.table().toString()));
            return claims;
        } finally {
            monitor.unlock();
        }
    }

    // In the order in which they came: a newcomer does not overtake who waits.
    private boolean isFreeFor(ObjectName table, Claimant claimant) {
        Held holder = held.get(table);
        if (holder != null) {
            return isSame(holder.by(), claimant);
        }
        Set<Claimant> queue = waiting.get(table);
        return queue == null || queue.isEmpty() || queue.iterator().next().equals(claimant);
    }

    private void await(ObjectName table, Claimant claimant, Duration timeout, Runnable stillWanted) {
        Set<Claimant> queue = waiting.computeIfAbsent(table, missing -> new LinkedHashSet<>());
        if (timeout.isZero()) {
            throw notReleased(table);
        }
        if (queue.size() >= MOST_WAITERS) {
            throw tooManyWaiters(table, claimant);
        }
        queue.add(claimant);
        try {
            if (waitsForItself(claimant)) {
                throw deadlock(table, claimant);
            }
            waitUntilFree(table, claimant, timeout, stillWanted);
        } finally {
            queue.remove(claimant);
            if (queue.isEmpty()) {
                waiting.remove(table);
            }
            released.signalAll();
        }
    }

    private void waitUntilFree(ObjectName table, Claimant claimant, Duration timeout, Runnable stillWanted) {
        long deadline = System.nanoTime() + timeout.toNanos();
        while (!isFreeFor(table, claimant)) {
            stillWanted.run();
            long left = deadline - System.nanoTime();
            if (left <= 0) {
                throw notReleased(table);
            }
            try {
                released.awaitNanos(Math.min(left, NANOS_BETWEEN_LOOKS));
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
                throw Errors.statementCanceled();
            }
        }
    }

    private boolean waitsForItself(Claimant claimant) {
        Set<Long> seen = new LinkedHashSet<>();
        List<Long> toLookAt = new ArrayList<>(blockersOf(claimant.transaction().id()));
        while (!toLookAt.isEmpty()) {
            long transaction = toLookAt.remove(toLookAt.size() - 1);
            if (transaction == claimant.transaction().id()) {
                return true;
            }
            if (seen.add(transaction)) {
                toLookAt.addAll(blockersOf(transaction));
            }
        }
        return false;
    }

    private List<Long> blockersOf(long transaction) {
        List<Long> blockers = new ArrayList<>();
        waiting.forEach((table, queue) -> {
            Held holder = held.get(table);
            boolean waits = queue.stream().anyMatch(one -> one.transaction().id() == transaction);
            if (waits && holder != null) {
                blockers.add(holder.by().transaction().id());
            }
        });
        Long inner = enclosed.get(transaction);
        if (inner != null) {
            blockers.add(inner);
        }
        return blockers;
    }

    private static boolean isSame(Claimant one, Claimant other) {
        return one.transaction().id() == other.transaction().id();
    }

    private SnowflakeException notReleased(ObjectName table) {
        return new SnowflakeException(LOCKED, ABORTED, holds(table));
    }

    private SnowflakeException tooManyWaiters(ObjectName table, Claimant claimant) {
        return new SnowflakeException(
                LOCKED,
                ABORTED,
                holds(table) + "\nYour statement '" + claimant.queryId()
                        + "' was aborted because the number of waiters for this lock exceeds the " + MOST_WAITERS
                        + " statements limit.");
    }

    private SnowflakeException deadlock(ObjectName table, Claimant claimant) {
        return new SnowflakeException(
                LOCKED,
                ABORTED,
                holds(table) + "\nYour statement '" + claimant.queryId()
                        + "' was aborted because the other transaction waits for yours (deadlock).");
    }

    private String holds(ObjectName table) {
        Held holder = held.get(table);
        String statement = holder == null ? "unknown" : holder.by().queryId();
        long transaction = holder == null ? 0 : holder.by().transaction().id();
        return "Statement '" + statement + "' has locked table '" + table.name() + "' in transaction " + transaction
                + " and this lock has not yet been released.";
    }
}
