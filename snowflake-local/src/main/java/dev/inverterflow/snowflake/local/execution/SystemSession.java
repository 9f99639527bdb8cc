package dev.inverterflow.snowflake.local.execution;

import dev.inverterflow.snowflake.local.ast.Statement;
import java.util.Optional;

/** A session of the server itself. Closing it rolls an open transaction back. */
public interface SystemSession extends SqlExecutor, AutoCloseable {

    /** Runs a statement that is parsed already; {@code text} is what it counts as in messages and histories. */
    Result execute(Statement statement, String text);

    /**
     * What its commands see: catalog, clock, names, connection and transaction. What belongs to a running statement, such as
     * its id, is there only while one runs.
     */
    SessionContext context();

    /** The id of the statement that ended last; empty before the first. */
    Optional<String> lastQueryId();

    /** Stops the statement now running, from any thread, and lets none begin any more: they fail with 000604. */
    void cancel();

    @Override
    void close();
}
