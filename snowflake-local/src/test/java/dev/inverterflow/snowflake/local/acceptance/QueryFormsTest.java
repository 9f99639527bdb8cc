package dev.inverterflow.snowflake.local.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The clauses of a query, each once, with the rows that come of it. */
@Tag("driver")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class QueryFormsTest {

    @RegisterExtension
    static final LocalServer SERVER = new LocalServer();

    private Connection connection;

    @BeforeAll
    void connect() throws SQLException {
        connection = SERVER.connect();
        LocalServer.execute(
                connection,
                "create table t (a int, b varchar, n number(10, 2))",
                "insert into t values (1, 'x', 1.5), (2, 'y', 2.5), (2, null, 3)");
    }

    @AfterAll
    void disconnect() throws SQLException {
        connection.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            a, b, sum(n) from t group by all order by 1, 2       | 1 x 1.50, 2 y 2.50, 2 - 3.00
            a, sum(n) from t group by rollup (a) order by 1      | 1 1.50, 2 5.50, - 7.00
            a, count(*), grouping(a) from t group by cube (a) order by 1 | 1 1 0, 2 2 0, - 3 1
            a, b, count(*) from t group by cube (a, b) order by 1, 2, 3 | 1 x 1, 1 - 1, 2 y 1, 2 - 1, 2 - 2, - x 1, - y 1, - - 1, - - 3
            a, b, count(*) from t group by grouping sets ((a), (b), ()) order by 1, 2, 3 | 1 - 1, 2 - 2, - x 1, - y 1, - - 1, - - 3
            """)
    void groupsAreFormedAsTheClauseSays(String query, String rows) throws SQLException {
        assertThat(rows("select " + query)).isEqualTo(rows);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            sum(n) over (partition by a order by n rows between 1 preceding and current row)       | 1.50, 2.50, 5.50
            sum(n) over (order by n range between unbounded preceding and current row)             | 1.50, 4.00, 7.00
            sum(n) over (order by a range between 1 preceding and current row)                     | 1.50, 7.00, 7.00
            count(*) over (order by n rows between current row and unbounded following)            | 3, 2, 1
            lag(b) ignore nulls over (order by n)                                                  | -, x, y
            first_value(b) over (order by n desc rows between unbounded preceding and unbounded following) | -, -, -
            ntile(2) over (order by n)                                                             | 1, 1, 2
            """)
    void windowsHaveTheirFrames(String function, String rows) throws SQLException {
        assertThat(rows("select " + function + " from t order by n")).isEqualTo(rows);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            select a from t union select 5 order by 1                | 1, 2, 5
            select a from t union all select 5 order by 1            | 1, 2, 2, 5
            select a from t intersect select 2                       | 2
            select a from t except select 2                          | 1
            select a from t minus select 2                           | 1
            select 1 as a, 2 as b union by name select 3 as b, 4 as a order by a | 1 2, 4 3
            """)
    void setsAreCombined(String query, String rows) throws SQLException {
        assertThat(rows(query)).isEqualTo(rows);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            with c as (select a from t) select count(*) from c       | 3
            with recursive r as (select 1 as i union all select i + 1 from r where i < 3) select * from r order by i | 1, 2, 3
            select x.a, y.b from t x join t y on x.a = y.a and x.b = y.b order by 1 | 1 x, 2 y
            select x.a, y.b from t x left join t y on x.b = y.b order by x.n | 1 x, 2 y, 2 -
            select * from (select 1 as k, 2 as l) full outer join (select 3 as k, 4 as m) using (k) order by k | 1 2 -, 3 - 4
            select * from (select 1 as k) natural join (select 1 as k, 5 as m) | 1 5
            select x.a, l.c from t x, lateral (select x.a + 1 as c) l order by x.n | 1 2, 2 3, 2 3
            select * from values (1, 'a'), (2, 'b') as v (x, y) order by x | 1 a, 2 b
            select column1, $2 from values (1, 'a')                  | 1 a
            select a from t qualify row_number() over (partition by a order by n desc) = 1 order by a | 1, 2
            select seq4() from table(generator(rowcount => 3)) order by 1 | 0, 1, 2
            select * from (select a, n from t) pivot (sum(n) for a in (1, 2)) | 1.50 5.50
            select f.index, f.value from table(flatten(input => parse_json('[7, 8]'))) f order by 1 | 0 7, 1 8
            select f.key, f.path from table(flatten(input => parse_json('{"a": {"b": 1}}'), recursive => true, mode => 'OBJECT')) f | a a, b a.b
            select f.value from (select 1) x, lateral flatten(input => parse_json('{"p": [4]}'), path => 'p') f | 4
            select f.value from (select 1) x, lateral flatten(input => parse_json('[]'), outer => true) f | -
            select a from t order by n desc nulls last limit 1 offset 1 | 2
            select * exclude (b, n) from t order by n                | 1, 2, 2
            """)
    void relationsAreReadAndJoined(String query, String rows) throws SQLException {
        assertThat(rows(query)).isEqualTo(rows);
    }

    @Test
    void resultsAreReadAgainByTheirIdOrPlace() throws SQLException {
        LocalServer.value(connection, "select 'kept' as word");
        String id = LocalServer.value(connection, "select last_query_id()");
        assertThat(rows("select word from table(result_scan('" + id + "'))")).isEqualTo("kept");
        assertThat(rows("select $1 || '!' from table(result_scan(last_query_id(-3)))"))
                .as("three statements before, as the two between are counted, too")
                .isEqualTo("kept!");
    }

    /** The rows as text: values with spaces, rows with commas between them, a line for NULL. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            select a from t order by n limit null offset null            | 1, 2, 2
            select a from t order by n limit '' offset ''                | 1, 2, 2
            select a from t order by n limit $$$$ offset 1               | 2, 2
            select nth_value(n, 2) from first over (order by n rows between unbounded preceding and unbounded following) from t limit 1 | 2.50
            select to_date('2025-01-17') + interval '1 y, 3 q, 4 mm, 5 w, 6 d, 7 h, 9 m, 8 s, 1000 ms, 445343232 us, 898498273498 ns' | 2027-03-30 07:31:32.841
            select date '2024-01-01' + interval '2 weeks, 1 day'         | 2024-01-16
            select l.a + 1 as next, r.b from t l join t r on next = r.a and l.b is not null where r.b is not null | 2 y
            select like('a_c', 'a^_c', '^'), like('abc', 'a^_c', '^'), ilike('ABC', 'a%') | TRUE FALSE TRUE
            """)
    void theRarerSpellingsOfAClauseMeanTheSame(String query, String rows) throws SQLException {
        // docs.snowflake.com/en/sql-reference/constructs/limit, functions/nth_value, functions/like,
        // data-types-datetime, sql/select
        assertThat(rows(query)).isEqualTo(rows);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            select v from w order by v                        | 9 10.5 1.050000000000000e+04 "B" "a\\"b" "ab"
            select v from w order by 1 desc                   | "ab" "a\\"b" "B" 1.050000000000000e+04 10.5 9
            select distinct v from w where is_integer(v) or is_decimal(v) order by v | 9 10.5
            select v from w union all select null order by 1 nulls first limit 2 | - 9
            select array_agg(v) within group (order by v desc) from w where is_varchar(v) | ["ab","a\\"b","B"]
            select row_number() over (order by v) from w order by v desc limit 1 | 6
            select min(v), max(v) from w where not is_varchar(v) | 9 1.050000000000000e+04
            select max(v) from w where is_null_value(v)          | -
            select max(v) over (order by v rows between 1 preceding and current row) from w where is_varchar(v) order by v limit 1 | "B"
            """)
    void semiStructuredValuesAreInTheOrderOfTheirKind(String query, String rows) throws SQLException {
        // docs.snowflake.com/en/sql-reference/constructs/order-by; between kinds no order is promised
        String values = "with w as (select parse_json(column1) as v from values ('10.5'), ('\"ab\"'), ('9'), ('\"B\"'),"
                + " ('10.50e3'), ('\"a\\\\\"b\"')) ";
        assertThat(rows(values + query).replace(", ", " ").replaceAll("\\s*\n\\s*", ""))
                .isEqualTo(rows);
    }

    private String rows(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> all = new ArrayList<>();
            while (rows.next()) {
                List<String> values = new ArrayList<>();
                for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                    String value = rows.getString(column);
                    values.add(value == null ? "-" : value);
                }
                all.add(String.join(" ", values));
            }
            return String.join(", ", all);
        }
    }
}
