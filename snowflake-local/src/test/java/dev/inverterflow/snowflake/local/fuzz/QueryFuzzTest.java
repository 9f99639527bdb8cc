package dev.inverterflow.snowflake.local.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inverterflow.snowflake.local.SnowflakeLocal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Statements of a small grammar over a few typed tables: each succeeds or is refused with one of Snowflake's codes, and none
 * is a fault of the server. A failure names the seed and the statement.
 */
class QueryFuzzTest {
    private static final long SEED = 20261128;
    private static final int STATEMENTS = 400;
    private static final int MANY = 6_000;

    /** The server's own fault, and what the driver says of an answer it cannot read. */
    private static final List<Integer> FAULTS = List.of(603, 370001, 200001, 200014, 200044, 200045, 200056);

    private static SnowflakeLocal snowflake;

    @BeforeAll
    static void start() throws SQLException {
        snowflake = SnowflakeLocal.builder().database("DB").schema("S").start();
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            for (String sql : QueryGrammar.SETUP) {
                statement.execute(sql);
            }
        }
    }

    @AfterAll
    static void stop() {
        snowflake.close();
    }

    @Test
    void noStatementIsAFaultOfTheServer() throws SQLException {
        assertThat(faults(SEED, STATEMENTS)).isEmpty();
    }

    @Test
    @Tag("soak")
    void noneOfManyStatementsIsAFaultOfTheServer() throws SQLException {
        List<String> faults = new ArrayList<>();
        for (int round = 1; round <= MANY / STATEMENTS; round++) {
            faults.addAll(faults(SEED + round, STATEMENTS));
        }
        assertThat(faults).isEmpty();
    }

    private static List<String> faults(long seed, int statements) throws SQLException {
        QueryGrammar grammar = new QueryGrammar(new Random(seed));
        List<String> faults = new ArrayList<>();
        int succeeded = 0;
        try (Connection connection = connect()) {
            for (int i = 0; i < statements; i++) {
                String sql = grammar.statement();
                try (Statement statement = connection.createStatement()) {
                    statement.setQueryTimeout(60);
                    read(statement, sql);
                    succeeded++;
                } catch (SQLException refusal) {
                    if (!isSnowflakes(refusal)) {
                        faults.add("seed " + seed + ": " + refusal.getErrorCode() + " " + refusal.getMessage()
                                + "\n    of: " + sql);
                    }
                }
            }
        }
        assertThat(succeeded).as("statements that make sense, seed %d", seed).isGreaterThan(statements / 5);
        return faults;
    }

    private static void read(Statement statement, String sql) throws SQLException {
        if (statement.execute(sql)) {
            try (var rows = statement.getResultSet()) {
                int columns = rows.getMetaData().getColumnCount();
                while (rows.next()) {
                    for (int column = 1; column <= columns; column++) {
                        rows.getString(column);
                    }
                }
            }
        }
    }

    private static boolean isSnowflakes(SQLException refusal) {
        boolean canceled = refusal.getErrorCode() == 604;
        return !canceled
                && !FAULTS.contains(refusal.getErrorCode())
                && refusal.getErrorCode() != 0
                && refusal.getSQLState() != null;
    }

    private static Connection connect() throws SQLException {
        var properties = snowflake.properties();
        properties.setProperty("db", "DB");
        properties.setProperty("schema", "S");
        properties.setProperty("disablePlatformDetection", "true");
        return DriverManager.getConnection(snowflake.jdbcUrl(), properties);
    }
}
