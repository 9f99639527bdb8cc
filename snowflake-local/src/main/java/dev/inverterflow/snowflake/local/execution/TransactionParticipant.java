package dev.inverterflow.snowflake.local.execution;

import dev.inverterflow.snowflake.local.catalog.ObjectName;
import dev.inverterflow.snowflake.local.catalog.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** Somebody with rows of his own to write when a transaction commits. */
public interface TransactionParticipant {

    /**
     * Called just before COMMIT, inside the engine's transaction, for every transaction that wrote, also one of a single
     * statement under AUTOCOMMIT. All calls of the server happen one at a time, under the commit lock, which is held until
     * the COMMIT is done: numbers given out here rise in the order in which transactions become visible.
     *
     * <p>What it writes through {@link TransactionView#connection()} commits and rolls back with the transaction. It must
     * not take a session's lock or the catalog's, and must not run Snowflake statements.
     *
     * @throws SQLException if the engine fails; the transaction is then rolled back and the COMMIT answers the error
     */
    void beforeCommit(TransactionView transaction) throws SQLException;

    /**
     * Called when a transaction of several statements begins, like {@link #beforeCommit} under the commit lock.
     *
     * @return variables that the engine's connection has until the transaction ends
     */
    default Map<String, Long> atBegin() {
        return Map.of();
    }

    /** What a statement does to the rows that are there. */
    enum Change {
        /** UPDATE, DELETE, MERGE, INSERT OVERWRITE. */
        SOME_ROWS,
        /** TRUNCATE TABLE. */
        TRUNCATION
    }

    /**
     * Called before a statement changes or deletes rows of a table, inside the engine's transaction, while the transaction has
     * the table's lock. What it writes through the connection is part of the transaction.
     */
    default void beforeChange(ObjectName table, Change change, Connection connection) throws SQLException {}

    /** Called after a statement that defined, changed or dropped some object, under the commit lock. */
    default void afterDefinition() throws SQLException {}

    /**
     * Called before a table, not a temporary one, is dropped or replaced, while the catalog's DDL lock is held; that may fail
     * nevertheless.
     */
    default void beforeDrop(Table table) throws SQLException {}

    /**
     * The tables of the engine, quoted and with their schema, that hold rows of a table beside it and have that column: what is
     * done to the column is done to theirs, in the same transaction of the engine.
     */
    default List<String> copiesOf(Table table, String column, Connection connection) throws SQLException {
        return List.of();
    }

    /**
     * Called after the COMMIT of a transaction this was asked about, without the commit lock, on the thread that committed:
     * its rows are there for everybody to see. Must be quick and must not fail.
     */
    default void afterCommit(TransactionView transaction) {}
}
