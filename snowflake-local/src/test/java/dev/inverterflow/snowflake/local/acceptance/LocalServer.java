package dev.inverterflow.snowflake.local.acceptance;

import dev.inverterflow.snowflake.local.SnowflakeLocal;
import dev.inverterflow.snowflake.local.SnowflakeLocalBuilder;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A server for the tests of one class, with database DB and schema S, and short words for what tests do all the time. */
final class LocalServer implements BeforeAllCallback, AfterAllCallback {

    private final UnaryOperator<SnowflakeLocalBuilder> settings;
    private SnowflakeLocal server;

    LocalServer() {
        this(builder -> builder);
    }

    LocalServer(UnaryOperator<SnowflakeLocalBuilder> settings) {
        this.settings = settings;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        server = settings.apply(SnowflakeLocal.builder().database("DB").schema("S"))
                .start();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        server.close();
    }

    SnowflakeLocal server() {
        return server;
    }

    Properties properties() {
        Properties properties = server.properties();
        properties.setProperty("db", "DB");
        properties.setProperty("schema", "S");
        return properties;
    }

    Connection connect() throws SQLException {
        return connect(properties());
    }

    Connection connect(Properties properties) throws SQLException {
        return DriverManager.getConnection(server.jdbcUrl(), properties);
    }

    static void execute(Connection connection, String... statements) throws SQLException {
        for (String sql : statements) {
            try (Statement statement = connection.createStatement()) {
                statement.execute(sql);
            }
        }
    }

    static int update(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        }
    }

    /** Each row's columns as text, NULL as {@code null}, joined by a separator. */
    static List<String> rows(Connection connection, String sql, String separator) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            List<String> rows = new ArrayList<>();
            while (row.next()) {
                List<String> columns = new ArrayList<>();
                for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                    columns.add(String.valueOf(row.getString(i)));
                }
                rows.add(String.join(separator, columns));
            }
            return rows;
        }
    }

    /** The first column of the first row as text. */
    static String value(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return rows.next() ? rows.getString(1) : null;
        }
    }

    /** All values of one column as text. */
    static List<String> column(Connection connection, String sql, String label) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                values.add(rows.getString(label));
            }
        }
        return values;
    }

    /** The labels of a result's columns, in order. */
    static List<String> labels(Connection connection, String sql) throws SQLException {
        List<String> labels = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                labels.add(rows.getMetaData().getColumnLabel(column));
            }
        }
        return labels;
    }
}
