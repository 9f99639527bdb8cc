package dev.inverterflow.snowflake.local.stream;

import dev.inverterflow.snowflake.local.catalog.Catalog;
import dev.inverterflow.snowflake.local.catalog.Identifiers;
import dev.inverterflow.snowflake.local.catalog.ObjectName;
import dev.inverterflow.snowflake.local.catalog.Table;
import dev.inverterflow.snowflake.local.execution.EngineNames;
import dev.inverterflow.snowflake.local.execution.HiddenColumns;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The tables of the engine beside a table that streams follow.
 *
 * <p>For append-only streams: the rows that were changed or deleted before some stream was past them, as they were added.
 * For standard streams: the {@linkplain RowVersions versions} of all rows.
 */
final class StreamTables {
    private static final String ROW = Identifiers.quote(HiddenColumns.ROW);

    private StreamTables() {}

    /** Makes what a table needs to be followed; to be called before its new stream is in the catalog. */
    static void prepare(TableStream stream, Table table, SessionContext session) throws SQLException {
        Connection connection = session.connection();
        numberRows(table, connection);
        if (stream.mode() == TableStream.Mode.STANDARD) {
            new RowVersions(table, connection).begin();
        }
    }

    /** Lets a new stream begin behind everything that the connection sees now; to be called when it is in the catalog. */
    static void add(TableStream stream, Table table, SessionContext session) throws SQLException {
        Connection connection = session.connection();
        inTransaction(session, () -> {
            if (stream.mode() == TableStream.Mode.STANDARD) {
                // With what was committed after the preparation and before the catalog had the stream.
                new RowVersions(table, connection).compare(ChangeLog.lastSequenceNumber(connection));
            }
            ChangeLog.addOffset(connection, stream.id(), stream.initialRows(), stream.createdOn());
        });
    }

    /** Removes what a stream had to itself, and what it was the last to need. */
    static void remove(TableStream stream, Catalog catalog, Connection connection) throws SQLException {
        ChangeLog.removeOffset(connection, stream.id());
        for (var mode : TableStream.Mode.values()) {
            if (of(mode, stream.tableId(), stream.table(), catalog).isEmpty()) {
                EngineTables.execute(connection, "DROP TABLE IF EXISTS " + copy(mode, stream.tableId()));
            }
        }
    }

    private static String copy(TableStream.Mode mode, long tableId) {
        return mode == TableStream.Mode.STANDARD ? RowVersions.name(tableId) : kept(tableId);
    }

    /** Keeps the rows that append-only streams still have to show, before a statement changes or deletes them. */
    static void keep(Table table, List<TableStream> streams, Connection connection) throws SQLException {
        var base = EngineNames.table(table.name());
        var kept = kept(table.id());
        EngineTables.addMissingColumns(kept, base, connection);
        var unread = streams.stream().map(ChangeLog::isBehindOffset).collect(Collectors.joining(" OR ", "(", ")"));
        EngineTables.execute(
                connection,
                "INSERT INTO " + kept + " BY NAME SELECT * FROM " + base + " AS base WHERE " + unread + " AND base."
                        + ROW + " NOT IN (SELECT " + ROW + " FROM " + kept + ")");
    }

    /** Forgets kept rows that every append-only stream is past. */
    static void prune(Table table, List<TableStream> streams, Connection connection) throws SQLException {
        var unread = streams.stream().map(ChangeLog::isBehindOffset).collect(Collectors.joining(" OR ", "(", ")"));
        EngineTables.execute(connection, "DELETE FROM " + kept(table.id()) + " AS base WHERE NOT " + unread);
    }

    /** The append-only streams on a table. */
    static List<TableStream> appendOnly(long tableId, ObjectName table, Catalog catalog) {
        return of(TableStream.Mode.APPEND_ONLY, tableId, table, catalog);
    }

    /** The streams of a mode on a table. */
    static List<TableStream> of(TableStream.Mode mode, long tableId, ObjectName table, Catalog catalog) {
        return on(tableId, table, catalog).stream()
                .filter(stream -> stream.mode() == mode)
                .toList();
    }

    /** The streams on a table, also if it was renamed since. */
    static List<TableStream> on(long tableId, ObjectName table, Catalog catalog) {
        return TableStream.all(catalog)
                .filter(stream -> stream.tableId() == tableId
                        || (tableId < 0 && stream.table().equals(table)))
                .toList();
    }

    /** Rows that were changed or deleted while some append-only stream on the table had still to show them. */
    static String kept(long tableId) {
        return ChangeLog.SCHEMA + "." + Identifiers.quote("kept_" + tableId);
    }

    private static void numberRows(Table table, Connection connection) throws SQLException {
        var base = EngineNames.table(table.name());
        EngineTables.execute(
                connection,
                "ALTER TABLE " + base + " ADD COLUMN IF NOT EXISTS " + ROW + " BIGINT DEFAULT nextval('"
                        + ChangeLog.ROW_NUMBERS + "')");
        EngineTables.execute(
                connection,
                "CREATE TABLE IF NOT EXISTS " + kept(table.id()) + " AS SELECT * FROM " + base + " LIMIT 0");
    }

    private interface Work {
        void run() throws SQLException;
    }

    /** Over a data directory, a definition runs in a transaction already. */
    private static void inTransaction(SessionContext session, Work work) throws SQLException {
        if (session.transaction().isOpen()) {
            work.run();
            return;
        }
        Connection connection = session.connection();
        EngineTables.execute(connection, "BEGIN TRANSACTION");
        try {
            work.run();
            EngineTables.execute(connection, "COMMIT");
        } catch (SQLException failure) {
            EngineTables.execute(connection, "ROLLBACK");
            throw failure;
        }
    }
}
