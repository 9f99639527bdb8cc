package dev.inverterflow.snowflake.local.task;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;

/** The runs of tasks that have ended, kept in the engine. */
public final class TaskHistory {
    /** The table of the engine, as SQL names it. */
    public static final String TABLE = "\"$TASK\".history";

    private final Connection connection;

    /**
     * A history kept in the engine.
     *
     * @param connection one of its own, so that what a run undoes does not undo its entry
     */
    TaskHistory(Connection connection) throws SQLException {
        this.connection = connection;
        try (var statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA IF NOT EXISTS \"$TASK\"");
            statement.execute("""
                    CREATE TABLE IF NOT EXISTS "$TASK".history (
                      query_id VARCHAR, name VARCHAR, database_name VARCHAR, schema_name VARCHAR, query_text VARCHAR,
                      condition_text VARCHAR, state VARCHAR, error_code VARCHAR, error_message VARCHAR,
                      scheduled_time TIMESTAMPTZ, query_start_time TIMESTAMPTZ, completed_time TIMESTAMPTZ,
                      task_id VARCHAR, run_id BIGINT, scheduled_from VARCHAR, warehouse VARCHAR, size VARCHAR)""");
        }
    }

    synchronized void add(TaskRun run) throws SQLException {
        var task = run.task();
        try (var insert = connection.prepareStatement(
                "INSERT INTO " + TABLE + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            insert.setString(1, run.queryId());
            insert.setString(2, task.name().name());
            insert.setString(3, task.name().database());
            insert.setString(4, task.name().schema());
            insert.setString(5, task.body());
            insert.setString(6, task.condition());
            insert.setString(7, run.state().name());
            insert.setString(8, run.errorCode());
            insert.setString(9, run.errorMessage());
            insert.setTimestamp(10, Timestamp.from(run.scheduledTime()));
            insert.setTimestamp(11, Timestamp.from(run.startTime()));
            insert.setTimestamp(12, Timestamp.from(run.completedTime()));
            insert.setString(13, task.id());
            insert.setLong(14, run.scheduledTime().toEpochMilli());
            insert.setString(15, run.scheduledFrom().label());
            insert.setString(16, task.warehouse());
            insert.setString(17, task.serverlessSize());
            insert.executeUpdate();
        }
    }
}
