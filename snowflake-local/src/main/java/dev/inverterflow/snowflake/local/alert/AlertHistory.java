package dev.inverterflow.snowflake.local.alert;

import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The runs of alerts, kept in the engine. */
public final class AlertHistory {
    /** The table of the engine, as SQL names it. */
    public static final String TABLE = "\"$ALERT\".history";

    private final Connection connection;

    /**
     * A history kept in the engine. Runs that were going on when the server before ended are written down as cancelled.
     *
     * @param connection one of its own
     */
    AlertHistory(Connection connection, Instant now) throws SQLException {
        this.connection = connection;
        try (var statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA IF NOT EXISTS \"$ALERT\"");
            statement.execute("""
                    CREATE TABLE IF NOT EXISTS "$ALERT".history (
                      run_key VARCHAR, alert_id VARCHAR, name VARCHAR, database_name VARCHAR, schema_name VARCHAR,
                      condition VARCHAR, condition_query_id VARCHAR, action VARCHAR, action_query_id VARCHAR,
                      state VARCHAR, error_code VARCHAR, error_message VARCHAR, scheduled_time TIMESTAMPTZ,
                      start_time TIMESTAMPTZ, completed_time TIMESTAMPTZ, scheduled_from VARCHAR, runbook VARCHAR,
                      was_auto_suspended BOOLEAN, config VARCHAR, warehouse VARCHAR)""");
        }
        try (var cancel = connection.prepareStatement("UPDATE " + TABLE
                + " SET state = 'CANCELLED', completed_time = ?, error_message = 'The server was stopped.'"
                + " WHERE state = 'EXECUTING'")) {
            cancel.setTimestamp(1, Timestamp.from(now));
            cancel.executeUpdate();
        }
    }

    /** The ids of the alerts that the session's roles own. */
    public static List<String> ownedIds(SessionContext session) {
        return session.catalog().objects(Alert.KIND).all().stream()
                .filter(session.access()::owns)
                .map(Alert::id)
                .toList();
    }

    synchronized void began(AlertRun run, Instant now) {
        var alert = run.alert();
        try (var insert = connection.prepareStatement(
                "INSERT INTO " + TABLE
                        + " VALUES (?, ?, ?, ?, ?, ?, NULL, ?, NULL, 'EXECUTING', NULL, NULL, ?, ?, NULL, ?, ?, FALSE, ?, ?)")) {
            insert.setString(1, run.key());
            insert.setString(2, alert.id());
            insert.setString(3, alert.name().name());
            insert.setString(4, alert.name().database());
            insert.setString(5, alert.name().schema());
            insert.setString(6, alert.condition());
            insert.setString(7, alert.action());
            insert.setTimestamp(8, Timestamp.from(run.scheduledTime()));
            insert.setTimestamp(9, Timestamp.from(now));
            insert.setString(10, run.cause().label());
            insert.setString(11, alert.properties().get(AlertProperties.RUNBOOK));
            insert.setString(12, alert.properties().get(AlertProperties.CONFIG));
            insert.setString(13, alert.warehouse());
            insert.executeUpdate();
        } catch (SQLException failure) {
            throw notWritten(run, failure);
        }
    }

    synchronized void ended(AlertRun run) {
        var outcome = run.outcome();
        if (outcome == null) {
            throw new IllegalArgumentException("the run goes on");
        }
        try (var update = connection.prepareStatement(
                "UPDATE " + TABLE + " SET state = ?, completed_time = ?,"
                        + " condition_query_id = ?, action_query_id = ?, error_code = ?, error_message = ? WHERE run_key = ?")) {
            update.setString(1, outcome.state().name());
            update.setTimestamp(2, Timestamp.from(outcome.completedTime()));
            update.setString(3, outcome.conditionQueryId());
            update.setString(4, outcome.actionQueryId());
            update.setString(5, outcome.errorCode());
            update.setString(6, outcome.errorMessage());
            update.setString(7, run.key());
            update.executeUpdate();
        } catch (SQLException failure) {
            throw notWritten(run, failure);
        }
    }

    /** Marks the run whose failure led to the suspension of its alert. */
    synchronized void suspended(AlertRun run) {
        try (var update =
                connection.prepareStatement("UPDATE " + TABLE + " SET was_auto_suspended = TRUE WHERE run_key = ?")) {
            update.setString(1, run.key());
            update.executeUpdate();
        } catch (SQLException failure) {
            throw notWritten(run, failure);
        }
    }

    /** When the last run was due whose condition and action went well. */
    synchronized Optional<Instant> lastSuccess(String alertId) {
        var sql = "SELECT max(scheduled_time) FROM " + TABLE
                + " WHERE alert_id = ? AND state IN ('CONDITION_FALSE', 'TRIGGERED')";
        try (var select = connection.prepareStatement(sql)) {
            select.setString(1, alertId);
            try (var row = select.executeQuery()) {
                row.next();
                return Optional.ofNullable(row.getTimestamp(1)).map(Timestamp::toInstant);
            }
        } catch (SQLException failure) {
            throw Errors.internal("the history of alerts could not be read", failure);
        }
    }

    private static RuntimeException notWritten(AlertRun run, SQLException failure) {
        return Errors.internal("the run of alert " + run.alert().name() + " could not be written down", failure);
    }
}
