package dev.inverterflow.snowflake.local.task.run;

import dev.inverterflow.snowflake.local.error.SnowflakeException;
import dev.inverterflow.snowflake.local.execution.SystemSession;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Stops a session's statement when its time is over, unless it is closed before. */
final class TimeLimit implements AutoCloseable {
    private final Duration limit;
    private volatile boolean exceeded;
    private volatile Future<?> stop = CompletableFuture.completedFuture(null);

    private TimeLimit(Duration limit) {
        this.limit = limit;
    }

    /**
     * Starts to count.
     *
     * @param limit how long the statement may run; zero for as long as it likes
     */
    static TimeLimit start(SystemSession session, Duration limit, ScheduledExecutorService timer) {
        var started = new TimeLimit(limit);
        if (!limit.isZero()) {
            started.stop = timer.schedule(
                    () -> {
                        started.exceeded = true;
                        session.cancel();
                    },
                    limit.toMillis(),
                    TimeUnit.MILLISECONDS);
        }
        return started;
    }

    /** The failure of the statement, in other words if it failed because it was stopped here. */
    SnowflakeException explain(SnowflakeException failure) {
        return exceeded
                ? new SnowflakeException(
                        630,
                        "57014",
                        "Statement reached its statement or warehouse timeout of " + Math.max(1, limit.toSeconds())
                                + " second(s) and was canceled.",
                        failure)
                : failure;
    }

    @Override
    public void close() {
        stop.cancel(false);
    }
}
