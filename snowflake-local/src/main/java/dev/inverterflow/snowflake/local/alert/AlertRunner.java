package dev.inverterflow.snowflake.local.alert;

import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.error.SnowflakeException;
import dev.inverterflow.snowflake.local.execution.SystemSession;
import dev.inverterflow.snowflake.local.execution.SystemSessionSpec;
import dev.inverterflow.snowflake.local.execution.SystemSessions;
import dev.inverterflow.snowflake.local.stream.NewRows;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Looks at an alert's condition once, and does what it says, in a session of the server with the role of its owner. */
final class AlertRunner {
    private final SystemSessions sessions;
    private final AlertHistory history;
    private final Clock clock;
    private final Map<Long, Running> running = new ConcurrentHashMap<>();
    private final Map<String, SystemSession> open = new ConcurrentHashMap<>();
    private final Set<String> cancelled = ConcurrentHashMap.newKeySet();

    AlertRunner(SystemSessions sessions, AlertHistory history, Clock clock) {
        this.sessions = sessions;
        this.history = history;
        this.clock = clock;
    }

    /** An alert while it runs, as its statements may ask about it. */
    static final class Running {
        private final AlertRun run;
        private volatile @Nullable String conditionQueryId;

        Running(AlertRun run) {
            this.run = run;
        }

        AlertRun run() {
            return run;
        }

        @Nullable
        String conditionQueryId() {
            return conditionQueryId;
        }
    }

    /** The alert that runs in a session, if one does. */
    Optional<Running> in(long sessionId) {
        return Optional.ofNullable(running.get(sessionId));
    }

    /** Stops the run of an alert that is going on. */
    void cancel(String alertId) {
        var session = open.get(alertId);
        if (session != null) {
            cancelled.add(alertId);
            session.cancel();
        }
    }

    void cancelAll() {
        Set.copyOf(open.keySet()).forEach(this::cancel);
    }

    /**
     * Runs an alert; what goes wrong is part of the answer.
     *
     * @return the run, or empty if there was nothing new for an alert on new data
     */
    Optional<AlertRun> run(AlertRun run) {
        try (var session = open(run.alert())) {
            return run(run, session);
        } catch (SnowflakeException refused) {
            history.began(run, clock.instant());
            return Optional.of(ended(
                    run,
                    AlertRun.Outcome.of(AlertRun.State.FAILED, clock.instant(), null, null)
                            .because(refused)));
        }
    }

    private Optional<AlertRun> run(AlertRun run, SystemSession session) {
        var alert = run.alert();
        var newRows = alert.newRows();
        if (newRows != null && !NewRows.any(AlertCommands.hidden(alert), session.context())) {
            return Optional.empty();
        }
        var current = new Running(run);
        running.put(session.context().id(), current);
        open.put(alert.id(), session);
        try {
            if (newRows == null) {
                history.began(run, clock.instant());
                return Optional.of(ended(run, onSchedule(current, session)));
            }
            return onNewRows(current, newRows, session).map(outcome -> {
                history.began(run, clock.instant());
                return ended(run, outcome);
            });
        } finally {
            running.remove(session.context().id());
            open.remove(alert.id());
            cancelled.remove(alert.id());
        }
    }

    private AlertRun.Outcome onSchedule(Running current, SystemSession session) {
        boolean holds;
        try {
            holds = !session.execute(current.run.alert().condition()).rows().isEmpty();
        } catch (SnowflakeException failure) {
            return failed(AlertRun.State.CONDITION_FAILED, current, session, failure);
        }
        current.conditionQueryId = session.lastQueryId().orElse(null);
        return holds
                ? act(current, session)
                : AlertRun.Outcome.of(AlertRun.State.CONDITION_FALSE, clock.instant(), current.conditionQueryId, null);
    }

    /** The rows it looked at are behind it once it has looked, whatever the action does; a condition that failed is asked again. */
    private Optional<AlertRun.Outcome> onNewRows(Running current, NewRowsCondition condition, SystemSession session) {
        var hidden = AlertCommands.hidden(current.run.alert());
        var transaction = session.context().transaction();
        boolean holds;
        try {
            transaction.begin();
            transaction.consume(hidden);
            holds = !session.execute(condition.over(hidden)).rows().isEmpty();
            current.conditionQueryId = session.lastQueryId().orElse(null);
            transaction.commit();
        } catch (SnowflakeException failure) {
            rollback(session);
            return Optional.of(failed(AlertRun.State.CONDITION_FAILED, current, session, failure));
        } catch (SQLException broken) {
            throw Errors.internal(
                    "the new rows for alert " + current.run.alert().name() + " could not be read", broken);
        }
        return holds ? Optional.of(act(current, session)) : Optional.empty();
    }

    private AlertRun.Outcome act(Running current, SystemSession session) {
        try {
            session.execute(current.run.alert().action());
            return AlertRun.Outcome.of(
                    AlertRun.State.TRIGGERED,
                    clock.instant(),
                    current.conditionQueryId,
                    session.lastQueryId().orElse(null));
        } catch (SnowflakeException failure) {
            return failed(AlertRun.State.ACTION_FAILED, current, session, failure);
        }
    }

    private AlertRun.Outcome failed(
            AlertRun.State how, Running current, SystemSession session, SnowflakeException failure) {
        boolean stopped = cancelled.contains(current.run.alert().id());
        var lastQuery = session.lastQueryId().orElse(null);
        boolean inAction = how == AlertRun.State.ACTION_FAILED;
        return AlertRun.Outcome.of(
                        stopped ? AlertRun.State.CANCELLED : how,
                        clock.instant(),
                        inAction ? current.conditionQueryId : lastQuery,
                        inAction ? lastQuery : null)
                .because(failure);
    }

    private static void rollback(SystemSession session) {
        try {
            session.context().transaction().rollback();
        } catch (SQLException broken) {
            throw Errors.internal("the transaction of an alert could not be rolled back", broken);
        }
    }

    private AlertRun ended(AlertRun run, AlertRun.Outcome outcome) {
        var ended = run.ended(outcome);
        history.ended(ended);
        return ended;
    }

    private SystemSession open(Alert alert) {
        return sessions.open(new SystemSessionSpec(
                SystemSessionSpec.SYSTEM_USER,
                alert.owner(),
                alert.name().database(),
                alert.name().schema(),
                alert.warehouse(),
                Map.of()));
    }
}
