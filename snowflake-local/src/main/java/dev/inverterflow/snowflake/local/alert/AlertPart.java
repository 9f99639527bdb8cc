package dev.inverterflow.snowflake.local.alert;

import dev.inverterflow.snowflake.local.catalog.Catalog;
import dev.inverterflow.snowflake.local.execution.CommandSet;
import dev.inverterflow.snowflake.local.execution.SystemFunctionProvider;
import dev.inverterflow.snowflake.local.execution.SystemSessions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;

/**
 * Alerts as the server is put together with them: make it, give its commands to the sessions, {@linkplain #start start} it.
 */
public final class AlertPart implements AutoCloseable {
    private final AlertHistory history;
    private final AlertRunner runner;
    private final AlertScheduler scheduler;

    /**
     * Alerts of one server.
     *
     * @param sessions asked for the first session after {@link #start}
     * @param connection one of its own, to keep the history of runs
     * @param clockSpeed how much shorter intervals are than they say
     */
    public AlertPart(Catalog catalog, SystemSessions sessions, Connection connection, Clock clock, double clockSpeed)
            throws SQLException {
        history = new AlertHistory(connection, clock.instant());
        runner = new AlertRunner(sessions, history, clock);
        scheduler = new AlertScheduler(catalog, runner, history, clock, clockSpeed);
    }

    public CommandSet commands() {
        return new AlertCommands(scheduler);
    }

    public SystemFunctionProvider functions() {
        return new AlertFunctions(runner, history);
    }

    /** What is due, for the histories. */
    public AlertScheduler scheduler() {
        return scheduler;
    }

    /** Starts to run alerts that are due. */
    public void start() {
        scheduler.start();
    }

    /** To be called when rows may have come to a table that an alert watches. */
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
    }
}
