package dev.inverterflow.snowflake.local.session;

import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Ends statements that run for longer than STATEMENT_TIMEOUT_IN_SECONDS, by the time of the machine. */
final class Timeouts implements AutoCloseable {

    private static final String PARAMETER = "STATEMENT_TIMEOUT_IN_SECONDS";

    /** A week: what 0 means, and no statement gets near. */
    private static final long LONGEST = TimeUnit.DAYS.toSeconds(7);

    private static final Timer NONE = () -> {};

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "snowflake-local-timeouts");
        thread.setDaemon(true);
        return thread;
    });

    /** What ends with its statement. */
    interface Timer extends AutoCloseable {
        @Override
        void close();
    }

    /** Starts to count; nothing is started for the default of two days. */
    Timer start(PendingQuery query, Parameters parameters) {
        if (!parameters.isSet(PARAMETER)) {
            return NONE;
        }
        long given = Long.parseLong(parameters.get(PARAMETER));
        long seconds = given == 0 ? LONGEST : Math.min(given, LONGEST);
        Future<?> end = clock.schedule(() -> query.timeOut(seconds), seconds, TimeUnit.SECONDS);
        return () -> end.cancel(false);
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
