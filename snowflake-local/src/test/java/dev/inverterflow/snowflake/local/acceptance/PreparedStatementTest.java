package dev.inverterflow.snowflake.local.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.Date;
import java.sql.ParameterMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Time;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("driver")
class PreparedStatementTest {

    @RegisterExtension
    static final LocalServer SERVER = new LocalServer();

    private Connection connection;

    @BeforeEach
    void connect() throws SQLException {
        connection = SERVER.connect();
        LocalServer.execute(connection, "alter session set timezone = 'UTC'");
    }

    @AfterEach
    void disconnect() throws SQLException {
        connection.close();
    }

    @Test
    void bindsOfAllTypesArrive() throws SQLException {
        LocalServer.execute(
                connection,
                "create or replace table binds (i int, n number(10, 2), f float, s varchar, b boolean, d date, ts"
                        + " timestamp_ltz, x binary)");
        Instant instant = Instant.parse("2026-11-23T06:07:08.123Z");
        try (PreparedStatement insert =
                connection.prepareStatement("insert into binds values (?, ?, ?, ?, ?, ?, ?, ?)")) {
            insert.setLong(1, 9_007_199_254_740_993L);
            insert.setBigDecimal(2, new BigDecimal("12.50"));
            insert.setDouble(3, 0.1);
            insert.setString(4, "it's \"quoted\" \\ and ü");
            insert.setBoolean(5, true);
            insert.setDate(6, Date.valueOf(LocalDate.of(2026, 2, 28)));
            insert.setTimestamp(7, Timestamp.from(instant));
            insert.setBytes(8, new byte[] {0, (byte) 0xff});
            assertThat(insert.executeUpdate()).isEqualTo(1);
        }
        try (var statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select * from binds")) {
            row.next();
            assertThat(row.getLong("I")).isEqualTo(9_007_199_254_740_993L);
            assertThat(row.getBigDecimal("N")).isEqualByComparingTo("12.50");
            assertThat(row.getDouble("F")).isEqualTo(0.1);
            assertThat(row.getString("S")).isEqualTo("it's \"quoted\" \\ and ü");
            assertThat(row.getBoolean("B")).isTrue();
            assertThat(row.getDate("D").toLocalDate()).isEqualTo(LocalDate.of(2026, 2, 28));
            assertThat(row.getTimestamp("TS").toInstant()).isEqualTo(instant);
            assertThat(row.getBytes("X")).containsExactly(0, 0xff);
        }
    }

    @Test
    void rowsOfEveryTypeArriveInABatch() throws SQLException {
        LocalServer.execute(
                connection,
                "alter session set timezone = 'UTC'",
                "create or replace table typed (i int, n number(10, 2), f float, s varchar, b boolean, d date, t time,"
                        + " ntz timestamp_ntz, ltz timestamp_ltz, tz timestamp_tz, x binary)");
        try (PreparedStatement insert =
                connection.prepareStatement("insert into typed values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (int row = 0; row < 3; row++) {
                insert.setShort(1, (short) row);
                insert.setBigDecimal(2, new BigDecimal("0.25"));
                insert.setFloat(3, row / 2f);
                insert.setObject(4, row == 1 ? null : "r" + row, Types.VARCHAR);
                insert.setBoolean(5, row == 1);
                insert.setDate(6, Date.valueOf("2024-02-29"));
                insert.setTime(7, Time.valueOf("01:02:0" + row));
                insert.setTimestamp(8, new Timestamp(row));
                insert.setTimestamp(9, new Timestamp(row));
                insert.setTimestamp(10, new Timestamp(row));
                insert.setBytes(11, new byte[] {(byte) row});
                insert.addBatch();
            }
            assertThat(insert.executeBatch()).containsExactly(1, 1, 1);
        }
        try (var statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("select array_to_string(array_construct_compact(i, n, f, s, b, d,"
                                + " t, ntz, ltz, tz, to_char(x)), ' ') from typed order by i")) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            assertThat(found)
                    .hasSize(3)
                    .element(2)
                    .isEqualTo("2 0.25 1 r2 false 2024-02-29 01:02:02 1970-01-01 00:00:00.002"
                            + " 1970-01-01 00:00:00.002 +0000 1970-01-01 00:00:00.002 +0000 02");
        }
    }

    @Test
    void nullsMayStandBeforeAndBetweenOtherValues() throws SQLException {
        LocalServer.execute(connection, "create or replace table nulls (a int, b varchar, c float, d timestamp_ntz)");
        try (PreparedStatement insert = connection.prepareStatement("insert into nulls values (?, ?, ?, ?)")) {
            insert.setNull(1, Types.INTEGER);
            insert.setString(2, "x");
            insert.setNull(3, Types.DOUBLE);
            insert.setNull(4, Types.TIMESTAMP);
            insert.executeUpdate();
        }
        try (PreparedStatement query =
                connection.prepareStatement("select a is null and c is null and d is null from nulls where b = ?")) {
            query.setString(1, "x");
            try (ResultSet row = query.executeQuery()) {
                row.next();
                assertThat(row.getBoolean(1)).isTrue();
            }
        }
    }

    /** The driver's own tests insert a binary as a text of its digits, other drivers bind it so. */
    @Test
    void aTextIsStoredInABinaryColumnAsWhatItsDigitsMean() throws SQLException {
        LocalServer.execute(
                connection,
                "create or replace table binaries (b binary)",
                "insert into binaries values ('48454C4C4F')");
        try (PreparedStatement insert = connection.prepareStatement("insert into binaries values (?)")) {
            insert.setString(1, "4142");
            insert.executeUpdate();
            insert.setString(1, "no digits");
            assertThatThrownBy(insert::executeUpdate)
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("not a legal hex-encoded value");
            insert.setObject(1, "[B@1", Types.BINARY);
            assertThatThrownBy(insert::executeUpdate)
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            refused -> assertThat(refused.getErrorCode()).isEqualTo(2086))
                    .hasMessageContaining("Invalid bind value ([B@1) for type (BINARY)");
        }
        assertThat(LocalServer.value(
                        connection,
                        "select listagg(to_varchar(b, 'utf-8'), ',') within group (order by b) from binaries"))
                .isEqualTo("AB,HELLO");
        assertThatThrownBy(() -> LocalServer.value(connection, "select count(*) from binaries where b = '4142'"))
                .as("a text becomes no binary by itself elsewhere")
                .isInstanceOf(SQLException.class);
    }

    @Test
    void describingAStatementDoesNotRunIt() throws SQLException {
        LocalServer.execute(connection, "create or replace table described (a int, b varchar(7))");
        try (PreparedStatement insert = connection.prepareStatement("insert into described values (?, ?)")) {
            assertThat(insert.getParameterMetaData().getParameterCount()).isEqualTo(2);
            assertThat(insert.getParameterMetaData().getParameterTypeName(1)).isEqualTo("text");
            assertThat(insert.getParameterMetaData().isNullable(2)).isEqualTo(ParameterMetaData.parameterNoNulls);
        }
        try (PreparedStatement query = connection.prepareStatement("select a, b from described where a = ?")) {
            assertThat(query.getMetaData().getColumnCount()).isEqualTo(2);
            assertThat(query.getMetaData().getColumnName(2)).isEqualTo("B");
            assertThat(query.getMetaData().getColumnDisplaySize(2)).isEqualTo(7);
        }
        assertThat(LocalServer.value(connection, "select count(*) from described"))
                .isEqualTo("0");
    }

    @Test
    void describingWhatCannotRunDoesNotHarmATransaction() throws SQLException {
        LocalServer.execute(connection, "create or replace table described (a int)", "begin");
        LocalServer.execute(connection, "insert into described values (1)");
        assertThatThrownBy(() -> {
                    try (PreparedStatement query = connection.prepareStatement("select nothing from described")) {
                        query.executeQuery();
                    }
                })
                .isInstanceOf(SQLException.class);
        LocalServer.execute(connection, "commit");
        assertThat(LocalServer.value(connection, "select count(*) from described"))
                .isEqualTo("1");
    }

    @Test
    void aBatchIsOneStatement() throws SQLException {
        LocalServer.execute(connection, "create or replace table batch (a int not null, b varchar)");
        try (PreparedStatement insert = connection.prepareStatement("insert into batch values (?, ?)")) {
            for (int row = 0; row < 500; row++) {
                insert.setInt(1, row);
                insert.setString(2, row % 2 == 0 ? null : "odd");
                insert.addBatch();
            }
            assertThat(Arrays.stream(insert.executeBatch()).sum()).isEqualTo(500);
        }
        assertThat(LocalServer.value(connection, "select count(*) || '/' || count(b) || '/' || sum(a) from batch"))
                .isEqualTo("500/250/124750");
    }

    @Test
    void aBatchOfAThousandRowsIsOneStatement() throws SQLException {
        LocalServer.execute(
                connection,
                "create or replace table thousand (id int identity, a int, b varchar, c float, d timestamp_ntz, e"
                        + " date)");
        try (PreparedStatement insert =
                connection.prepareStatement("insert into thousand (a, b, c, d, e) values (?, ?, ?, ?, ?)")) {
            for (int row = 0; row < 1_000; row++) {
                insert.setInt(1, row);
                insert.setString(2, "row " + row + " '$1' VALUES ");
                insert.setDouble(3, row / 2.0);
                insert.setTimestamp(4, new Timestamp(row * 1_000L));
                insert.setDate(5, Date.valueOf("2024-02-29"));
                insert.addBatch();
            }
            assertThat(insert.executeBatch()).hasSize(1_000).containsOnly(1);
        }
        assertThat(LocalServer.value(
                        connection,
                        "select count(distinct id) || ' ' || sum(a) || ' ' || max(b) || ' ' || sum(c) || ' '"
                                + " || max(d) from thousand"))
                .startsWith("1000 499500 row 999 '$1' VALUES  249750");
        assertThat(LocalServer.column(
                        connection,
                        "select rows_inserted from table(information_schema.query_history_by_session())"
                                + " where query_text like 'insert into thousand%'",
                        "ROWS_INSERTED"))
                .containsExactly("1000");
    }

    @Test
    void aBatchWithOneBadRowLeavesNothing() throws SQLException {
        LocalServer.execute(connection, "create or replace table batch (a int not null)");
        try (PreparedStatement insert = connection.prepareStatement("insert into batch values (?)")) {
            insert.setInt(1, 1);
            insert.addBatch();
            insert.setNull(1, Types.INTEGER);
            insert.addBatch();
            assertThatThrownBy(insert::executeBatch).isInstanceOfAny(BatchUpdateException.class, SQLException.class);
        }
        assertThat(LocalServer.value(connection, "select count(*) from batch")).isEqualTo("0");
    }

    @Test
    void aStatementNeedsAValueForEachOfItsBinds() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select ?::int + ?::int")) {
            statement.setInt(1, 1);
            assertThatThrownBy(statement::executeQuery)
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            failure -> assertThat(failure.getErrorCode()).isEqualTo(2049))
                    .hasMessageContaining("Bind variable ? not set");
            statement.setInt(2, 2);
            try (ResultSet row = statement.executeQuery()) {
                assertThat(row.next()).isTrue();
                assertThat(row.getInt(1)).isEqualTo(3);
            }
        }
    }

    /** github.com/snowflakedb/snowflake-jdbc, PreparedStatement1IT.testUpdateBatch: rows of INSERT alone go together. */
    @Test
    void aBatchOfUpdatesTellsWhatEachOfThemChanged() throws SQLException {
        LocalServer.execute(
                connection,
                "create or replace temporary table pairs (a int, b int)",
                "insert into pairs values (1, 1), (1, 2), (2, 3)");
        try (PreparedStatement update = connection.prepareStatement("update pairs set b = ? where a = ?")) {
            for (int a = 1; a <= 3; a++) {
                update.setInt(1, 0);
                update.setInt(2, a);
                update.addBatch();
            }
            assertThat(update.executeBatch()).containsExactly(2, 1, 0);
        }
    }

    @Test
    void aBatchWhoseRowsDifferInTheirBindsIsRefused() throws SQLException {
        LocalServer.execute(connection, "create or replace temporary table pairs (a int, b int)");
        try (PreparedStatement statement = connection.prepareStatement("insert into pairs values (?, ?)")) {
            statement.setInt(1, 1);
            assertThatThrownBy(() -> {
                        statement.addBatch();
                        statement.executeBatch();
                    })
                    .isInstanceOf(SQLException.class);
        }
        assertThat(LocalServer.value(connection, "select count(*) from pairs")).isEqualTo("0");
        try (PreparedStatement statement = connection.prepareStatement("insert into pairs values (?, ?)")) {
            statement.setInt(1, 1);
            statement.setInt(2, 2);
            statement.addBatch();
            assertThat(statement.executeBatch()).containsExactly(1);
        }
    }

    @Test
    void theSessionsCountHoldsForRequestsThatSayNone() throws SQLException {
        LocalServer.execute(connection, "alter session set multi_statement_count = 0");
        try (Statement statement = connection.createStatement()) {
            assertThat(values(statement, "select 1; select 2")).containsExactly("1", "2");
        }
        LocalServer.execute(connection, "alter session set multi_statement_count = 1");
        try (Statement statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute("select 1; select 2"))
                    .hasMessageContaining("Actual statement count 2 did not match the desired statement count 1.");
            assertThat(values(statement, "select 1")).containsExactly("1");
        }
    }

    /** The first column of the first row of each statement of a request. */
    private static List<String> values(Statement statement, String sql) throws SQLException {
        List<String> values = new ArrayList<>();
        boolean more = statement.execute(sql);
        while (more) {
            try (ResultSet rows = statement.getResultSet()) {
                rows.next();
                values.add(rows.getString(1));
            }
            more = statement.getMoreResults();
        }
        return values;
    }
}
