package dev.inverterflow.snowflake.local.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The scale of computed numbers and the casts of VARIANT, as a driver sees them. */
@Tag("driver")
class NumbersAndVariantsTest {

    @RegisterExtension
    static final LocalServer SERVER = new LocalServer();

    private Connection connection;

    @BeforeEach
    void connect() throws SQLException {
        connection = SERVER.connect();
    }

    @AfterEach
    void disconnect() throws SQLException {
        connection.close();
    }

    /** docs.snowflake.com/en/sql-reference/operators-arithmetic, "Scale and precision in arithmetic operations". */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            10.01 + 1.1               | 2  | 11.11
            10.01 - 1.1               | 2  | 8.91
            10.0000001 * 1.0000001    | 12 | 10.000001100000
            10.01 * 1.1               | 3  | 11.011
            2.00 / 3                  | 8  | 0.66666667
            10.01 / 1.1               | 8  | 9.10000000
            1.1234567 / 1             | 12 | 1.123456700000
            1.123456789012345 / 1     | 15 | 1.123456789012345
            10.5 % 3                  | 1  | 1.5
            1 / 3                     | 6  | 0.333333
            """)
    void arithmeticHasTheScaleOfTheDocumentation(String expression, int scale, BigDecimal value) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select " + expression)) {
            row.next();
            assertThat(row.getMetaData().getScale(1)).isEqualTo(scale);
            assertThat(row.getBigDecimal(1)).isEqualTo(value);
        }
    }

    @Test
    void aVariantMayHoldALongerTextThanItIsComparedWith() throws SQLException {
        LocalServer.execute(
                connection,
                "create or replace table kinds (v variant)",
                "insert into kinds select parse_json(column1) from values ('{\"k\": \"ERROR\"}'), ('{\"k\": \"WARN\"}')");
        String of = "select count(*) from kinds where ";
        assertThat(LocalServer.value(connection, of + "v['k'] = 'WARN'")).isEqualTo("1");
        assertThat(LocalServer.value(connection, of + "v:k in ('WARN', 'INFO')"))
                .isEqualTo("1");
        assertThat(LocalServer.value(connection, of + "v:k between 'E' and 'F'"))
                .isEqualTo("1");
        assertThat(LocalServer.value(connection, of + "v:k = to_binary('00')::varchar"))
                .isEqualTo("0");
    }

    @Test
    void aggregatesKeepTheScaleOfTheirNumbers() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select sum(n), min(n), max(n), avg(i), count(*), median(f) "
                        + "from (select 1.5::number(10, 2) as n, 1 as i, 0.1::float as f)")) {
            row.next();
            ResultSetMetaData columns = row.getMetaData();
            assertThat(row.getBigDecimal(1)).isEqualTo(new BigDecimal("1.50"));
            assertThat(columns.getScale(2)).isEqualTo(2);
            assertThat(columns.getPrecision(3)).isEqualTo(10);
            assertThat(row.getBigDecimal(4)).isEqualTo(new BigDecimal("1.000000"));
            assertThat(row.getObject(5)).isEqualTo(1L);
            assertThat(columns.getColumnTypeName(6)).isEqualTo("DOUBLE");
        }
    }

    @Test
    void variantsAreCastAndTellNullsApart() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        select va:a is null, is_null_value(va:a), va:b is null, typeof(va), va:k::int, va:r[0]::varchar,
                          va:r[2] is null, va:K is null, parse_json('1.50')::number(5, 1), parse_json('"2026-01-02"')::date
                        from (select parse_json('{"a": null, "k": 1, "r": ["x", 2]}') as va)""")) {
            row.next();
            assertThat(row.getBoolean(1)).isFalse();
            assertThat(row.getBoolean(2)).isTrue();
            assertThat(row.getBoolean(3)).isTrue();
            assertThat(row.getString(4)).isEqualTo("OBJECT");
            assertThat(row.getInt(5)).isEqualTo(1);
            assertThat(row.getString(6)).isEqualTo("x");
            assertThat(row.getBoolean(7)).isTrue();
            assertThat(row.getBoolean(8)).isTrue();
            assertThat(row.getBigDecimal(9)).isEqualTo(new BigDecimal("1.5"));
            assertThat(row.getDate(10)).hasToString("2026-01-02");
        }
    }
}
