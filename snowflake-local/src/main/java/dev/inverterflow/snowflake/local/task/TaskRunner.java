package dev.inverterflow.snowflake.local.task;

import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.error.SnowflakeException;
import dev.inverterflow.snowflake.local.execution.SystemSession;
import dev.inverterflow.snowflake.local.execution.SystemSessionSpec;
import dev.inverterflow.snowflake.local.execution.SystemSessions;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Runs one task once, in a session of the server with the role of the task's owner, and writes the run down. */
final class TaskRunner {
    private static final String STATEMENT_TIMEOUT = "STATEMENT_TIMEOUT_IN_SECONDS";

    private final SystemSessions sessions;
    private final TaskHistory history;
    private final Clock clock;

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

    private TaskRun execute(
            SystemSession session, Task task, TaskRun.Cause cause, Instant scheduledTime, Instant startTime) {
        try {
            session.execute(task.body());
            return new TaskRun(
                    task,
                    lastQueryId(session),
                    TaskRun.State.SUCCEEDED,
                    cause,
                    scheduledTime,
                    startTime,
                    clock.instant(),
                    null,
                    null);
        } catch (SnowflakeException failure) {
            return failed(task, lastQueryId(session), cause, scheduledTime, startTime, failure);
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

    private static @Nullable String lastQueryId(SystemSession session) {
        return session.context().history().queryId(-1).orElse(null);
    }

    private SystemSession open(Task task) {
        var parameters = new HashMap<>(task.sessionParameters());
        long timeoutSeconds = Math.max(1, task.timeout().toSeconds());
        parameters.putIfAbsent(STATEMENT_TIMEOUT, String.valueOf(timeoutSeconds));
        return sessions.open(new SystemSessionSpec(
                SystemSessionSpec.SYSTEM_USER,
                task.owner(),
                task.name().database(),
                task.name().schema(),
                task.warehouse(),
                parameters));
    }
}
