package dev.inverterflow.snowflake.local.task.run;

import dev.inverterflow.snowflake.local.catalog.Catalog;
import dev.inverterflow.snowflake.local.error.SnowflakeException;
import dev.inverterflow.snowflake.local.schedule.Dispatcher;
import dev.inverterflow.snowflake.local.schedule.Pace;
import dev.inverterflow.snowflake.local.task.model.Task;
import dev.inverterflow.snowflake.local.task.model.TaskGraph;
import dev.inverterflow.snowflake.local.task.model.TaskStatus;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts the graphs of tasks when they are due, and suspends those that fail too often. */
public final class TaskScheduler implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TaskScheduler.class);
    private static final Duration RETRY_REACH = Duration.ofDays(14);

    private final Catalog catalog;
    private final GraphRunner runner;
    private final TaskHistory history;
    private final Clock clock;
    private final Pace pace;
    private final Dispatcher<RootWatch> dispatcher;
    /** Last attempts by group, for RETRY; those of the last time of each root are enough, and all that failed. */
    private final Map<String, GraphRun> retriable = new ConcurrentHashMap<>();

    private final Map<String, GraphRun> last = new ConcurrentHashMap<>();
    private final Map<String, RunOrigin> current = new ConcurrentHashMap<>();

    public TaskScheduler(Catalog catalog, GraphRunner runner, TaskHistory history, Clock clock, double speed) {
        this.catalog = catalog;
        this.runner = runner;
        this.history = history;
        this.clock = clock;
        pace = new Pace(clock.instant(), speed);
        dispatcher = new Dispatcher<>("snowflake-local-tasks", clock);
    }

    /** Begins to run what is due, with the tasks that were started when the server before ended. */
    public void start() {
        catalog.objects(Task.KIND).all().stream()
                .filter(task -> task.root() && task.started())
                .forEach(this::resumed);
        dispatcher.start();
    }

    /** Starts to watch a root task that was resumed. */
    public void resumed(Task root) {
        dispatcher.change(watches -> watches.compute(
                root.id(), (id, before) -> watch(root).continuing(before).resumed()));
    }

    /** Starts a task no more: it was suspended, replaced or dropped. A run that is going on ends by itself. */
    public void stopped(Task task) {
        dispatcher.change(watches -> watches.computeIfPresent(task.id(), (id, watch) -> {
            watch.suspended();
            return watch.needed() ? watch : null;
        }));
    }

    /** Rows may have come to some stream. */
    public void streamsChanged() {
        dispatcher.change(watches -> watches.values().forEach(RootWatch::streamsChanged));
    }

    /** Looks at the clock again: it was moved. */
    public void wake() {
        dispatcher.wake();
    }

    /** Runs a root task as soon as its overlap policy lets it, without a look at its condition, also if it is suspended. */
    public void execute(Task root, @Nullable String config) {
        ask(root, new RootWatch.Request(root, RunOrigin.Cause.EXECUTE_TASK, clock.instant(), null, config, null));
    }

    /**
     * Runs again what failed in the last run of a root's graph, or in that of a group.
     *
     * @param group null for the last run
     * @throws SnowflakeException if that run did not fail, is too old, or the graph was changed since
     */
    public void retry(Task root, @Nullable String group) {
        var run = group == null ? last.get(root.id()) : retriable.get(group);
        if (run == null
                || !run.root().id().equals(root.id())
                || run.state() == TaskRun.State.SUCCEEDED
                || run.state() == TaskRun.State.SKIPPED) {
            throw noRetry(root, "its last run did not fail");
        }
        if (root.status().modified()
                || root.status().version() != run.root().status().version()) {
            throw noRetry(root, "the graph was modified since that run");
        }
        if (run.origin().originalTime().isBefore(clock.instant().minus(RETRY_REACH))) {
            throw noRetry(root, "that run began more than " + RETRY_REACH.toDays() + " days ago");
        }
        ask(root, new RootWatch.Request(root, RunOrigin.Cause.MANUAL_RETRY, clock.instant(), null, null, run));
    }

    /** Whether no run is going on and none is due. */
    public boolean idle() {
        return dispatcher.idle();
    }

    /** A run that is due in the future. */
    public record Upcoming(Task root, Instant time) {}

    /** The next scheduled run of each started root. */
    public List<Upcoming> upcoming() {
        return dispatcher.all(watches -> watches.stream()
                .flatMap(watch -> watch.scheduled().stream().map(time -> new Upcoming(watch.task(), time)))
                .toList());
    }

    /** The groups and attempts of the graph runs that are going on, each as {@code group/attempt}. */
    public List<String> running() {
        return current.values().stream().map(TaskScheduler::key).sorted().toList();
    }

    private void ask(Task root, RootWatch.Request request) {
        dispatcher.change(
                watches -> watches.computeIfAbsent(root.id(), id -> watch(root)).ask(request));
    }

    private RootWatch watch(Task root) {
        return new RootWatch(root, clock, pace, this::begin);
    }

    /** Called with the dispatcher's lock held: leaves the rest to another thread. */
    private void begin(RootWatch.Request request) {
        runner.later(() -> runner.start(graphRun(request), new Progress()));
    }

    private GraphRun graphRun(RootWatch.Request request) {
        var retried = request.retried();
        GraphRun run;
        if (retried == null) {
            var root = catalog.objects(Task.KIND)
                    .find(request.root().name())
                    .filter(now -> now.id().equals(request.root().id()))
                    .orElse(request.root());
            var config = GraphConfig.merged(root.definition().config(), request.config());
            var origin = RunOrigin.first(
                    root, UUID.randomUUID().toString(), request.due(), request.next(), request.cause(), config);
            run = new GraphRun(TaskGraph.of(root, catalog), origin);
        } else {
            run = retried.again(retried.origin().again(request.due(), RunOrigin.Cause.MANUAL_RETRY));
        }
        current.put(run.origin().groupId(), run.origin());
        return run;
    }

    private final class Progress implements GraphRunner.Listener {
        /** The root may end in several attempts; its first end counts. */
        private boolean rootEnded;

        @Override
        public void rootEnded(GraphRun run) {
            if (rootEnded) {
                return;
            }
            rootEnded = true;
            dispatcher.change(watches -> watches.computeIfPresent(run.root().id(), (id, watch) -> {
                watch.rootEnded();
                return watch;
            }));
        }

        @Override
        public void retried(GraphRun run) {
            current.put(run.origin().groupId(), run.origin());
        }

        @Override
        public void ended(GraphRun run) {
            current.remove(run.origin().groupId());
            remember(run);
            try {
                if (failedTooOften(run)) {
                    suspend(run);
                }
            } finally {
                dispatcher.change(watches -> watches.computeIfPresent(run.root().id(), (id, watch) -> {
                    if (!rootEnded) {
                        watch.rootEnded();
                    }
                    watch.ended(run.state());
                    return watch.needed() ? watch : null;
                }));
            }
        }
    }

    /**
     * Counts how a run went and, at the limit, takes its root off the clock in the same step, so that no run can begin in between.
     * The run itself goes on until its suspension is written down: who waits for its end sees that too.
     */
    private boolean failedTooOften(GraphRun run) {
        return dispatcher.changing(watches -> {
            var watch = watches.get(run.root().id());
            return watch != null && watch.failedTooOften(run.state());
        });
    }

    private void remember(GraphRun run) {
        last.put(run.root().id(), run);
        if (run.state() == TaskRun.State.FAILED || run.state() == TaskRun.State.CANCELLED) {
            retriable.put(run.origin().groupId(), run);
            retriable
                    .values()
                    .removeIf(old ->
                            old.origin().originalTime().isBefore(clock.instant().minus(RETRY_REACH)));
        } else {
            retriable.remove(run.origin().groupId());
        }
    }

    private void suspend(GraphRun run) {
        LOG.warn(
                "task {} is suspended after {} failures in a row",
                run.root().name(),
                run.root().definition().failuresToSuspension());
        history.suspended(run.origin());
        catalog.objects(Task.KIND)
                .update(
                        run.root().name(),
                        task -> task.id().equals(run.root().id())
                                ? task.with(task.status()
                                        .suspended(clock.instant(), TaskStatus.Reason.SUSPENDED_DUE_TO_ERRORS))
                                : task);
    }

    private static String key(RunOrigin origin) {
        return origin.groupId() + "/" + origin.attempt();
    }

    private static SnowflakeException noRetry(Task root, String reason) {
        return new SnowflakeException(91_090, "22023", "Cannot retry task " + root.name() + ": " + reason + ".");
    }

    /** Starts nothing more, waits a little for the runs that are going on, then stops them. */
    @Override
    public void close() throws InterruptedException {
        dispatcher.close();
        runner.close();
    }
}
