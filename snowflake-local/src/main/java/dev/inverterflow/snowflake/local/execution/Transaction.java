package dev.inverterflow.snowflake.local.execution;

import dev.inverterflow.snowflake.local.catalog.ObjectName;
import java.sql.SQLException;

/** The transaction of a session: its own handle, the same for the session's whole life. */
public interface Transaction {

    /** Whether a transaction is open, dead or alive. */
    boolean isOpen();

    /** Begins one by statement. Does nothing if one is open, as BEGIN does in Snowflake. */
    void begin() throws SQLException;

    /**
     * Commits. Does nothing if none is open.
     *
     * @throws dev.inverterflow.snowflake.local.error.SnowflakeException if the transaction is dead; it stays open until
     *     it is rolled back
     */
    void commit() throws SQLException;

    /** Rolls back, whatever state it is in. Does nothing if none is open. */
    void rollback() throws SQLException;

    /** Notes that a DML statement of it reads the stream, whose offset then moves when it commits. */
    void consume(ObjectName stream);

    /** Notes that a statement of it writes to the table. */
    void wrote(ObjectName table);
}
