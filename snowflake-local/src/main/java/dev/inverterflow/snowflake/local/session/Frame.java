package dev.inverterflow.snowflake.local.session;

import dev.inverterflow.snowflake.local.execution.CallFrame;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A level of calls in a session: the session itself, or the body of a procedure that it runs. Each level has its own
 * lock: the thread of a CALL keeps that of its level while the body's statements, on whatever threads they arrive, take
 * that of the level below. So one statement at a time uses the session's connection, and nobody waits for himself.
 */
final class Frame {

    private final ReentrantLock lock = new ReentrantLock(true);
    private final int depth;
    private final @Nullable CallFrame call;
    private final long scope;
    private final boolean calledByOthers;
    private final Set<PendingQuery> queries = ConcurrentHashMap.newKeySet();
    /** The one of them for whose end its client waits; null for none, or if it has ended. */
    private @Nullable PendingQuery awaited;
    /** Done when the statement that was sent last has begun. */
    private CompletableFuture<Void> lastTurn = CompletableFuture.completedFuture(null);

    private volatile boolean closed;

    private Frame(int depth, @Nullable CallFrame call, long scope, boolean calledByOthers) {
        this.depth = depth;
        this.call = call;
        this.scope = scope;
        this.calledByOthers = calledByOthers;
    }

    /** The session itself. */
    static Frame root() {
        return new Frame(0, null, 0, false);
    }

    /**
     * The body of a procedure that a statement of this one calls.
     *
     * @param queryId the id of the CALL
     * @param callerOwns whether the caller has the role that owns the procedure
     */
    Frame called(CallFrame procedure, String queryId, boolean callerOwns) {
        long number = UUID.fromString(queryId).getLeastSignificantBits() & Long.MAX_VALUE;
        boolean owners = procedure.rights() == CallFrame.Rights.OWNER;
        return new Frame(depth + 1, procedure, number, calledByOthers || owners && !callerOwns);
    }

    /** Whether it has owner's rights, and somebody called it, perhaps through other procedures, who is no owner. */
    boolean isCalledByOthers() {
        return calledByOthers;
    }

    /** 0 for the session itself. */
    int depth() {
        return depth;
    }

    /** A number of the CALL whose body it is; 0 for the session itself. */
    long scope() {
        return scope;
    }

    ReentrantLock lock() {
        return lock;
    }

    /** Another one of the same rights, for a statement that runs beside those of this one. */
    Frame aside() {
        return new Frame(depth, call, scope, calledByOthers);
    }

    boolean hasOwnersRights() {
        return call != null && call.rights() == CallFrame.Rights.OWNER;
    }

    void add(PendingQuery query) {
        queries.add(query);
    }

    /**
     * Takes a query for whose end its client waits. A procedure's body must not send one while another of its threads waits for
     * one (docs.snowflake.com/en/developer-guide/stored-procedure/java/procedure-java-limitations).
     *
     * @return whether it was taken
     */
    synchronized boolean await(PendingQuery query) {
        PendingQuery before = awaited;
        if (depth > 0 && before != null && before.answer().isEmpty()) {
            return false;
        }
        awaited = query;
        return true;
    }

    /** The turn of a statement: they begin in the order in which this is called, on whatever threads they run. */
    synchronized Turn nextTurn() {
        var turn = new Turn(lastTurn, new CompletableFuture<>());
        lastTurn = turn.begun();
        return turn;
    }

    /**
     * A statement's place among those of its level.
     *
     * @param before done when the one before it has begun
     * @param begun done when it has begun itself
     */
    record Turn(CompletableFuture<Void> before, CompletableFuture<Void> begun) {
        /** For a statement that waits for no other one. */
        static final Turn AT_ONCE =
                new Turn(CompletableFuture.completedFuture(null), CompletableFuture.completedFuture(null));

        /** Takes the lock once the one before has had it. */
        void lock(ReentrantLock lock) {
            before.join();
            lock.lock();
            begun.complete(null);
        }
    }

    void remove(PendingQuery query) {
        queries.remove(query);
    }

    /** Whether a statement that has its turn in the session has not been answered yet. */
    boolean isBusy(ServerSession session) {
        return queries.stream()
                .anyMatch(query -> query.runsIn(session) && query.answer().isEmpty());
    }

    /** Stops what runs or waits at this level, for a procedure's asynchronous queries end with it. */
    void cancelQueries() {
        var unused = cancelQueries(query -> true);
    }

    /** Stops those that run or wait at this level and are meant. Returns how many these were. */
    int cancelQueries(Predicate<PendingQuery> meant) {
        int cancelled = 0;
        for (PendingQuery query : queries) {
            if (meant.test(query) && query.answer().isEmpty()) {
                query.cancel();
                cancelled++;
            }
        }
        return cancelled;
    }

    /**
     * Waits until nothing is left that was started at this level, but not for ever.
     *
     * @return whether nothing is left
     */
    boolean awaitQueries(Duration atMost) throws InterruptedException {
        long end = System.nanoTime() + atMost.toNanos();
        for (PendingQuery query : queries) {
            Duration left = Duration.ofNanos(Math.max(0, end - System.nanoTime()));
            if (query.await(left).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    /** Waits for the statement that runs at this level, then lets no other one begin. */
    void close() {
        lock.lock();
        try {
            closed = true;
        } finally {
            lock.unlock();
        }
    }

    /**
     * The same, but does not wait for ever.
     *
     * @return whether the statement ended in that time
     */
    boolean close(Duration atMost) throws InterruptedException {
        if (!lock.tryLock(atMost.toNanos(), TimeUnit.NANOSECONDS)) {
            return false;
        }
        try {
            closed = true;
        } finally {
            lock.unlock();
        }
        return true;
    }

    /** Whether no statement begins any more; settled only for who holds the lock. */
    boolean isClosed() {
        return closed;
    }
}
