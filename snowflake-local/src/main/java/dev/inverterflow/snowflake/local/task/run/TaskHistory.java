package dev.inverterflow.snowflake.local.task.run;

import dev.inverterflow.snowflake.local.error.Errors;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The runs of tasks, kept in the engine. */
public final class TaskHistory {
    /** The table of the engine, as SQL names it. */
    public static final String TABLE = "\"$TASK\".history";

    private final Connection connection;

    /**
     * A history kept in the engine. Runs that were going on when the server before ended are written down as cancelled.
     *
     * @param connection one of its own, so that what a run undoes does not undo its entry
     */
    public TaskHistory(Connection connection, Instant now) throws SQLException {
        this.connection = connection;
        try (var statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA IF NOT EXISTS \"$TASK\"");
            statement.execute("""
                    CREATE TABLE IF NOT EXISTS "$TASK".history (
                      run_key VARCHAR, query_id VARCHAR, name VARCHAR, database_name VARCHAR, schema_name VARCHAR,
                      query_text VARCHAR, condition_text VARCHAR, state VARCHAR, error_code VARCHAR, error_message VARCHAR,
                      scheduled_time TIMESTAMPTZ, query_start_time TIMESTAMPTZ, completed_time TIMESTAMPTZ,
                      next_scheduled_time TIMESTAMPTZ, task_id VARCHAR, root_task_id VARCHAR, root_task_name VARCHAR,
                      graph_version BIGINT, run_id BIGINT, graph_run_group_id VARCHAR, graph_scheduled_time TIMESTAMPTZ,
                      attempt_number BIGINT, scheduled_from VARCHAR, config VARCHAR, return_value VARCHAR,
                      warehouse VARCHAR, size VARCHAR)""");
        }
        try (var cancel = connection.prepareStatement("UPDATE " + TABLE
                + " SET state = 'CANCELLED', completed_time = ?, error_message = 'The server was stopped.'"
                + " WHERE state = 'EXECUTING'")) {
            cancel.setTimestamp(1, Timestamp.from(now));
            cancel.executeUpdate();
        }
    }

    synchronized void began(TaskRun run) {
        insert(run);
    }

    synchronized void ended(TaskRun run) {
        var outcome = run.outcome();
        if (outcome == null) {
            throw new IllegalArgumentException("the run goes on");
        }
        try (var update = connection.prepareStatement("UPDATE " + TABLE + " SET state = ?, completed_time = ?,"
                + " query_id = ?, error_code = ?, error_message = ?, return_value = ? WHERE run_key = ?")) {
            update.setString(1, outcome.state().name());
            update.setTimestamp(2, Timestamp.from(outcome.completedTime()));
            update.setString(3, outcome.queryId());
            update.setString(4, outcome.errorCode());
            update.setString(5, outcome.errorMessage());
            update.setString(6, outcome.returnValue());
            update.setString(7, run.key());
            update.executeUpdate();
        } catch (SQLException failure) {
            throw notWritten(run, failure);
        }
    }

    /** Writes down a run that ended as soon as it began. */
    synchronized void skipped(TaskRun run) {
        insert(run);
    }

    /** Writes down a run of a serverless task that succeeded, for what is told of and did not happen here. */
    public synchronized void wrote(
            String database, String schema, String name, Instant scheduled, Instant started, Instant completed) {
        try (var insert = connection.prepareStatement("INSERT INTO " + TABLE
                + " (run_key, query_id, name, database_name, schema_name, state, scheduled_time, query_start_time,"
                + " completed_time, task_id, attempt_number, scheduled_from, size)"
                + " VALUES (uuid(), uuid(), ?, ?, ?, 'SUCCEEDED', ?, ?, ?, ?, 1, 'SCHEDULE', 'XSMALL')")) {
            insert.setString(1, name);
            insert.setString(2, database);
            insert.setString(3, schema);
            setTime(insert, 4, scheduled);
            setTime(insert, 5, started);
            setTime(insert, 6, completed);
            insert.setString(7, String.join(".", database, schema, name));
            insert.executeUpdate();
        } catch (SQLException failure) {
            throw Errors.internal("the run of task " + name + " could not be written down", failure);
        }
    }

    /** Marks the failed runs of a graph run that led to the suspension of its root. */
    synchronized void suspended(RunOrigin origin) {
        try (var update = connection.prepareStatement("UPDATE " + TABLE + " SET state = 'FAILED_AND_AUTO_SUSPENDED'"
                + " WHERE state = 'FAILED' AND graph_run_group_id = ? AND attempt_number = ?")) {
            update.setString(1, origin.groupId());
            update.setInt(2, origin.attempt());
            update.executeUpdate();
        } catch (SQLException failure) {
            throw Errors.internal(
                    "the suspension of task " + origin.root().name() + " could not be written down", failure);
        }
    }

    /** A run of a graph that succeeded. */
    record Success(String groupId, Instant originalTime) {}

    /** The last run of a root's graph that succeeded before a moment. */
    synchronized Optional<Success> lastSuccess(String rootId, Instant before) {
        var sql = "SELECT graph_run_group_id, min(run_id) FROM " + TABLE
                + " WHERE root_task_id = ? AND state <> 'SKIPPED' GROUP BY graph_run_group_id, attempt_number"
                + " HAVING bool_and(state = 'SUCCEEDED') AND max(completed_time) <= ?"
                + " ORDER BY max(completed_time) DESC LIMIT 1";
        try (var select = connection.prepareStatement(sql)) {
            select.setString(1, rootId);
            select.setTimestamp(2, Timestamp.from(before));
            try (var row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(new Success(row.getString(1), Instant.ofEpochMilli(row.getLong(2))))
                        : Optional.empty();
            }
        } catch (SQLException failure) {
            throw Errors.internal("the history of tasks could not be read", failure);
        }
    }

    private void insert(TaskRun run) {
        var task = run.task();
        var origin = run.origin();
        var outcome = run.outcome();
        try (var insert = connection.prepareStatement("INSERT INTO " + TABLE + " VALUES (" + "?, ".repeat(26) + "?)")) {
            insert.setString(1, run.key());
            insert.setString(2, null);
            insert.setString(3, task.name().name());
            insert.setString(4, task.name().database());
            insert.setString(5, task.name().schema());
            insert.setString(6, task.definition().body());
            insert.setString(7, task.definition().condition());
            insert.setString(8, run.state().name());
            insert.setString(9, null);
            insert.setString(10, null);
            setTime(insert, 11, run.scheduledTime());
            setTime(insert, 12, outcome == null ? run.startTime() : null);
            setTime(insert, 13, outcome == null ? null : outcome.completedTime());
            setTime(insert, 14, origin.nextTime());
            insert.setString(15, task.id());
            insert.setString(16, origin.root().id());
            insert.setString(17, origin.root().name().name());
            insert.setInt(18, origin.root().status().version());
            insert.setLong(19, origin.originalTime().toEpochMilli());
            insert.setString(20, origin.groupId());
            setTime(insert, 21, origin.scheduledTime());
            insert.setInt(22, origin.attempt());
            insert.setString(23, origin.cause().label());
            insert.setString(24, origin.config());
            insert.setString(25, null);
            insert.setString(26, task.definition().warehouse());
            insert.setString(27, task.serverlessSize());
            insert.executeUpdate();
        } catch (SQLException failure) {
            throw notWritten(run, failure);
        }
    }

    private static RuntimeException notWritten(TaskRun run, SQLException failure) {
        return Errors.internal("the run of task " + run.task().name() + " could not be written down", failure);
    }

    private static void setTime(PreparedStatement statement, int index, @Nullable Instant time) throws SQLException {
        statement.setTimestamp(index, time == null ? null : Timestamp.from(time));
    }
}
