package dev.inverterflow.snowflake.local.execution;

import java.util.Optional;

/** A session of the server itself. Closing it rolls an open transaction back. */
public interface SystemSession extends SqlExecutor, AutoCloseable {

    /** What its commands see, for callers that hold a parsed statement already. */
    SessionContext context();

    /** The id of the statement now running or run last; empty before the first. */
    Optional<String> lastQueryId();

    /** Stops the statement now running, from another thread: it fails with 000604. */
    void cancel();

    @Override
    void close();
}
