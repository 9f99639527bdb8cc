package dev.inverterflow.snowflake.local.execution;

import dev.inverterflow.snowflake.local.catalog.ObjectName;
import java.sql.Connection;
import java.util.Map;
import java.util.Set;

/** A transaction that is about to commit. */
public interface TransactionView {

    /** The number in the hidden {@link HiddenColumns#TRANSACTION} column of every row it inserted. */
    long id();

    /** The streams its DML statements read. Reading one in a plain SELECT does not count. */
    Set<ObjectName> consumedStreams();

    /** The tables its statements wrote to. */
    Set<ObjectName> writtenTables();

    /** Those of them in which it changed or deleted rows, or may have. */
    Set<ObjectName> changedTables();

    /** How many rows that were there its statements updated or deleted, by table; not of temporary tables. */
    Map<ObjectName, Long> removedRows();

    /** The engine's connection, with the transaction open. */
    Connection connection();
}
