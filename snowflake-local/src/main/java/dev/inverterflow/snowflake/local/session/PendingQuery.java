package dev.inverterflow.snowflake.local.session;

import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.error.SnowflakeException;
import dev.inverterflow.snowflake.local.execution.Result;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A query that waits, runs or has ended. */
public final class PendingQuery {

    private static final Logger log = LoggerFactory.getLogger(PendingQuery.class);

    private final Executor again = CompletableFuture.delayedExecutor(100, TimeUnit.MILLISECONDS);
    private final Execution execution;
    private final ServerSession session;
    private final Instant startedAt;
    private final CompletableFuture<QueryAnswer> answer = new CompletableFuture<>();

    PendingQuery(Execution execution, ServerSession session) {
        this.execution = execution;
        this.session = session;
        this.startedAt = execution.now();
    }

    public String queryId() {
        return execution.queryId();
    }

    public String sql() {
        return execution.text();
    }

    public long sessionId() {
        return session.id();
    }

    /** Whether it has its turn there, and does not run beside it. */
    boolean runsIn(ServerSession one) {
        return session == one;
    }

    public Instant startedAt() {
        return startedAt;
    }

    /** Its answer, if it has ended. */
    public Optional<QueryAnswer> answer() {
        return Optional.ofNullable(answer.getNow(null));
    }

    /**
     * Waits for its end.
     *
     * @return empty if it has not ended in that time
     * @throws InterruptedException if the waiting thread is interrupted; the query goes on
     */
    public Optional<QueryAnswer> await(Duration atMost) throws InterruptedException {
        try {
            return Optional.of(answer.get(atMost.toNanos(), TimeUnit.NANOSECONDS));
        } catch (TimeoutException stillRunning) {
            return Optional.empty();
        } catch (ExecutionException impossible) {
            throw new IllegalStateException("a query ends with an answer", impossible);
        }
    }

    /** Stops it; does nothing if it has ended. */
    public void cancel() throws SQLException {
        stop(Errors.statementCanceled());
    }

    /** Again and again until it has ended: the engine forgets an order to stop that comes just before it begins. */
    private void stop(SnowflakeException reason) throws SQLException {
        session.executions().cancel(execution, reason);
        again.execute(() -> stopAgain(reason));
    }

    private void stopAgain(SnowflakeException reason) {
        if (!answer.isDone()) {
            try {
                stop(reason);
            } catch (SQLException failure) {
                log.warn("Query {} could not be stopped", queryId(), failure);
            }
        }
    }

    /** Stops it because it has run for too long. */
    void timeOut(long seconds) throws SQLException {
        stop(new SnowflakeException(
                630,
                "57014",
                "Statement reached its statement or warehouse timeout of " + seconds + " second(s) and was canceled."));
    }

    Execution execution() {
        return execution;
    }

    void complete(QueryAnswer value) {
        answer.complete(value);
    }

    Optional<Result> result() {
        return answer().map(QueryAnswer::result);
    }

    /** Its result, once it has ended. */
    Result join() {
        QueryAnswer value = answer.join();
        SnowflakeException error = value.error();
        if (error != null) {
            throw error;
        }
        Result result = value.result();
        if (result == null) {
            throw new IllegalStateException("an answer has a result or an error");
        }
        return result;
    }
}
