package dev.inverterflow.snowflake.local.stream;

import dev.inverterflow.snowflake.local.catalog.Identifiers;
import dev.inverterflow.snowflake.local.catalog.Table;
import dev.inverterflow.snowflake.local.error.SnowflakeException;
import dev.inverterflow.snowflake.local.execution.EngineNames;
import dev.inverterflow.snowflake.local.execution.HiddenColumns;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.stream.Collectors;

/**
 * The committed versions of the rows of a table that standard streams follow, each with the numbers of the commits that
 * brought it and that ended it. A stream is the difference of the table at two such numbers, so it can be asked for any end
 * that is not before its offset, whatever became of the table since.
 *
 * <p>A commit that only added rows adds them here, too. One that changed rows compares the whole table with its last version.
 */
final class RowVersions {
    private static final String ROW = Identifiers.quote(HiddenColumns.ROW);
    private static final String SINCE = "\"$SINCE\"";
    private static final String UNTIL = "\"$UNTIL\"";

    private final Table table;
    private final Connection connection;

    RowVersions(Table table, Connection connection) {
        this.table = table;
        this.connection = connection;
    }

    static String name(long tableId) {
        return ChangeLog.SCHEMA + "." + Identifiers.quote("versions_" + tableId);
    }

    /** Begins with the table as the connection sees it, unless that was done before. */
    void begin() throws SQLException {
        EngineTables.execute(
                connection,
                "CREATE TABLE IF NOT EXISTS " + versions() + " AS SELECT *, 0::BIGINT AS " + SINCE
                        + ", NULL::BIGINT AS " + UNTIL + " FROM " + base());
    }

    /** Adds what a transaction has added to the table, which has changed nothing else there. */
    void add(long transaction, long sequenceNumber) throws SQLException {
        requireVisible();
        bringColumnsUpToDate();
        open(sequenceNumber, Identifiers.quote(HiddenColumns.TRANSACTION) + " = " + transaction);
    }

    /** Ends the versions that differ from the table as the connection sees it, and adds those that are not there. */
    void compare(long sequenceNumber) throws SQLException {
        requireVisible();
        bringColumnsUpToDate();
        EngineTables.execute(
                connection,
                "UPDATE " + versions() + " AS version SET " + UNTIL + " = " + sequenceNumber + " WHERE " + UNTIL
                        + " IS NULL AND NOT EXISTS (SELECT 1 FROM " + base() + " AS base WHERE base." + ROW
                        + " = version." + ROW + " AND NOT " + differ(table, "base", "version") + ")");
        open(sequenceNumber, ROW + " NOT IN (SELECT " + ROW + " FROM " + versions() + " WHERE " + UNTIL + " IS NULL)");
    }

    private void open(long sequenceNumber, String which) throws SQLException {
        EngineTables.execute(
                connection,
                "INSERT INTO " + versions() + " BY NAME SELECT *, " + sequenceNumber + " AS " + SINCE + " FROM "
                        + base() + " WHERE " + which);
    }

    /** Follows a definition, if there is something that has to. */
    void afterDefinition() throws SQLException {
        if (EngineTables.exists(versions(), connection)) {
            bringColumnsUpToDate();
        }
    }

    /** The table's columns that came since are what they are in the table: a new column is no change of the rows. */
    private void bringColumnsUpToDate() throws SQLException {
        for (var column : EngineTables.addMissingColumns(versions(), base(), connection)) {
            EngineTables.execute(
                    connection,
                    "UPDATE " + versions() + " AS version SET " + column + " = base." + column + " FROM " + base()
                            + " AS base WHERE base." + ROW + " = version." + ROW + " AND " + UNTIL + " IS NULL");
        }
    }

    /** Forgets the versions that ended before a number. */
    void prune(long sequenceNumber) throws SQLException {
        if (EngineTables.exists(versions(), connection)) {
            EngineTables.execute(connection, "DELETE FROM " + versions() + " WHERE " + UNTIL + " <= " + sequenceNumber);
        }
    }

    /** A transaction does not see what was made after it began. */
    private void requireVisible() throws SQLException {
        if (!EngineTables.exists(versions(), connection)) {
            throw new SnowflakeException(
                    625,
                    "57014",
                    "A stream was created on table '" + table.name().name()
                            + "' while this transaction had changed the table. Nothing of the transaction is kept:"
                            + " run it again.");
        }
    }

    /**
     * What a stream shows: per row the two versions at its offset and at its end, where they differ.
     *
     * @return a query with the table's columns, {@code action}, {@code is_update} and {@code row}
     */
    static String changes(TableStream stream, Table table) {
        var name = name(table.id());
        // With the columns that the table has got just now.
        var versions = "(SELECT * FROM " + name + " UNION ALL BY NAME (SELECT * FROM " + EngineNames.table(table.name())
                + " LIMIT 0))";
        var offset = ChangeLog.offsetOf(stream);
        var end = ChangeLog.endOf(stream);
        var initial = stream.initialRows() == TableStream.InitialRows.SHOWN ? ChangeLog.isInitial(stream) : "FALSE";
        var came = "(SELECT * FROM " + versions + " WHERE (" + SINCE + " > " + offset + " OR " + initial + ") AND "
                + SINCE + " <= " + end + " AND (" + UNTIL + " IS NULL OR " + UNTIL + " > " + end + ")) AS came";
        var went = "(SELECT * FROM " + versions + " WHERE " + SINCE + " <= " + offset + " AND " + UNTIL + " > " + offset
                + " AND " + UNTIL + " <= " + end + " AND NOT " + initial + ") AS went";
        var same = " ON went." + ROW + " = came." + ROW;
        var differ = differ(table, "came", "went");
        return "SELECT " + columns(table, "came") + ", 'INSERT' AS \"action\", went." + ROW
                + " IS NOT NULL AS \"is_update\", came." + ROW + " AS \"row\" FROM " + came + " LEFT JOIN " + went
                + same
                + " WHERE went." + ROW + " IS NULL OR " + differ + " UNION ALL SELECT " + columns(table, "went")
                + ", 'DELETE', came." + ROW + " IS NOT NULL, went." + ROW + " FROM " + went + " LEFT JOIN " + came
                + same + " WHERE came." + ROW + " IS NULL OR " + differ;
    }

    private static String differ(Table table, String one, String other) {
        return table.columns().stream()
                .map(column -> Identifiers.quote(column.name()))
                .map(column -> one + "." + column + " IS DISTINCT FROM " + other + "." + column)
                .collect(Collectors.joining(" OR ", "(", ")"));
    }

    /** The table's columns, of that alias, for a list of what to select. */
    static String columns(Table table, String alias) {
        return table.columns().stream()
                .map(column -> alias + "." + Identifiers.quote(column.name()))
                .collect(Collectors.joining(", "));
    }

    private String base() {
        return EngineNames.table(table.name());
    }

    private String versions() {
        return name(table.id());
    }
}
