package dev.inverterflow.snowflake.local.task;

import dev.inverterflow.snowflake.local.catalog.Catalog;
import dev.inverterflow.snowflake.local.execution.CommandSet;
import dev.inverterflow.snowflake.local.execution.SystemFunctionProvider;
import dev.inverterflow.snowflake.local.execution.SystemSessions;
import dev.inverterflow.snowflake.local.task.run.GraphRunner;
import dev.inverterflow.snowflake.local.task.run.TaskFaults;
import dev.inverterflow.snowflake.local.task.run.TaskHistory;
import dev.inverterflow.snowflake.local.task.run.TaskRunner;
import dev.inverterflow.snowflake.local.task.run.TaskRuntime;
import dev.inverterflow.snowflake.local.task.run.TaskScheduler;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;

/**
 * Tasks as the server is put together with them: make it, give its commands to the sessions, {@linkplain #start start} it.
 */
public final class TaskPart implements AutoCloseable {
    private final TaskHistory history;
    private final TaskRunner runner;
    private final TaskScheduler scheduler;
    private final TaskRuntime runtime;
    private final TaskFaults faults = new TaskFaults();
    private final Graphs graphs;

    /**
     * Tasks of one server.
     *
     * @param sessions asked for the first session after {@link #start}
     * @param connection one of its own, to keep the history of runs
     * @param clockSpeed how much shorter intervals are than they say: at 300, one of 300 seconds takes one
     */
    public TaskPart(Catalog catalog, SystemSessions sessions, Connection connection, Clock clock, double clockSpeed)
            throws SQLException {
        history = new TaskHistory(connection, clock.instant());
        runner = new TaskRunner(sessions, history, faults, clock);
        scheduler = new TaskScheduler(catalog, new GraphRunner(runner, clock), history, clock, clockSpeed);
        runtime = new TaskRuntime(history);
        graphs = new Graphs(catalog, scheduler, clock);
    }

    public CommandSet commands() {
        return new TaskCommands(graphs);
    }

    public SystemFunctionProvider functions() {
        return new TaskFunctions(runner, runtime, graphs);
    }

    /** What is going on and what is due, for the histories. */
    public TaskScheduler scheduler() {
        return scheduler;
    }

    /** The runs of tasks. */
    public TaskHistory history() {
        return history;
    }

    /** Failures to order for runs to come. */
    public TaskFaults faults() {
        return faults;
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
    public void close() throws InterruptedException {
        scheduler.close();
        runner.close();
    }
}
