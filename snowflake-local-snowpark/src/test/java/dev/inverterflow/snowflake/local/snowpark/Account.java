package dev.inverterflow.snowflake.local.snowpark;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.inverterflow.snowflake.local.SnowflakeLocal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.logging.Level;
import java.util.logging.Logger;

/** A stand-in with Snowpark's runtime, and one connection to it through the unmodified driver. */
final class Account implements AutoCloseable {

    /** Held, since a logger that nobody holds forgets its level. */
    private static final Logger DRIVER_OF_THE_TESTS = Logger.getLogger("net.snowflake");

    static {
        DRIVER_OF_THE_TESTS.setLevel(Level.SEVERE);
    }

    private final SnowflakeLocal server;
    private final Connection connection;

    private Account(SnowflakeLocal server, Connection connection) {
        this.server = server;
        this.connection = connection;
    }

    static Account start() throws SQLException {
        SnowflakeLocal server = SnowflakeLocal.builder()
                .snowparkRuntime(Path.of(System.getProperty("snowpark.runtime")))
                .start();
        Account account = new Account(server, connect(server));
        account.run("CREATE DATABASE TESTS");
        account.run("CREATE STAGE CODE");
        return account;
    }

    Connection connection() {
        return connection;
    }

    /** One more session of its own, in the same schema. */
    Connection another() throws SQLException {
        Connection another = connect(server);
        try (Statement statement = another.createStatement()) {
            statement.execute("USE SCHEMA TESTS.PUBLIC");
        }
        return another;
    }

    void put(Path jar) throws SQLException {
        run("PUT 'file://" + jar + "' @CODE AUTO_COMPRESS=FALSE OVERWRITE=TRUE");
    }

    /** Creates a procedure whose handler is a method of {@code handlers.Handlers} in a staged jar. */
    void create(String signature, String returns, String jar, String method) throws SQLException {
        run(definition(signature, returns, jar, method));
    }

    static String definition(String signature, String returns, String jar, String method) {
        return """
                CREATE OR REPLACE PROCEDURE %s RETURNS %s LANGUAGE JAVA RUNTIME_VERSION = '17'
                PACKAGES = ('com.snowflake:snowpark:latest') IMPORTS = ('@CODE/%s') HANDLER = 'handlers.Handlers.%s'
                """.formatted(signature, returns, jar, method);
    }

    void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The server's address, a user and its password, as string literals. */
    String login() {
        Properties properties = server.properties();
        return "'" + server.jdbcUrl().replaceFirst("^jdbc:snowflake://", "") + "', '" + properties.getProperty("user")
                + "', '" + properties.getProperty("password") + "'";
    }

    /** The first column of the only row. */
    String value(String sql) throws SQLException {
        List<String> values = values(sql);
        if (values.size() != 1) {
            throw new SQLException("expected one row, got " + values);
        }
        return values.get(0);
    }

    /** The first column of all rows. */
    List<String> values(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }

    /** The columns of each row, with a blank between them. */
    List<String> rows(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            List<String> rows = new ArrayList<>();
            while (row.next()) {
                List<String> columns = new ArrayList<>();
                for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                    columns.add(row.getString(i));
                }
                rows.add(String.join(" ", columns));
            }
            return rows;
        }
    }

    /** What the statement is refused with. */
    Refusal failure(String sql) {
        SQLException refused = catchThrowableOfType(SQLException.class, () -> run(sql));
        return new Refusal(refused.getErrorCode(), refused.getSQLState(), refused.getMessage());
    }

    @Override
    public void close() throws SQLException {
        connection.close();
        server.close();
    }

    private static Connection connect(SnowflakeLocal server) throws SQLException {
        return DriverManager.getConnection(server.jdbcUrl(), server.properties());
    }
}
