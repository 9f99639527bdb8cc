package dev.inverterflow.snowflake.local.stream;

import dev.inverterflow.snowflake.local.catalog.Identifiers;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;

/** Statements of the engine about its own tables. */
final class EngineTables {

    private EngineTables() {}

    static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Whether the connection's transaction sees a table of that schema and name, both quoted. */
    static boolean exists(String table, Connection connection) throws SQLException {
        var sql = "SELECT count(*) FROM duckdb_tables() WHERE '\"' || schema_name || '\".\"' || table_name || '\"' = ?";
        try (var select = connection.prepareStatement(sql)) {
            select.setString(1, table);
            try (var row = select.executeQuery()) {
                row.next();
                return row.getLong(1) > 0;
            }
        }
    }

    /** Whether the connection's transaction sees a table of that schema and name, both quoted, with that column. */
    static boolean hasColumn(String table, String column, Connection connection) throws SQLException {
        var sql = "SELECT count(*) FROM duckdb_columns() WHERE '\"' || schema_name || '\".\"' || table_name || '\"' = ?"
                + " AND column_name = ?";
        try (var select = connection.prepareStatement(sql)) {
            select.setString(1, table);
            select.setString(2, column);
            try (var row = select.executeQuery()) {
                row.next();
                return row.getLong(1) > 0;
            }
        }
    }

    /** Gives a copy the columns that its table has got since, all NULL; returns their names, quoted. */
    static List<String> addMissingColumns(String copy, String table, Connection connection) throws SQLException {
        var sql =
                "SELECT name, type FROM pragma_table_info(?) WHERE name NOT IN (SELECT name FROM pragma_table_info(?))";
        var missing = new LinkedHashMap<String, String>();
        try (var select = connection.prepareStatement(sql)) {
            select.setString(1, table);
            select.setString(2, copy);
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    missing.put(Identifiers.quote(rows.getString(1)), rows.getString(2));
                }
            }
        }
        for (var column : missing.entrySet()) {
            execute(connection, "ALTER TABLE " + copy + " ADD COLUMN " + column.getKey() + " " + column.getValue());
        }
        return List.copyOf(missing.keySet());
    }
}
