package dev.inverterflow.snowflake.local.task;

import static org.awaitility.Awaitility.await;

import dev.inverterflow.snowflake.local.MovingClockServer;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** A server on a clock that stands still until it is moved, with a table LOG in which tasks write their names and a stream S on a table T. */
final class TaskGraphs implements AutoCloseable {
    /** A statement that takes far longer than any test waits. */
    static final String SLOW = "INSERT INTO log SELECT 'SLOW', COUNT(*)::VARCHAR FROM"
            + " (SELECT SEQ4() AS n FROM TABLE(GENERATOR(ROWCOUNT => 300000))) a"
            + " JOIN (SELECT SEQ4() AS n FROM TABLE(GENERATOR(ROWCOUNT => 300000))) b ON a.n * b.n = 7";

    private final MovingClockServer server;

    private TaskGraphs(MovingClockServer server) {
        this.server = server;
    }

    static TaskGraphs start() throws SQLException {
        var server = MovingClockServer.start();
        server.execute("CREATE TABLE log (task VARCHAR, value VARCHAR)");
        server.execute("CREATE TABLE t (v INTEGER)");
        server.execute("CREATE STREAM s ON TABLE t APPEND_ONLY = TRUE");
        return new TaskGraphs(server);
    }

    MovingClockServer server() {
        return server;
    }

    /** A task that logs its name. */
    void task(String name, String clauses) throws SQLException {
        server.execute("CREATE TASK " + name + " " + clauses + " AS INSERT INTO log VALUES ('"
                + name.toUpperCase(Locale.ROOT) + "', NULL)");
    }

    void enableAll() throws SQLException {
        enableAll("root");
    }

    void enableAll(String root) throws SQLException {
        server.rows("SELECT SYSTEM$TASK_DEPENDENTS_ENABLE('" + root + "')");
    }

    void pass(Duration time) {
        server.clock().advance(time);
        await().until(server::idle);
    }

    List<String> logged() throws SQLException {
        return names("SELECT task FROM log");
    }

    /** The first column of an answer. */
    List<String> names(String sql) throws SQLException {
        return server.rows(sql).stream().map(row -> row.get(0)).toList();
    }

    int executing(String task) throws SQLException {
        return server.rows("SELECT NAME FROM TABLE(INFORMATION_SCHEMA.TASK_HISTORY(TASK_NAME => '" + task + "'))"
                        + " WHERE STATE = 'EXECUTING'")
                .size();
    }

    String state(String task) throws SQLException {
        return server.rows("SHOW TASKS LIKE '" + task + "'").get(0).get(10);
    }

    @Override
    public void close() throws SQLException {
        server.close();
    }
}
