package dev.inverterflow.snowflake.local.task;

import dev.inverterflow.snowflake.local.catalog.Catalog;
import dev.inverterflow.snowflake.local.catalog.ObjectName;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts tasks when they are due. One thread watches the clock, each run has a thread of its own, and of one task there is
 * never more than one run.
 *
 * <p>Its clock may be moved by tests, who then {@link #wake} it. Apart from that it has a speed: at 300, an interval of 300
 * seconds takes one. Only intervals get shorter; every timestamp is the clock's.
 */
final class TaskScheduler implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TaskScheduler.class);
    private static final long CLOSE_SECONDS = 3;
    /** The least time between two looks at the clock, should something be due that cannot be started. */
    private static final Duration LEAST_WAIT = Duration.ofMillis(5);

    private static final Duration LONGEST_WAIT = Duration.ofHours(1);

    private final Catalog catalog;
    private final TaskRunner runner;
    private final Clock clock;
    private final double speed;

    /** Guards the states. A leaf: nothing else is locked while it is held. */
    private final ReentrantLock lock = new ReentrantLock();

    private final Condition changed = lock.newCondition();
    private final Map<String, TaskState> states = new HashMap<>();
    private final Map<String, ReentrantLock> turns = new ConcurrentHashMap<>();
    private final ExecutorService runs = Executors.newCachedThreadPool(TaskScheduler::runThread);
    private final Thread thread;
    private int runsByHand;
    private boolean closed;

    TaskScheduler(Catalog catalog, TaskRunner runner, Clock clock, double speed) {
        this.catalog = catalog;
        this.runner = runner;
        this.clock = clock;
        this.speed = speed;
        thread = new Thread(this::scheduleUntilClosed, "snowflake-local-tasks");
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** Starts to watch a task that was resumed. */
    void resumed(Task task) {
        locked(() ->
                states.put(task.id(), new TaskState(task, scaled(task.schedule().interval()), clock.instant())));
    }

    /** Watches a task no more: it was suspended, replaced or dropped. A run that is going on ends by itself. */
    void stopped(Task task) {
        locked(() -> states.remove(task.id()));
    }

    /** Rows may have come to some stream. */
    void streamsChanged() {
        locked(() -> states.values().forEach(TaskState::changed));
    }

    /** Looks at the clock again: it was moved. */
    void wake() {
        locked(() -> {});
    }

    /** Runs a task now, without a look at its condition, also if it is suspended. */
    void execute(Task task) {
        var scheduledTime = clock.instant();
        locked(() -> runsByHand++);
        runs.execute(() -> {
            try {
                oneAtATime(task, () -> runner.run(task, TaskRun.Cause.EXECUTE_TASK, scheduledTime));
            } finally {
                locked(() -> runsByHand--);
            }
        });
    }

    /** Whether no run is going on and none is due. */
    boolean idle() {
        lock.lock();
        try {
            return runsByHand == 0 && states.values().stream().noneMatch(state -> state.running() || isDue(state));
        } finally {
            lock.unlock();
        }
    }

    private void scheduleUntilClosed() {
        lock.lock();
        try {
            while (!closed) {
                dueStates().forEach(this::begin);
                changed.awaitNanos(nanosToNextTask());
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    private List<TaskState> dueStates() {
        return states.values().stream().filter(this::isDue).toList();
    }

    private boolean isDue(TaskState state) {
        return state.due().filter(due -> !due.isAfter(clock.instant())).isPresent();
    }

    private long nanosToNextTask() {
        return states.values().stream()
                .flatMap(state -> state.due().stream())
                .min(Instant::compareTo)
                .map(due -> Duration.between(clock.instant(), due))
                .map(wait -> wait.compareTo(LEAST_WAIT) < 0 ? LEAST_WAIT : wait)
                .orElse(LONGEST_WAIT)
                .toNanos();
    }

    private void begin(TaskState state) {
        var scheduledTime = clock.instant();
        state.begin();
        runs.execute(() -> run(state, scheduledTime));
    }

    private void run(TaskState state, Instant scheduledTime) {
        var task = state.task();
        var cause = task.schedule() instanceof TaskSchedule.Triggered ? TaskRun.Cause.TRIGGER : TaskRun.Cause.SCHEDULE;
        Optional<TaskRun> run = Optional.empty();
        try {
            run = oneAtATime(task, () -> runner.runIfDue(task, cause, scheduledTime));
        } finally {
            var ended = run;
            locked(() -> ended.ifPresentOrElse(
                    last -> state.ended(last, clock.instant()), () -> state.passed(clock.instant())));
        }
        if (state.hasFailedTooOften()) {
            LOG.warn("task {} is suspended after {} failures in a row", task.name(), task.failuresToSuspension());
            suspend(task.name());
        }
    }

    private <T> T oneAtATime(Task task, Supplier<T> run) {
        var turn = turns.computeIfAbsent(task.id(), id -> new ReentrantLock());
        turn.lock();
        try {
            return run.get();
        } finally {
            turn.unlock();
        }
    }

    private void suspend(ObjectName name) {
        catalog.objects(Task.KIND)
                .update(
                        name,
                        current -> current.suspended(
                                new Task.Suspension(clock.instant(), Task.Suspension.Reason.SUSPENDED_DUE_TO_ERRORS)))
                .ifPresent(this::stopped);
    }

    private Duration scaled(Duration interval) {
        return Duration.ofNanos((long) (interval.toNanos() / speed));
    }

    private void locked(Runnable action) {
        lock.lock();
        try {
            action.run();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private static Thread runThread(Runnable run) {
        var thread = new Thread(run, "snowflake-local-task-run");
        thread.setDaemon(true);
        return thread;
    }

    /** Starts nothing more, waits a little for the runs that are going on, then stops them. */
    @Override
    public void close() {
        locked(() -> closed = true);
        runs.shutdown();
        try {
            thread.join();
            if (!runs.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("task runs are still going on after {} s and are stopped", CLOSE_SECONDS);
                runner.cancelRuns();
                runs.shutdownNow();
            }
        } catch (InterruptedException interrupted) {
            runs.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
