package dev.inverterflow.snowflake.local.session;

import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.error.SnowflakeException;
import dev.inverterflow.snowflake.local.execution.Result;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A query that waits, runs or has ended. */
public final class PendingQuery {

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
    public void cancel() {
        stop(Errors.statementCanceled());
    }

    private void stop(SnowflakeException reason) {
        session.executions().stop(execution, reason, answer::isDone);
    }

    /** Stops it because it has run for too long. */
    void timeOut(long seconds) {
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
