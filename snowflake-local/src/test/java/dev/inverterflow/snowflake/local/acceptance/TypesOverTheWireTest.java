package dev.inverterflow.snowflake.local.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("driver")
class TypesOverTheWireTest {

    @RegisterExtension
    static final LocalServer SERVER = new LocalServer();

    private final TimeZone before = TimeZone.getDefault();

    @AfterEach
    void restoreTimeZone() {
        TimeZone.setDefault(before);
    }

    @Test
    void numbersKeepTheirScaleAndSize() throws SQLException {
        try (Connection connection = SERVER.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select 12.5::number(10, 2) as n, 5 as i, "
                        + "12345678901234567890123456789012345678 as big, 0.1::float as f, 'nan'::float as nan, "
                        + "'-inf'::float as inf")) {
            row.next();
            assertThat(row.getMetaData().getColumnType(1)).isEqualTo(Types.DECIMAL);
            assertThat(row.getMetaData().getScale(1)).isEqualTo(2);
            assertThat(row.getString("N")).isEqualTo("12.50");
            assertThat(row.getObject("I")).isEqualTo(5L);
            assertThat(row.getBigDecimal("BIG")).isEqualTo(new BigDecimal("12345678901234567890123456789012345678"));
            assertThat(row.getDouble("F")).isEqualTo(0.1);
            assertThat(row.getDouble("NAN")).isNaN();
            assertThat(row.getDouble("INF")).isEqualTo(Double.NEGATIVE_INFINITY);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTC", "America/New_York", "Asia/Kathmandu"})
    void datesAndTimesAreRightInAnyZoneOfTheClient(String zone) throws SQLException {
        TimeZone.setDefault(TimeZone.getTimeZone(zone));
        try (Connection connection = SERVER.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("alter session set timezone = 'Europe/Madrid'");
            try (ResultSet row = statement.executeQuery("select '1969-12-31'::date as d, '23:59:58.5'::time as t, "
                    + "'2026-03-29 02:30:00.123456'::timestamp_ntz as ntz, "
                    + "'2026-07-01 12:00:00 +00:00'::timestamp_tz::timestamp_ltz as ltz, "
                    + "'2026-07-01 12:00:00 +05:30'::timestamp_tz as tz, "
                    + "'2026-03-08 02:30:00 +00:00'::timestamp_tz as gap")) {
                row.next();
                assertThat(row.getDate("D").toLocalDate()).isEqualTo(LocalDate.of(1969, 12, 31));
                assertThat(row.getTime("T")).hasToString("23:59:58");
                assertThat(row.getString("NTZ")).isEqualTo("2026-03-29 02:30:00.123");
                assertThat(row.getTimestamp("LTZ").toInstant()).isEqualTo(Instant.parse("2026-07-01T12:00:00Z"));
                assertThat(row.getTimestamp("TZ").toInstant()).isEqualTo(Instant.parse("2026-07-01T06:30:00Z"));
                assertThat(row.getTimestamp("GAP").toInstant()).isEqualTo(Instant.parse("2026-03-08T02:30:00Z"));
                assertThat(row.getString("TZ")).isEqualTo("2026-07-01 12:00:00.000 +0530");
            }
        }
    }

    @Test
    void semiStructuredValuesArePrettyPrintedWithTheirExactNumbers() throws SQLException {
        try (Connection connection = SERVER.connect()) {
            assertThat(
                            LocalServer.value(
                                    connection,
                                    "select parse_json('{\"b\": [1.5, \"x, y\", {}, []], \"a\": null, \"n\": 12345678901234567890}')"))
                    .isEqualTo("""
                            {
                              "a": null,
                              "b": [
                                1.5,
                                "x, y",
                                {},
                                []
                              ],
                              "n": 12345678901234567890
                            }""");
            assertThat(LocalServer.value(connection, "select parse_json('\"text\"')"))
                    .isEqualTo("\"text\"");
        }
    }

    @Test
    void nullsBooleansBinaryAndLongTextsArrive() throws SQLException {
        try (Connection connection = SERVER.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select null as n, true as t, false as f, to_binary('00FF') as b, repeat('ü', 100000) as s")) {
            row.next();
            assertThat(row.getObject("N")).isNull();
            assertThat(row.getBoolean("T")).isTrue();
            assertThat(row.getBoolean("F")).isFalse();
            assertThat(row.getBytes("B")).containsExactly(0, 0xff);
            assertThat(row.getString("S")).hasSize(100_000);
        }
    }

    @Test
    void aHundredThousandRowsArriveInOrder() throws SQLException {
        try (Connection connection = SERVER.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select row_number() over (order by seq4()) as n from table(generator(rowcount => 100000)) order by n")) {
            long expected = 0;
            while (rows.next()) {
                expected++;
                assertThat(rows.getLong(1)).isEqualTo(expected);
            }
            assertThat(expected).isEqualTo(100_000);
        }
    }
}
