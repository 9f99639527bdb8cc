package dev.inverterflow.snowflake.local.task;

import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.error.SnowflakeException;
import dev.inverterflow.snowflake.local.execution.SystemSession;
import dev.inverterflow.snowflake.local.execution.SystemSessionSpec;
import dev.inverterflow.snowflake.local.execution.SystemSessions;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.jspecify.annotations.Nullable;

/** Runs one task once, in a session of the server with the role of the task's owner, and writes the run down. */
final class TaskRunner implements AutoCloseable {
    private final SystemSessions sessions;
    private final TaskHistory history;
    private final Clock clock;
    private final Set<SystemSession> running = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(TaskRunner::timerThread);

    TaskRunner(SystemSessions sessions, TaskHistory history, Clock clock) {
        this.sessions = sessions;
        this.history = history;
        this.clock = clock;
    }

    /**
     * Runs the task's body if its condition holds.
     *
     * @return empty if it does not; a condition that cannot be evaluated is a failed run
     */
    Optional<TaskRun> runIfDue(Task task, TaskRun.Cause cause, Instant scheduledTime) {
        var startTime = clock.instant();
        try (var session = open(task)) {
            if (task.condition() != null
                    && !"1".equals(session.execute("SELECT " + task.condition()).scalar())) {
                return Optional.empty();
            }
        } catch (SnowflakeException unknown) {
            return Optional.of(written(failed(task, null, cause, scheduledTime, startTime, unknown)));
        }
        return Optional.of(run(task, cause, scheduledTime));
    }

    /** Runs the task's body; what goes wrong is part of the answer. */
    TaskRun run(Task task, TaskRun.Cause cause, Instant scheduledTime) {
        var startTime = clock.instant();
        try (var session = open(task)) {
            return written(execute(session, task, cause, scheduledTime, startTime));
        } catch (SnowflakeException refused) {
            return written(failed(task, null, cause, scheduledTime, startTime, refused));
        }
    }

    private TaskRun written(TaskRun run) {
        try {
            history.add(run);
        } catch (SQLException failure) {
            throw Errors.internal("the run of task " + run.task().name() + " could not be written down", failure);
        }
        return run;
    }

    /** Stops what runs now. */
    void cancelRuns() {
        running.forEach(SystemSession::cancel);
    }

    private TaskRun execute(
            SystemSession session, Task task, TaskRun.Cause cause, Instant scheduledTime, Instant startTime) {
        var limit = TimeLimit.start(session, task.timeout(), timer);
        running.add(session);
        try (limit) {
            session.execute(task.body());
            return new TaskRun(
                    task,
                    session.lastQueryId().orElse(null),
                    TaskRun.State.SUCCEEDED,
                    cause,
                    scheduledTime,
                    startTime,
                    clock.instant(),
                    null,
                    null);
        } catch (SnowflakeException failure) {
            return failed(
                    task, session.lastQueryId().orElse(null), cause, scheduledTime, startTime, limit.explain(failure));
        } finally {
            running.remove(session);
        }
    }

    private TaskRun failed(
            Task task,
            @Nullable String queryId,
            TaskRun.Cause cause,
            Instant scheduledTime,
            Instant startTime,
            SnowflakeException failure) {
        return new TaskRun(
                task,
                queryId,
                TaskRun.State.FAILED,
                cause,
                scheduledTime,
                startTime,
                clock.instant(),
                failure.paddedCode(),
                failure.getMessage());
    }

    private SystemSession open(Task task) {
        return sessions.open(new SystemSessionSpec(
                SystemSessionSpec.SYSTEM_USER,
                task.owner(),
                task.name().database(),
                task.name().schema(),
                task.warehouse(),
                task.sessionParameters()));
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
