package dev.inverterflow.snowflake.local.alert;

import dev.inverterflow.snowflake.local.catalog.Catalog;
import dev.inverterflow.snowflake.local.catalog.ObjectName;
import dev.inverterflow.snowflake.local.execution.StatementThreads;
import dev.inverterflow.snowflake.local.schedule.Dispatcher;
import dev.inverterflow.snowflake.local.schedule.Pace;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts alerts when they are due, and suspends those that fail too often. */
public final class AlertScheduler implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AlertScheduler.class);
    private static final long CLOSE_SECONDS = 3;

    private final Catalog catalog;
    private final AlertRunner runner;
    private final AlertHistory history;
    private final Clock clock;
    private final Pace pace;
    private final Dispatcher<AlertWatch> dispatcher;
    private final ExecutorService threads = Executors.newCachedThreadPool(AlertScheduler::runThread);

    AlertScheduler(Catalog catalog, AlertRunner runner, AlertHistory history, Clock clock, double speed) {
        this.catalog = catalog;
        this.runner = runner;
        this.history = history;
        this.clock = clock;
        pace = new Pace(clock.instant(), speed);
        dispatcher = new Dispatcher<>("snowflake-local-alerts", clock);
    }

    void start() {
        catalog.objects(Alert.KIND).all().stream().filter(Alert::started).forEach(this::resumed);
        dispatcher.start();
    }

    void resumed(Alert alert) {
        dispatcher.change(watches ->
                watches.compute(alert.id(), (id, before) -> watch(alert).continuing(before)));
    }

    /** Starts an alert no more and stops it if it is running: it was suspended, replaced or dropped. */
    void stopped(Alert alert) {
        dispatcher.change(watches -> watches.computeIfPresent(
                alert.id(),
                (id, watch) ->
                        dropIfIdle(watch.suspended(alert.with(alert.status().suspended())))));
        runner.cancel(alert.id());
    }

    void execute(Alert alert) {
        dispatcher.change(watches ->
                watches.computeIfAbsent(alert.id(), id -> watch(alert)).ask());
    }

    void streamsChanged() {
        dispatcher.change(watches -> watches.values().forEach(AlertWatch::streamsChanged));
    }

    void wake() {
        dispatcher.wake();
    }

    boolean idle() {
        return dispatcher.idle();
    }

    /** A run that is due in the future. */
    public record Upcoming(
            String id,
            ObjectName name,
            String condition,
            String action,
            Map<String, String> properties,
            Instant time) {}

    /** The next scheduled run of each started alert. */
    public List<Upcoming> upcoming() {
        return dispatcher.all(watches -> watches.stream()
                .filter(watch -> watch.alert().started())
                .flatMap(watch -> watch.scheduled().stream()
                        .map(time -> new Upcoming(
                                watch.alert().id(),
                                watch.alert().name(),
                                watch.alert().condition(),
                                watch.alert().action(),
                                watch.alert().properties(),
                                time)))
                .toList());
    }

    private AlertWatch watch(Alert alert) {
        return new AlertWatch(alert, clock, pace, this::begin);
    }

    private static @Nullable AlertWatch dropIfIdle(AlertWatch watch) {
        return watch.alert().started() || watch.busy() ? watch : null;
    }

    private void begin(AlertRun run) {
        try {
            threads.execute(() -> run(run));
        } catch (RejectedExecutionException closing) {
            LOG.debug("alert {} does not run: the server stops", run.alert().name());
        }
    }

    private void run(AlertRun run) {
        Optional<AlertRun> ended = Optional.empty();
        try {
            ended = runner.run(run);
        } finally {
            ended(run, ended);
        }
    }

    private void ended(AlertRun run, Optional<AlertRun> ended) {
        var state = ended.map(AlertRun::outcome).map(AlertRun.Outcome::state);
        boolean tooOften = failedTooOften(run, state);
        try {
            if (tooOften) {
                suspend(run);
            }
        } finally {
            // Only now: who waits for the end of the run sees the suspension too.
            dispatcher.change(watches -> watches.computeIfPresent(run.alert().id(), (id, watch) -> {
                watch.ended();
                return dropIfIdle(tooOften ? watch.suspended(suspended(watch.alert())) : watch);
            }));
        }
    }

    private boolean failedTooOften(AlertRun run, Optional<AlertRun.State> state) {
        return dispatcher.changing(watches -> {
            var watch = watches.get(run.alert().id());
            return watch != null && watch.failedTooOften(state);
        });
    }

    private void suspend(AlertRun run) {
        LOG.warn(
                "alert {} is suspended after {} failures in a row",
                run.alert().name(),
                run.alert().failuresToSuspension());
        history.suspended(run);
        catalog.objects(Alert.KIND)
                .update(
                        run.alert().name(),
                        alert -> alert.id().equals(run.alert().id()) ? suspended(alert) : alert);
    }

    private static Alert suspended(Alert alert) {
        return alert.with(alert.status().suspendedByFailures());
    }

    private static Thread runThread(Runnable run) {
        return StatementThreads.daemon(run, "snowflake-local-alert-run");
    }

    /** Starts nothing more, waits a little for the runs that are going on, then stops them. */
    @Override
    public void close() throws InterruptedException {
        dispatcher.close();
        threads.shutdown();
        if (!threads.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
            runner.cancelAll();
            threads.shutdownNow();
            if (!threads.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("alert runs do not stop, and their ends are not written down");
            }
        }
    }
}
