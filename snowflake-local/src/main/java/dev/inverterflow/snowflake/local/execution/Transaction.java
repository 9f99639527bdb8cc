package dev.inverterflow.snowflake.local.execution;

import dev.inverterflow.snowflake.local.catalog.ObjectName;
import dev.inverterflow.snowflake.local.catalog.Table;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The transaction of a session: its own handle, the same for the session's whole life. */
public interface Transaction {

    /** Whether a transaction is open, dead or alive. */
    boolean isOpen();

    /**
     * Begins one for work of the server itself, which is to be rolled back as a whole if a statement fails. Does nothing if
     * one is open.
     */
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

    /** What others know of it; empty if none is open. */
    Optional<OpenTransaction> info();

    /**
     * Says what the statement about to run reads, before the engine sees it, and after its locks were taken: what others
     * have committed to these tables is brought into view.
     *
     * @param tables the tables it reads; for UPDATE, DELETE and MERGE the one it changes is among them
     * @param streams the streams it reads; from then on the transaction's view stays as it is
     */
    void reads(Set<ObjectName> tables, Set<ObjectName> streams) throws SQLException;

    /**
     * Notes that a DML statement of it reads the stream, whose offset then moves when it commits. Takes the stream's lock,
     * as {@link #changes} does.
     */
    void consume(ObjectName stream);

    /** Notes that a statement of it adds rows to the table. */
    void wrote(ObjectName table);

    /**
     * Takes the table's lock for the rest of the transaction, because a statement changes or deletes rows of it; waits for
     * the transaction that has it.
     *
     * @throws dev.inverterflow.snowflake.local.error.SnowflakeException 000625 if it is not released within LOCK_TIMEOUT
     */
    void changes(ObjectName table);

    /** Notes that a statement of it has updated or deleted rows of the table, not a temporary one. */
    void removed(ObjectName table, long rows);

    /**
     * The tables of the engine, quoted and with their schema, that hold rows of a table, not a temporary one, beside it and have
     * that column: what is done to the column is to be done to theirs.
     */
    List<String> copiesOf(Table table, String column) throws SQLException;

    /** Says that a table, not a temporary one, is about to be dropped or replaced. */
    void drops(Table table) throws SQLException;

    /** Says that a statement is about to change or delete rows of a table; called once its locks and its view are settled. */
    void beforeChange(ObjectName table, TransactionParticipant.Change change) throws SQLException;
}
