package dev.inverterflow.snowflake.local.session;

import dev.inverterflow.snowflake.local.error.SnowflakeException;
import dev.inverterflow.snowflake.local.execution.CallFrame;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The levels of calls of a session: itself, and the bodies of procedures that run inside each other. */
final class CallLevels {

    private static final Logger log = LoggerFactory.getLogger(CallLevels.class);

    /** How long an end waits for what still runs, which has been told to stop. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final long session;
    /** The innermost one first. */
    private final Deque<Frame> frames = new ConcurrentLinkedDeque<>();

    CallLevels(long session, Frame root) {
        this.session = session;
        frames.push(root);
    }

    Frame root() {
        return frames.getLast();
    }

    Frame innermost() {
        return frames.getFirst();
    }

    /**
     * Begins one more level; what an owner's-rights procedure calls, directly or not, has owner's rights, too.
     *
     * @param queryId the id of the CALL
     * @param callerOwns whether the caller has the role that owns the procedure
     */
    Frame enter(CallFrame call, String queryId, boolean callerOwns) {
        Frame caller = innermost();
        Frame frame = caller.called(caller.hasOwnersRights() ? call.withOwnersRights() : call, queryId, callerOwns);
        frames.push(frame);
        return frame;
    }

    /** Ends a level: stops what it has started, waits for it, and lets nothing more begin there. */
    void leave(Frame frame) throws SQLException {
        frame.cancelQueries();
        frame.close();
        awaitQueries(frame);
        frames.remove(frame);
    }

    /** Something to do in the engine. */
    interface Work {
        void run() throws SQLException;
    }

    /**
     * Does something from outside when the session has nothing to do; to be called when that was told to stop.
     *
     * @throws SnowflakeException if something runs that does not stop
     */
    void whileNothingRuns(Work work) throws SQLException {
        if (!lockRoot()) {
            throw new SnowflakeException(
                    625, "57014", "What runs in session " + session + " was told to stop and did not. Try again.");
        }
        try {
            work.run();
        } finally {
            root().lock().unlock();
        }
    }

    private boolean lockRoot() {
        try {
            return root().lock().tryLock(PATIENCE.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Ends the session's own level in the same way, but does not wait for ever for a handler that does not stop. */
    void close() throws SQLException {
        try {
            if (!root().close(PATIENCE)) {
                log.warn("Session {} ends while a statement of it still runs", session);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        root().cancelQueries(); // what came in between
        awaitQueries(root());
    }

    private void awaitQueries(Frame frame) {
        try {
            if (!frame.awaitQueries(PATIENCE)) {
                log.warn("Session {} goes on while a statement beside it still runs", session);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
