package dev.inverterflow.snowflake.local.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inverterflow.snowflake.local.SnowflakeLocal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SnowflakeLocalExtension.class)
class SnowflakeLocalExtensionTest {

    @BeforeAll
    static void makeTable(Connection connection) throws SQLException {
        execute(connection, "create table t (a int)");
    }

    @BeforeEach
    void addRow(Connection connection) throws SQLException {
        execute(connection, "insert into t values (1)");
    }

    @Test
    void theDatabaseIsThatOfTheClass(Connection connection) throws SQLException {
        assertThat(connection.getCatalog()).startsWith("TEST_");
        assertThat(value(connection, "select min(a) from t")).isEqualTo("1");
    }

    @Test
    void twoConnectionsOfOneTestAreTwoSessions(Connection one, Connection other) throws SQLException {
        execute(one, "begin", "insert into t values (2)");
        assertThat(value(other, "select max(a) from t")).isEqualTo("1");
    }

    @Test
    void whoConnectsByHimselfGetsTheProperties(SnowflakeLocal server, Properties properties) throws SQLException {
        try (Connection connection = DriverManager.getConnection(server.jdbcUrl(), properties)) {
            assertThat(value(connection, "select max(a) from t")).isEqualTo("1");
        }
    }

    private static void execute(Connection connection, String... statements) throws SQLException {
        for (String sql : statements) {
            try (Statement statement = connection.createStatement()) {
                statement.execute(sql);
            }
        }
    }

    private static String value(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
