package dev.inverterflow.snowflake.local.task.run;

import dev.inverterflow.snowflake.local.error.SnowflakeException;
import dev.inverterflow.snowflake.local.execution.SystemSession;
import dev.inverterflow.snowflake.local.execution.SystemSessionSpec;
import dev.inverterflow.snowflake.local.execution.SystemSessions;
import dev.inverterflow.snowflake.local.task.model.Task;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.jspecify.annotations.Nullable;

/** Runs one task once, in a session of the server with the role of the task's owner, and writes the run down. */
public final class TaskRunner implements AutoCloseable {
    private final SystemSessions sessions;
    private final TaskHistory history;
    private final TaskFaults faults;
    private final Clock clock;
    private final Map<Long, RunningTask> running = new ConcurrentHashMap<>();
    private final Map<RunningTask, SystemSession> open = new ConcurrentHashMap<>();
    private final Set<RunningTask> cancelled = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(TaskRunner::timerThread);

    public TaskRunner(SystemSessions sessions, TaskHistory history, TaskFaults faults, Clock clock) {
        this.sessions = sessions;
        this.history = history;
        this.faults = faults;
        this.clock = clock;
    }

    /** The task that runs in a session, if one does. */
    public Optional<RunningTask> in(long sessionId) {
        return Optional.ofNullable(running.get(sessionId));
    }

    /** Stops the runs of a task that are going on. */
    public void cancel(String taskId) {
        open.forEach((run, session) -> {
            if (run.task().id().equals(taskId)) {
                cancelled.add(run);
                session.cancel();
            }
        });
    }

    /** Runs a task if its condition holds; what goes wrong is part of the answer. */
    TaskRun.Outcome run(Task task, GraphRun graph, Instant scheduledTime) {
        var run = new TaskRun(UUID.randomUUID().toString(), task, graph.origin(), scheduledTime, clock.instant(), null);
        try (var session = open(task)) {
            return run(run, graph, session);
        } catch (SnowflakeException refused) {
            history.began(run);
            return written(run, TaskRun.Outcome.of(TaskRun.State.FAILED, clock.instant(), null, refused));
        }
    }

    private TaskRun.Outcome run(TaskRun run, GraphRun graph, SystemSession session) {
        var current = new RunningTask(run.task(), graph);
        running.put(session.context().id(), current);
        try {
            return isWanted(run, session) ? executed(run, current, session) : skipped(run);
        } catch (SnowflakeException badCondition) {
            history.began(run);
            return written(run, TaskRun.Outcome.of(TaskRun.State.FAILED, clock.instant(), null, badCondition));
        } finally {
            running.remove(session.context().id());
        }
    }

    /** Whether the condition holds. EXECUTE TASK does not look at that of a root: somebody asked for this run. */
    private static boolean isWanted(TaskRun run, SystemSession session) {
        var task = run.task();
        boolean asked = task.root() && run.origin().cause() == RunOrigin.Cause.EXECUTE_TASK;
        return asked || task.definition().condition() == null || holds(task, session);
    }

    /** A trigger that turns out to be none leaves no trace. */
    private TaskRun.Outcome skipped(TaskRun run) {
        var outcome = TaskRun.Outcome.skipped(clock.instant());
        if (!run.task().root() || run.origin().cause() != RunOrigin.Cause.TRIGGER) {
            history.skipped(run.ended(outcome));
        }
        return outcome;
    }

    private TaskRun.Outcome executed(TaskRun run, RunningTask current, SystemSession session) {
        // Before anybody can read that it runs: who does may stop it.
        open.put(current, session);
        try {
            history.began(run);
            return written(run, execute(session, current, limit(run.task(), current.graph())));
        } finally {
            open.remove(current);
            cancelled.remove(current);
        }
    }

    private static boolean holds(Task task, SystemSession session) {
        return "1"
                .equals(session.execute("SELECT (" + task.definition().condition() + ")::BOOLEAN")
                        .scalar());
    }

    private TaskRun.Outcome written(TaskRun run, TaskRun.Outcome outcome) {
        history.ended(run.ended(outcome));
        return outcome;
    }

    private TaskRun.Outcome execute(SystemSession session, RunningTask current, Duration time) {
        var limit = TimeLimit.start(session, time, timer);
        try (limit) {
            faults.check(current.task().name().name());
            session.execute(current.task().definition().body());
            return TaskRun.Outcome.succeeded(
                    clock.instant(), session.lastQueryId().orElse(null), current.returnValue());
        } catch (SnowflakeException failure) {
            var state = cancelled.contains(current) ? TaskRun.State.CANCELLED : TaskRun.State.FAILED;
            return TaskRun.Outcome.of(
                    state, clock.instant(), session.lastQueryId().orElse(null), limit.explain(failure));
        }
    }

    /** A task's own limit, else what is left of its graph's, which is the root's; the statement's own if it is shorter. */
    private static Duration limit(Task task, GraphRun graph) {
        var definition = task.definition();
        var limit = definition.hasTimeout() && !task.root()
                ? definition.timeout()
                : graph.root().definition().timeout().minusNanos(graph.age());
        @Nullable String ofStatement = definition.sessionParameters().get("STATEMENT_TIMEOUT_IN_SECONDS");
        if (ofStatement != null && !ofStatement.equals("0")) {
            var seconds = Duration.ofSeconds(Long.parseLong(ofStatement));
            limit = seconds.compareTo(limit) < 0 ? seconds : limit;
        }
        return limit.compareTo(Duration.ofMillis(1)) < 0 ? Duration.ofMillis(1) : limit;
    }

    private SystemSession open(Task task) {
        var definition = task.definition();
        return sessions.open(new SystemSessionSpec(
                SystemSessionSpec.SYSTEM_USER,
                task.owner(),
                task.name().database(),
                task.name().schema(),
                definition.warehouse(),
                definition.sessionParameters()));
    }

    /** Stops all runs. */
    void cancelAll() {
        open.forEach((run, session) -> {
            cancelled.add(run);
            session.cancel();
        });
    }

    private static Thread timerThread(Runnable timer) {
        var thread = new Thread(timer, "snowflake-local-task-timer");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
