package dev.inverterflow.snowflake.local.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What asks for too much is refused, or can be stopped; other sessions do not notice. */
@Tag("driver")
class BoundsTest {

    @RegisterExtension
    static final LocalServer SERVER = new LocalServer();

    private static final String TOO_LONG = "100078";
    private static final String NOT_SUPPORTED = "000002";
    private static final String ENDLESS = "table(generator(rowcount => 1000000000000))";

    private Connection connection;
    private Connection witness;

    @BeforeEach
    void connect() throws SQLException {
        connection = SERVER.connect();
        witness = SERVER.connect();
    }

    @AfterEach
    void theOtherSessionHasNotNoticed() throws SQLException {
        assertThat(LocalServer.value(witness, "select 1")).isEqualTo("1");
        assertThat(LocalServer.value(connection, "select 1")).isEqualTo("1");
        witness.close();
        connection.close();
    }

    /** 134,217,728 bytes are the most that a VARCHAR holds (docs.snowflake.com/en/sql-reference/data-types-text). */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            length(repeat('a', 134217729))                            | length(repeat('a', 1000))                    | 1000
            length(repeat('ß', 67108865))                             | length(repeat('ß', 1000))                    | 1000
            length(repeat('abc', 9223372036854775807))                | length(repeat('abc', 0))                     | 0
            length(space(1000000000000))                              | length(space(3))                             | 3
            length(lpad('a', 134217729))                              | lpad('a', 3, 'xy')                           | xya
            length(rpad('a', 134217729, 'xy'))                        | rpad('a', 5, 'xy')                           | axyxy
            length(randstr(134217729, 1))                             | length(randstr(20, 1))                       | 20
            length(replace(repeat('a', 100000), 'a', repeat('b', 2000))) | replace('abcabc', 'b', 'xyz')             | axyzcaxyzc
            regexp_replace(repeat('a', 100000), 'a', repeat('b', 2000)) | regexp_replace('aab', 'a', 'xy')           | xyxyb
            array_to_string(array_generate_range(0, 100000), repeat('x', 2000)) | array_to_string(array_generate_range(0, 3), 'x') | 0x1x2
            array_size(array_generate_range(0, 9223372036854775807))  | array_size(array_generate_range(0, 1000))    | 1000
            length((select listagg(repeat('a', 2000), ',') from table(generator(rowcount => 70000)))) | (select listagg('a', ',') from table(generator(rowcount => 3))) | a,a,a
            """)
    void aTextBeyondTheLongestIsRefusedBeforeItIsMade(String refused, String accepted, String value)
            throws SQLException {
        assertThat(code("select " + refused)).isEqualTo(TOO_LONG);
        assertThat(LocalServer.value(connection, "select " + accepted)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '"', textBlock = """
            length(repeat('a', 134217728) || 'b') ~ repeat('a', 2) || 'b' ~ aab
            length(concat('b', repeat('a', 134217728))) ~ concat('b', repeat('a', 2), 'c') ~ baac
            length((select replace(x, 'b') || '-' || x from (select repeat('a', 67108864) as x))) ~ (select replace(x, 'b') || '-' || x from (select 'ab' as x)) ~ a-ab
            length(concat_ws(',', repeat('a', 134217727), 'b')) ~ concat_ws(',', 'a', 'b') ~ a,b
            array_size((select array_agg(repeat('a', 2000)) from table(generator(rowcount => 70000)))) ~ array_size((select array_agg('a') from table(generator(rowcount => 3)))) ~ 3
            """)
    void whatIsJoinedBeyondTheLongestIsRefusedToo(String refused, String accepted, String value) throws SQLException {
        assertThat(code("select " + refused)).isEqualTo(TOO_LONG);
        assertThat(LocalServer.value(connection, "select " + accepted)).isEqualTo(value);
    }

    /** What the bounded functions need in the engine has names of its own. */
    @Test
    void columnsOfAnyNameAreMadeLonger() throws SQLException {
        String columns = "(select 'a' as x, 'b' as t, 'c' as p)";
        assertThat(LocalServer.value(
                        connection, "select repeat(x, 2) || lpad(p, 3, t) || replace(x, t, p) from " + columns))
                .isEqualTo("aabbca");
        assertThat(LocalServer.value(
                        connection,
                        "select listagg(distinct t, '-') within group (order by t) || listagg(x) from " + columns
                                + " having repeat(max(t), 2) = 'bb' and listagg(p) = 'c'"))
                .isEqualTo("ba");
    }

    @Test
    void whatRowsAreGroupedByIsJoinedToOtherTextsToo() throws SQLException {
        String columns = "(select 'a' as x, 'b' as y union all select 'a', 'b')";
        assertThat(LocalServer.value(
                        connection,
                        "select x || '-' || y || '!' || count(*) || concat(x || '-' || y, '?') from " + columns
                                + " group by x || '-' || y having x || '-' || y || '.' = 'a-b.'"))
                .isEqualTo("a-b!2a-b?");
        assertThat(LocalServer.value(
                        connection,
                        "select distinct x || y || upper(x) as z from " + columns + " order by x || y || upper(x)"))
                .isEqualTo("abA");
        try (PreparedStatement prepared = connection.prepareStatement(
                "select x || ? || y || ? from " + columns + " where x || ? || y = ? limit 1")) {
            prepared.setString(1, "1");
            prepared.setString(2, "2");
            prepared.setString(3, "3");
            prepared.setString(4, "a3b");
            try (ResultSet row = prepared.executeQuery()) {
                assertThat(row.next()).isTrue();
                assertThat(row.getString(1)).isEqualTo("a1b2");
            }
        }
    }

    @Test
    void paddingWithNothingLeavesATextAsItIs() throws SQLException {
        assertThat(LocalServer.value(connection, "select lpad('abc', 5, '') || rpad('abc', 2, '') || lpad('x', -1)"))
                .isEqualTo("abcab");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            dateadd(month, 2147483647, '2020-01-01'::date)          | dateadd(month, 11, '2020-01-31'::date)          | 001007 | 2020-12-31
            dateadd(year, 999999999999, '2020-01-01'::date)         | dateadd(year, 7979, '2020-01-01'::date)         | 100046 | 9999-01-01
            dateadd(day, 9223372036854775807, '2020-01-01'::timestamp_ntz) | dateadd(day, -1, '2020-01-01'::date)     | 100046 | 2019-12-31
            date_trunc(day, '2020-01-01'::date) + 2147483647        | date_trunc(day, '2020-01-01'::date) + 1         | 001007 | 2020-01-02
            add_months('2020-01-01'::date, 100000000)               | add_months('2020-01-31'::date, 1)               | 001007 | 2020-02-29
            date_from_parts(3000000, 1, 1)                          | date_from_parts(2020, 13, 1)                    | 001007 | 2021-01-01
            """)
    void aDateBeyondTheCalendarIsRefused(String refused, String accepted, String code, String value)
            throws SQLException {
        assertThat(code("select " + refused)).isEqualTo(code);
        assertThat(LocalServer.value(connection, "select " + accepted)).isEqualTo(value);
    }

    @Test
    void aRegularExpressionThatWouldNeverEndIsEnded() throws SQLException {
        String catastrophe = "'(.*)(.*)(.*)(.*)(.*)(.*)(.*)[^b]x'";
        assertThat(code("select regexp_replace(repeat('a', 60) || 'b', " + catastrophe + ", 'y')"))
                .isEqualTo(NOT_SUPPORTED);
        assertThat(LocalServer.value(
                        connection, "select regexp_replace(repeat('a', 6) || 'b', " + catastrophe + ", 'y')"))
                .isEqualTo("aaaaaab");
        assertThat(code("select regexp_like(repeat('ab', 1000000), '(a|\\\\w)*')"))
                .isEqualTo(NOT_SUPPORTED);
        assertThat(LocalServer.value(connection, "select regexp_like(repeat('ab', 100), '(a|\\\\w)*')"))
                .isEqualToIgnoringCase("true");
    }

    /** Snowflake's engine never goes back, so it has none of what needs that. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a(?=b)      | (?:a)b       | no argument for repetition operator: ?
            a(?!c)b     | a(b)         | no argument for repetition operator: ?
            (?<=a)b     | (?i)AB       | no argument for repetition operator: ?
            (a)\\\\1    | a\\\\w       | invalid escape sequence: \\1
            a++b        | a+b          | invalid nested repetition operator: ++
            """)
    void whatNeedsGoingBackIsNoRegularExpression(String refused, String accepted, String reason) throws SQLException {
        SQLException failure = failure("select regexp_like('ab', '" + refused + "')");
        assertThat(failure.getErrorCode()).isEqualTo(100048);
        assertThat(failure.getMessage()).endsWith(reason);
        assertThat(LocalServer.value(connection, "select regexp_like('ab', '" + accepted + "')"))
                .isEqualToIgnoringCase("true");
    }

    @Test
    void repetitionIsGreedyAndAnEmptyPatternMatchesNothing() throws SQLException {
        assertThat(code("select regexp_substr('aab', 'a+?')")).isEqualTo(NOT_SUPPORTED);
        assertThat(LocalServer.value(connection, "select regexp_substr('aab', 'a+')"))
                .isEqualTo("aa");
        assertThat(LocalServer.value(
                        connection, "select regexp_count('abc', '') || regexp_like('', '') || regexp_like('a', '')"))
                .isEqualTo("0truefalse");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select count(*) from " + ENDLESS,
                "select seq8(), 'row' from " + ENDLESS,
                "create or replace temporary table endless as select seq8() as a from " + ENDLESS
            })
    void rowsWithoutEndAreStoppedByTheTimeout(String sql) throws SQLException {
        LocalServer.execute(connection, "alter session set statement_timeout_in_seconds = 1");
        assertThat(code(sql)).isEqualTo("000630");
        LocalServer.execute(connection, "alter session unset statement_timeout_in_seconds");
        assertThat(LocalServer.value(connection, "select count(*) from table(generator(rowcount => 1000))"))
                .isEqualTo("1000");
    }

    @Test
    void rowsWithoutEndAreStoppedByTheirSession() throws Exception {
        try (Statement statement = connection.createStatement()) {
            CompletableFuture<String> code = CompletableFuture.supplyAsync(
                    () -> code(() -> statement.executeQuery("select seq8() from " + ENDLESS)));
            Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .pollInterval(Duration.ofMillis(200))
                    .until(() -> isDoneAfterCancel(statement, code));
            assertThat(code.join()).isEqualTo("000604");
        }
    }

    @Test
    void functionsNestedDeeplyAreRefusedAndNeverKeepTheServerBusy() throws SQLException {
        for (String[] parts : new String[][] {
            {"sqrt(", ")"},
            {"ascii(chr(", "))"},
            {"substr('a', ", ")"},
            {"position('a', 'b', ", ")"},
            {"repeat('', ", ")"}
        }) {
            String few = "select " + parts[0].repeat(3) + "64" + parts[1].repeat(3);
            String many = "select " + parts[0].repeat(40) + "column1" + parts[1].repeat(40) + " from values (64)";
            assertThat(code(few)).as(few).isIn("accepted", "100038");
            assertThat(code(many)).as(many).isIn("accepted", "100038", NOT_SUPPORTED);
        }
    }

    private static boolean isDoneAfterCancel(Statement statement, CompletableFuture<String> running)
            throws SQLException {
        if (!running.isDone()) {
            statement.cancel();
        }
        return running.isDone();
    }

    private String code(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return code(() -> statement.execute(sql));
        }
    }

    private SQLException failure(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return catchThrowableOfType(SQLException.class, () -> statement.execute(sql));
        }
    }

    /** What talks to the server. */
    private interface Talk {
        Object run() throws SQLException;
    }

    private static String code(Talk talk) {
        try {
            if (talk.run() instanceof ResultSet rows) {
                rows.close();
            }
            return "accepted";
        } catch (SQLException failure) {
            return String.format(Locale.ROOT, "%06d", failure.getErrorCode());
        }
    }
}
