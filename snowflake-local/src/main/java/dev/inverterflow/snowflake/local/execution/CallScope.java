package dev.inverterflow.snowflake.local.execution;

import java.sql.SQLException;

/**
 * The time in which a procedure's body runs in its caller's session.
 *
 * <p>While it is open, the body's statements are run by {@link #executor()} or come over the wire from a driver that
 * logged in with the {@link #ticket()}; both share the caller's transaction and temporary tables. The thread that opened
 * it keeps the session's own lock, so the caller's other statements wait, but none of the body's do.
 */
public interface CallScope extends AutoCloseable {

    /**
     * A secret, valid while this is open, that a login carries as session parameter {@link #TICKET_PARAMETER} to join the
     * caller's session instead of getting one of its own. Closing such a login never closes the session.
     */
    String ticket();

    /** Where the body's driver finds the server. A login with a ticket needs no other password. */
    ServerAddress server();

    /**
     * What to do if the calling statement is cancelled while this is open: run on another thread, once, at once if it has
     * been cancelled already. Not run any more when this is closed.
     */
    void onCancel(Runnable stop);

    /** Runs statements of the body. */
    SqlExecutor executor();

    /**
     * Ends the body's time, restores role, database and schema.
     *
     * @throws dev.inverterflow.snowflake.local.error.SnowflakeException if the body leaves a transaction open that it
     *     began: it is rolled back
     */
    @Override
    void close() throws SQLException;

    /** The session parameter of a login that carries a ticket. */
    String TICKET_PARAMETER = "SNOWFLAKE_LOCAL_ATTACH";
}
