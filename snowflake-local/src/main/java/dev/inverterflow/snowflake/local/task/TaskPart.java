package dev.inverterflow.snowflake.local.task;

import dev.inverterflow.snowflake.local.catalog.Catalog;
import dev.inverterflow.snowflake.local.execution.CommandSet;
import dev.inverterflow.snowflake.local.execution.SystemSessions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;

/**
 * Tasks as the server is put together with them: make it, give its commands to the sessions, {@linkplain #start start} it.
 */
public final class TaskPart implements AutoCloseable {
    private final TaskRunner runner;
    private final TaskScheduler scheduler;

    /**
     * Tasks of one server.
     *
     * @param sessions asked for the first session after {@link #start}
     * @param connection one of its own, to keep the history of runs
     * @param clockSpeed how much shorter intervals are than they say: at 300, one of 300 seconds takes one
     */
    public TaskPart(Catalog catalog, SystemSessions sessions, Connection connection, Clock clock, double clockSpeed)
            throws SQLException {
        if (!(clockSpeed > 0)) {
            throw new IllegalArgumentException("clockSpeed must be above 0, not " + clockSpeed);
        }
        runner = new TaskRunner(sessions, new TaskHistory(connection), clock);
        scheduler = new TaskScheduler(catalog, runner, clock, clockSpeed);
    }

    public CommandSet commands() {
        return new TaskCommands(scheduler);
    }

    /** Starts to run tasks that are due. */
    public void start() {
        scheduler.start();
    }

    /** To be called when rows may have come to a stream. */
    public void streamsChanged() {
        scheduler.streamsChanged();
    }

    /** To be called when the clock was moved. */
    public void clockMoved() {
        scheduler.wake();
    }

    /** Whether no run is going on and none is due. */
    public boolean idle() {
        return scheduler.idle();
    }

    /** Starts nothing more, waits for the runs that are going on. */
    @Override
    public void close() {
        scheduler.close();
        runner.close();
    }
}
