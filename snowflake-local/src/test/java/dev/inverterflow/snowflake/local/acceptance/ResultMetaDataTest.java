package dev.inverterflow.snowflake.local.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What drivers tell of each type: its description, its classes, its text under each output format. */
@Tag("driver")
class ResultMetaDataTest {

    @RegisterExtension
    static final LocalServer SERVER = new LocalServer();

    private Connection connection;

    @BeforeEach
    void connect() throws SQLException {
        connection = SERVER.connect();
        LocalServer.execute(connection, """
                create or replace table types (i int not null, n number(10,2), f float, d double, s varchar, v varchar(20),
                c char(3), b boolean, da date, t time, t3 time(3), ntz timestamp_ntz, ntz3 timestamp_ntz(3),
                ltz timestamp_ltz, tz timestamp_tz, bi binary, bi8 binary(8), va variant, o object, ar array)
                """, """
                insert into types select 1, 12.5, 0.5, 1e10, 'text', 'v', 'abc', true, '2024-02-29', '01:02:03.123456',
                '01:02:03.123', '2024-02-29 01:02:03.123456', '2024-02-29 01:02:03.123',
                '2024-02-29 01:02:03 +00:00'::timestamp_tz::timestamp_ltz, '2024-02-29 01:02:03 +05:30',
                to_binary('0AFF'), to_binary('01'), parse_json('{"a":[1,null]}'), object_construct('k', 1),
                array_construct(1, 'x', null)
                """);
    }

    @AfterEach
    void disconnect() throws SQLException {
        connection.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            I    | -5 NUMBER 38 0 not null signed   | java.lang.Long       | java.lang.Long       | 1
            N    | 3 NUMBER 10 2 nullable signed    | java.math.BigDecimal | java.math.BigDecimal | 12.50
            F    | 8 DOUBLE 0 0 nullable signed     | java.lang.Double     | java.lang.Double     | 0.5
            D    | 8 DOUBLE 0 0 nullable signed     | java.lang.Double     | java.lang.Double     | 1.0E10
            S    | 12 VARCHAR 16777216 0 nullable   | java.lang.String     | java.lang.String     | text
            V    | 12 VARCHAR 20 0 nullable         | java.lang.String     | java.lang.String     | v
            C    | 12 VARCHAR 3 0 nullable          | java.lang.String     | java.lang.String     | abc
            B    | 16 BOOLEAN 0 0 nullable          | java.lang.Boolean    | java.lang.Boolean    | TRUE
            DA   | 91 DATE 10 0 nullable            | java.sql.Date        | java.sql.Date        | 2024-02-29
            T    | 92 TIME 8 9 nullable             | java.sql.Time        | java.sql.Time        | 01:02:03
            T3   | 92 TIME 8 3 nullable             | java.sql.Time        | java.sql.Time        | 01:02:03
            NTZ  | 93 TIMESTAMPNTZ 23 9 nullable    | java.sql.Timestamp   | java.sql.Timestamp   | 2024-02-29 01:02:03.123
            NTZ3 | 93 TIMESTAMPNTZ 23 3 nullable    | java.sql.Timestamp   | java.sql.Timestamp   | 2024-02-29 01:02:03.123
            LTZ  | 93 TIMESTAMPLTZ 25 9 nullable    | java.sql.Timestamp   | java.sql.Timestamp   | 2024-02-28 17:02:03.000 -0800
            TZ   | 2014 TIMESTAMPTZ 25 9 nullable   | java.sql.Timestamp   | java.sql.Timestamp   | 2024-02-29 01:02:03.000 +0530
            BI   | -2 BINARY 8388608 0 nullable     | [B                   | [B                   | 0AFF
            BI8  | -2 BINARY 8 0 nullable           | [B                   | [B                   | 01
            VA   | 12 VARIANT 0 0 nullable          | java.lang.String     | java.lang.String     | {"a":[1,null]}
            O    | 12 OBJECT 0 0 nullable           | java.lang.String     | java.lang.String     | {"k":1}
            AR   | 12 ARRAY 0 0 nullable            | java.lang.String     | java.lang.String     | [1,"x",undefined]
            """)
    void everyTypeIsDescribedAndComesAsItsClass(
            String column, String description, String declared, String given, String text) throws Exception {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select " + column + " from types")) {
            assertThat(row.next()).isTrue();
            ResultSetMetaData metaData = row.getMetaData();
            assertThat(metaData.getColumnName(1)).isEqualTo(column);
            assertThat(description(metaData)).isEqualTo(description);
            assertThat(metaData.getColumnClassName(1)).isEqualTo(declared);
            assertThat(row.getObject(1)).isInstanceOf(Class.forName(given));
            assertThat(withoutLayout(row.getString(1))).isEqualTo(text);
        }
    }

    /** github.com/snowflakedb/snowflake-jdbc, ResultSetLatestIT.testResultSetMetadata. */
    @Test
    void aColumnThatIsTakenAsItIsTellsItsTable() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select t.i as renamed, t.i + 1, u.v, x.n from types t join types u on t.i = u.i,"
                                + " (select n from types) x")) {
            ResultSetMetaData metaData = row.getMetaData();
            List<String> places = new ArrayList<>();
            for (int column = 1; column <= metaData.getColumnCount(); column++) {
                places.add(metaData.getCatalogName(column) + "." + metaData.getSchemaName(column) + "."
                        + metaData.getTableName(column));
            }
            assertThat(places).containsExactly("DB.S.TYPES", "..", "DB.S.TYPES", "..");
        }
    }

    private static String description(ResultSetMetaData metaData) throws SQLException {
        return metaData.getColumnType(1)
                + " " + metaData.getColumnTypeName(1)
                + " " + metaData.getPrecision(1)
                + " " + metaData.getScale(1)
                + (metaData.isNullable(1) == ResultSetMetaData.columnNullable ? " nullable" : " not null")
                + (metaData.isSigned(1) ? " signed" : "");
    }

    private static String withoutLayout(String text) {
        return text.startsWith("{") || text.startsWith("[") ? text.replaceAll("\\s", "") : text;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            timestamp_output_format = 'DD.MM.YYYY HH12:MI AM TZH:TZM'      | LTZ | 29.02.2024 06:47 AM +05:45
            timestamp_output_format = 'DD.MM.YYYY HH12:MI AM TZH:TZM'      | TZ  | 29.02.2024 01:02 AM +05:30
            timestamp_ltz_output_format = 'DY MON DD HH24:MI:SS YYYY'      | LTZ | Thu Feb 29 06:47:03 2024
            timestamp_tz_output_format = 'YYYY-MM-DD"T"HH24:MI:SS.FF3TZHTZM' | TZ | 2024-02-29T01:02:03.000+0530
            timestamp_ntz_output_format = 'YYYY/MM/DD HH24:MI:SS.FF6'      | NTZ | 2024/02/29 01:02:03.123456
            date_output_format = 'DD-MON-YYYY'                             | DA  | 29-Feb-2024
            time_output_format = 'HH24:MI:SS.FF3'                          | T   | 01:02:03.123
            binary_output_format = 'BASE64'                                | BI  | Cv8=
            """)
    void textFollowsTheOutputFormatsAndTheTimeZoneOfTheSession(String setting, String column, String text)
            throws SQLException {
        LocalServer.execute(
                connection, "alter session set timezone = 'Asia/Kathmandu'", "alter session set " + setting);

        assertThat(LocalServer.value(connection, "select " + column + " from types"))
                .isEqualTo(text);
        assertThat(LocalServer.value(connection, "select " + column + "::varchar from types"))
                .isEqualTo(text);
    }

    @Test
    void instantsAreTheSameInEveryTimeZoneOfTheSession() throws SQLException {
        for (String zone : new String[] {"UTC", "America/New_York", "Asia/Kathmandu"}) {
            LocalServer.execute(connection, "alter session set timezone = '" + zone + "'");
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("select ltz, tz from types")) {
                row.next();
                assertThat(row.getTimestamp(1).toInstant()).as(zone).isEqualTo(Instant.parse("2024-02-29T01:02:03Z"));
                assertThat(row.getTimestamp(2).toInstant()).as(zone).isEqualTo(Instant.parse("2024-02-28T19:32:03Z"));
            }
        }
    }

    @Test
    void wholeNumbersAreDecimalsIfTheSessionWantsThem() throws SQLException {
        LocalServer.execute(connection, "alter session set jdbc_treat_decimal_as_int = false");

        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select i from types")) {
            row.next();
            assertThat(row.getMetaData().getColumnClassName(1)).isEqualTo("java.math.BigDecimal");
            assertThat(row.getObject(1)).isEqualTo(BigDecimal.ONE);
        }
    }

    @Test
    void resultsAreJsonWhateverFormatTheSessionAsksFor() throws SQLException {
        LocalServer.execute(connection, "alter session set jdbc_query_result_format = 'ARROW'");

        assertThat(LocalServer.value(connection, "select n from types")).isEqualTo("12.50");
    }

    @Test
    void aResultHasNoMoreRowsThanTheStatementOrTheSessionAllows() throws SQLException {
        String query = "select seq4() from table(generator(rowcount => 10))";
        try (Statement statement = connection.createStatement()) {
            statement.setMaxRows(3);
            assertThat(count(statement.executeQuery(query))).isEqualTo(3);
            statement.setMaxRows(0);
            assertThat(count(statement.executeQuery(query))).isEqualTo(10);
        }
        LocalServer.execute(connection, "alter session set rows_per_resultset = 4");
        try (Statement statement = connection.createStatement()) {
            assertThat(count(statement.executeQuery(query))).isEqualTo(4);
        }
    }

    private static int count(ResultSet rows) throws SQLException {
        int count = 0;
        try (rows) {
            while (rows.next()) {
                count++;
            }
        }
        return count;
    }
}
