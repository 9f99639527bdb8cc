package dev.inverterflow.snowflake.local.storage;

import dev.inverterflow.snowflake.local.catalog.AccountType;
import dev.inverterflow.snowflake.local.catalog.Catalog;
import dev.inverterflow.snowflake.local.catalog.Table;
import dev.inverterflow.snowflake.local.execution.EngineNames;
import java.math.BigDecimal;
import java.math.MathContext;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * Measures what a table stores, as committed: all of its rows while they are few, else a sample of them, so that it takes a few
 * milliseconds whatever the table's size.
 */
final class TableMeasure {
    private static final String RETENTION = "DATA_RETENTION_TIME_IN_DAYS";
    private static final String DEFAULT_DAYS = "1";
    private static final long MOST_ROWS = 50_000;

    private final Catalog catalog;
    private final Connection connection;

    TableMeasure(Catalog catalog, Connection connection) {
        this.catalog = catalog;
        this.connection = connection;
    }

    private record Size(long rows, long bytes) {}

    /** @throws SQLException if the engine has no such table any more */
    StoredTable of(Table table) throws SQLException {
        var size = size(table, EngineNames.table(table.name()));
        return new StoredTable(
                table.id(),
                table.name(),
                table.kind() == Table.Kind.PERMANENT,
                Duration.ofDays(Long.parseLong(retention(table))),
                table.createdOn(),
                table.comment(),
                size.rows(),
                size.bytes(),
                null);
    }

    /** What a table stores of which nobody keeps account; {@code name} is the engine's for it. */
    long bytes(Table table, String name) throws SQLException {
        return size(table, name).bytes();
    }

    private Size size(Table table, String name) throws SQLException {
        var first = size(
                "SELECT count(*), " + ColumnBytes.sum(table) + " FROM (FROM " + name + " LIMIT " + MOST_ROWS + ")");
        return first.rows() < MOST_ROWS ? first : sampled(table, name);
    }

    /** The sample is of whole blocks of rows. */
    private Size sampled(Table table, String name) throws SQLException {
        long rows = size("SELECT count(*), 0 FROM " + name).rows();
        var percentage = BigDecimal.valueOf(100 * MOST_ROWS).divide(BigDecimal.valueOf(rows), MathContext.DECIMAL32);
        var sample = size("SELECT count(*), " + ColumnBytes.sum(table) + " FROM " + name + " TABLESAMPLE SYSTEM("
                + percentage.toPlainString() + "%) REPEATABLE (1)");
        return new Size(rows, sample.rows() == 0 ? 0 : Math.round((double) sample.bytes() / sample.rows() * rows));
    }

    private Size size(String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return new Size(row.getLong(1), row.getLong(2));
        }
    }

    /** The table's own, else its schema's, else its database's. */
    private String retention(Table table) {
        Optional<String> ofDatabase = catalog.account(AccountType.DATABASE)
                .find(table.name().database())
                .flatMap(database -> Optional.ofNullable(database.properties().get(RETENTION)));
        Map<String, String> ofSchema = catalog.schema(table.name().schemaName())
                .map(schema -> schema.properties())
                .orElse(Map.of());
        return table.properties()
                .getOrDefault(RETENTION, ofSchema.getOrDefault(RETENTION, ofDatabase.orElse(DEFAULT_DAYS)));
    }
}
