package dev.inverterflow.snowflake.local.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Statements of the documentation, and of the suites that Snowflake runs Snowpark with, beside what they print there. */
@Tag("driver")
class DocumentedValuesTest {

    @RegisterExtension
    static final LocalServer SERVER = new LocalServer();

    /** docs.snowflake.com/en/sql-reference/functions/parse_json, "Storing values of different data types". */
    @Test
    void anElementLeftOutIsUndefined() throws SQLException {
        assertThat(rows("select parse_json('[-1, 12, 289, 2188, false,]')"))
                .containsExactly("[\n  -1,\n  12,\n  289,\n  2188,\n  false,\n  undefined\n]");
    }

    /** docs.snowflake.com/en/sql-reference/functions/flatten, first example. */
    @Test
    void flattenPassesOverAnElementLeftOut() throws SQLException {
        assertThat(rows("select seq, key, path, index, value from table(flatten(input => parse_json('[1, ,77]'))) f"))
                .containsExactly("1|null|[0]|0|1", "1|null|[2]|2|77");
    }

    /** docs.snowflake.com/en/sql-reference/functions/flatten, table PERSONS. */
    @Test
    void keysNeedNoQuotes() throws SQLException {
        assertThat(rows("select parse_json('{ name:  { first: \"John\", last: \"Smith\"} }'):name.last::varchar"))
                .containsExactly("Smith");
    }

    /** MODE = ARRAY does not look for arrays in an object: TableFunctionSuite of Snowpark counts these rows. */
    @ParameterizedTest
    @CsvSource({"array, 1", "object, 2", "both, 4"})
    void aRecursionGoesThroughWhatItsModeNames(String mode, int count) throws SQLException {
        assertThat(rows("select count(*) from table(flatten(input => parse_json('{\"a\":1, \"b\":[77, 88]}'), "
                        + "outer => true, recursive => true, mode => '" + mode + "'))"))
                .containsExactly(String.valueOf(count));
    }

    /** docs.snowflake.com/en/sql-reference/functions/to_timestamp, last examples; the session is in Los Angeles. */
    @Test
    void aNumberInAVariantBecomesALocalTimestamp() throws SQLException {
        assertThat(rows("select 0::timestamp_ntz, parse_json(0)::timestamp_ntz, parse_json(0)::int::timestamp_ntz"))
                .containsExactly("1970-01-01 00:00:00.000|1969-12-31 16:00:00.000|1970-01-01 00:00:00.000");
        assertThat(rows("select to_timestamp_ntz(0), to_timestamp_ntz(parse_json(0))"))
                .containsExactly("1970-01-01 00:00:00.000|1969-12-31 16:00:00.000");
    }

    /** The first three are of Snowpark's FunctionSuite, the last of …/functions/parse_json. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"a": null         | incomplete object value, pos 11
            {"a: "foo"}        | missing colon, pos 7
            {"a:               | unfinished string, pos 5
            { "a" : "123", "b" : "456", "a": "789"} | duplicate object attribute "a", pos 31
            """)
    void checkJsonCountsTheCharactersItHasRead(String text, String fault) throws SQLException {
        assertThat(rows("select check_json('" + text + "')")).containsExactly(fault);
    }

    /** docs.snowflake.com/en/sql-reference/functions/object_pick takes an array of keys, too. */
    @Test
    void objectPickTakesKeysInAnArray() throws SQLException {
        assertThat(
                        rows(
                                "select to_json(object_pick(object_construct('a', 1, 'b', 2, 'c', 3), array_construct('a', 'b')))"))
                .containsExactly("{\"a\":1,\"b\":2}");
    }

    /** Snowpark's FunctionSuite: what is no array has no size. */
    @Test
    void aNumberHasNoArraySize() throws SQLException {
        assertThat(rows("select array_size(2)")).containsExactly("null");
    }

    /** docs.snowflake.com/en/sql-reference/sql/create-file-format: FILE_EXTENSION is of unloading, and harms no loading. */
    @Test
    void theExtensionOfUnloadedFilesDoesNotMatterToLoading() throws SQLException {
        try (Connection connection = SERVER.connect()) {
            LocalServer.execute(
                    connection,
                    "create or replace table loaded (v variant)",
                    "create or replace stage loading",
                    "copy into @loading/a from (select object_construct('a', 1)) file_format = (type = json)",
                    "copy into loaded from @loading file_format = (type = json file_extension = 'json')");
            assertThat(LocalServer.value(connection, "select to_json(v) from loaded"))
                    .isEqualTo("{\"a\":1}");
        }
    }

    /** docs.snowflake.com/en/sql-reference/functions/seq1: with 1 it goes on at the smallest number of a byte, or of two. */
    @Test
    void aSignedSequenceGoesOnAtTheSmallestNumber() throws SQLException {
        assertThat(rows("select min(a), max(a), min(b), max(b) from (select seq1(1) as a, seq2(1) as b "
                        + "from table(generator(rowcount => 32769)))"))
                .containsExactly("-128|127|-32768|32767");
        assertThat(rows("select min(a) from (select seq1(0) as a from table(generator(rowcount => 300)))"))
                .containsExactly("0");
    }

    /** Snowpark's DataFrameSuite: equal values correlate with nothing. */
    @Test
    void equalValuesHaveNoCorrelation() throws SQLException {
        assertThat(rows("select corr(a, b) from values (1, 2), (1, 2) t(a, b)")).containsExactly("null");
    }

    /** Snowpark's DataFrameSetOperationsSuite: only rows of the left side come out. */
    @Test
    void intersectAndExceptAreNullableAsTheirLeftSide() throws SQLException {
        for (var operator : List.of("intersect", "except")) {
            try (Connection connection = SERVER.connect();
                    Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("select 1 as a " + operator + " select null::int")) {
                assertThat(rows.getMetaData().isNullable(1)).isZero();
            }
        }
    }

    /** docs.snowflake.com/en/sql-reference/functions/flatten, second example of OUTER: the path is empty, not NULL. */
    @Test
    void theRowThatOuterAddsHasThePathToWhatHasNoElements() throws SQLException {
        assertThat(rows("select * from table(flatten(input => parse_json('[]'), outer => true)) f"))
                .containsExactly("1|null||null|null|[]");
        assertThat(
                        rows(
                                "select path from table(flatten(input => parse_json('{\"a\": {}}'), path => 'a', outer => true))"))
                .containsExactly("a");
        assertThat(rows("select path from table(flatten(input => parse_json('[]')))"))
                .isEmpty();
    }

    /** docs.snowflake.com/en/sql-reference/functions/trunc, "Returns". */
    @Test
    void aTruncatedNumberHasOneDigitMore() throws SQLException {
        assertThat(rows("select system$typeof(trunc(3.14, 1)), system$typeof(truncate(3.14, 0)), "
                        + "system$typeof(trunc(33.33, -1))"))
                .containsExactly("NUMBER(4,1)[SB2]|NUMBER(4,0)[SB2]|NUMBER(5,0)[SB4]");
    }

    /** docs.snowflake.com/en/sql-reference/functions/object_agg: DISTINCT filters rows where both key and value are equal. */
    @Test
    void equalPairsAreGatheredOnce() throws SQLException {
        assertThat(
                        rows(
                                "select to_json(object_agg(distinct k, v)) from values ('a', 1), ('a', 1), ('b', 2) as t (k, v)"))
                .containsExactly("{\"a\":1,\"b\":2}");
    }

    private static List<String> rows(String sql) throws SQLException {
        try (Connection connection = SERVER.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> all = new ArrayList<>();
            while (rows.next()) {
                List<String> row = new ArrayList<>();
                for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                    row.add(String.valueOf(rows.getString(column)));
                }
                all.add(String.join("|", row));
            }
            return all;
        }
    }
}
