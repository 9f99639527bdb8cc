package dev.inverterflow.snowflake.local.session;

import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.error.SnowflakeException;
import dev.inverterflow.snowflake.local.execution.Binds;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The statements that run in a session, each inside the one before it, and how to stop them. */
final class Executions {

    private static final Logger log = LoggerFactory.getLogger(Executions.class);

    private final Executor again = CompletableFuture.delayedExecutor(100, TimeUnit.MILLISECONDS);
    private final Deque<Execution> running = new ConcurrentLinkedDeque<>();
    private final TransactionScopes scopes;
    private final Clock clock;
    private volatile boolean ended;

    Executions(TransactionScopes scopes, Clock clock) {
        this.scopes = scopes;
        this.clock = clock;
    }

    /**
     * Begins a statement.
     *
     * @throws SnowflakeException 604 if the statement around it is cancelled or {@link #end} was called
     */
    void push(Execution execution) {
        requireNotCanceled();
        running.push(execution);
        if (ended) {
            running.pop();
            throw Errors.statementCanceled();
        }
    }

    void pop() {
        running.pop().end();
    }

    /** What else to do when the query now running has ended, with the statements that it runs within itself. */
    void atEndOfQuery(Runnable action) {
        Execution outermost = innermost();
        for (Execution execution : running) {
            if (!execution.queryId().equals(outermost.queryId())) {
                break;
            }
            outermost = execution;
        }
        if (running.isEmpty()) {
            action.run();
        } else {
            outermost.atEnd(action);
        }
    }

    /** The innermost one; the server's own work outside of any statement counts as one without a text. */
    Execution innermost() {
        Execution execution = running.peek();
        return execution != null
                ? execution
                : new Execution(UUID.randomUUID().toString(), "", Binds.NONE, clock.instant());
    }

    void requireNotCanceled() {
        running.forEach(Execution::requireNotCanceled);
    }

    /** Stops a statement that has begun, from any thread, and whatever it runs inside. */
    void stop(Execution execution, SnowflakeException reason) {
        stop(execution, reason, () -> !running.contains(execution));
    }

    /**
     * Stops a statement, from any thread, and whatever it runs inside: again and again, as the engine forgets an order that comes
     * just before the statement reaches it.
     *
     * @param ended whether it has ended
     */
    void stop(Execution execution, SnowflakeException reason, BooleanSupplier ended) {
        if (ended.getAsBoolean()) {
            return;
        }
        execution.cancel(reason);
        try {
            if (running.contains(execution)) {
                scopes.cancel();
            }
        } catch (SQLException failure) {
            log.warn("Query {} could not be stopped", execution.queryId(), failure);
            return;
        }
        again.execute(() -> stop(execution, reason, ended));
    }

    /** Whether a statement of that query runs here. */
    boolean isRunning(String queryId) {
        return running.stream().anyMatch(execution -> execution.queryId().equals(queryId));
    }

    /** Stops whatever runs, from any thread. Returns how many statements these were. */
    int cancelAll() {
        List<Execution> cancelled = List.copyOf(running);
        cancelled.forEach(execution -> stop(execution, Errors.statementCanceled()));
        return cancelled.size();
    }

    /** Stops whatever runs, from any thread, and whatever would begin from now on. */
    void end() {
        // In this order: a statement that begins meanwhile sees that this was called, or is seen here.
        ended = true;
        cancelAll();
    }
}
