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
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The tables of the engine beside a table that streams follow.
 *
 * <p>For append-only streams: the rows that were changed or deleted before some stream was past them, as they were added.
 * For each standard stream: the table as it was at the stream's offset, with which it is compared. That costs a look at the
 * whole table each time the stream is read; append-only streams cost nothing like it.
 */
final class StreamTables {
    private static final String ROW = Identifiers.quote(HiddenColumns.ROW);

    private StreamTables() {}

    /** Makes the tables of a new stream, which begins behind everything that the connection sees now. */
    static void add(TableStream stream, Table table, SessionContext session) throws SQLException {
        Connection connection = session.connection();
        numberRows(table, connection);
        inTransaction(session, () -> {
            if (stream.mode() == TableStream.Mode.STANDARD) {
                var rows = stream.initialRows() == TableStream.InitialRows.SHOWN ? " LIMIT 0" : "";
                execute(
                        connection,
                        "CREATE TABLE " + mirror(stream) + " AS SELECT * FROM " + EngineNames.table(table.name())
                                + rows);
            }
            ChangeLog.addOffset(connection, stream.id(), stream.initialRows(), stream.createdOn());
        });
    }

    /** Makes the tables of a new stream that begins where another one on the same table stands. */
    static void copy(TableStream from, TableStream stream, SessionContext session) throws SQLException {
        Connection connection = session.connection();
        inTransaction(session, () -> {
            if (stream.mode() == TableStream.Mode.STANDARD) {
                execute(connection, "CREATE TABLE " + mirror(stream) + " AS SELECT * FROM " + mirror(from));
            }
            ChangeLog.copyOffset(connection, from.id(), stream.id());
        });
    }

    /** Removes what a stream had to itself, and what it was the last to need. */
    static void remove(TableStream stream, Catalog catalog, Connection connection) throws SQLException {
        ChangeLog.removeOffset(connection, stream.id());
        execute(connection, "DROP TABLE IF EXISTS " + mirror(stream));
        if (appendOnly(stream.tableId(), stream.table(), catalog).isEmpty()) {
            execute(connection, "DROP TABLE IF EXISTS " + kept(stream.tableId()));
        }
    }

    /** Keeps the rows that append-only streams still have to show, before a statement changes or deletes them. */
    static void keep(Table table, List<TableStream> streams, Connection connection) throws SQLException {
        var base = EngineNames.table(table.name());
        var kept = kept(table.id());
        addMissingColumns(kept, table, connection);
        var unread = streams.stream().map(ChangeLog::isBehindOffset).collect(Collectors.joining(" OR ", "(", ")"));
        execute(
                connection,
                "INSERT INTO " + kept + " BY NAME SELECT * FROM " + base + " AS base WHERE " + unread + " AND base."
                        + ROW + " NOT IN (SELECT " + ROW + " FROM " + kept + ")");
    }

    /** Brings the picture of the table up to what the connection sees now. */
    static void refreshMirror(TableStream stream, Table table, Connection connection) throws SQLException {
        var base = EngineNames.table(table.name());
        addMissingColumns(mirror(stream), table, connection);
        execute(
                connection,
                "DELETE FROM " + mirror(stream) + " WHERE " + ROW + " IN (SELECT \"row\" FROM ("
                        + StreamContent.changes(stream, table) + ") WHERE \"action\" = 'DELETE')");
        execute(
                connection,
                "INSERT INTO " + mirror(stream) + " BY NAME SELECT * FROM " + base + " WHERE " + ROW
                        + " NOT IN (SELECT " + ROW + " FROM " + mirror(stream) + ")");
    }

    /** Forgets kept rows that every append-only stream is past. */
    static void prune(Table table, List<TableStream> streams, Connection connection) throws SQLException {
        var unread = streams.stream().map(ChangeLog::isBehindOffset).collect(Collectors.joining(" OR ", "(", ")"));
        execute(connection, "DELETE FROM " + kept(table.id()) + " AS base WHERE NOT " + unread);
    }

    /** The append-only streams on a table. */
    static List<TableStream> appendOnly(long tableId, ObjectName table, Catalog catalog) {
        return on(tableId, table, catalog).stream()
                .filter(stream -> stream.mode() == TableStream.Mode.APPEND_ONLY)
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

    /** The table as it was at the offset of a standard stream. */
    static String mirror(TableStream stream) {
        return ChangeLog.SCHEMA + "." + Identifiers.quote("mirror_" + stream.id());
    }

    private static void numberRows(Table table, Connection connection) throws SQLException {
        var base = EngineNames.table(table.name());
        execute(
                connection,
                "ALTER TABLE " + base + " ADD COLUMN IF NOT EXISTS " + ROW + " BIGINT DEFAULT nextval('"
                        + ChangeLog.ROW_NUMBERS + "')");
        execute(
                connection,
                "CREATE TABLE IF NOT EXISTS " + kept(table.id()) + " AS SELECT * FROM " + base + " LIMIT 0");
    }

    /** Columns that the table has got since. */
    private static void addMissingColumns(String copy, Table table, Connection connection) throws SQLException {
        var sql =
                "SELECT name, type FROM pragma_table_info(?) WHERE name NOT IN (SELECT name FROM pragma_table_info(?))";
        var missing = new ArrayList<String>();
        try (var select = connection.prepareStatement(sql)) {
            select.setString(1, EngineNames.table(table.name()));
            select.setString(2, copy);
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    missing.add(Identifiers.quote(rows.getString(1)) + " " + rows.getString(2));
                }
            }
        }
        for (var column : missing) {
            execute(connection, "ALTER TABLE " + copy + " ADD COLUMN " + column);
        }
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
        execute(connection, "BEGIN TRANSACTION");
        try {
            work.run();
            execute(connection, "COMMIT");
        } catch (SQLException failure) {
            execute(connection, "ROLLBACK");
            throw failure;
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
