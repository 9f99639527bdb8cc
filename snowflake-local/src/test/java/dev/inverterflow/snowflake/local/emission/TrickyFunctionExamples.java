package dev.inverterflow.snowflake.local.emission;

import dev.inverterflow.snowflake.local.emission.FunctionExamplesTest.Example;
import java.util.stream.Stream;

/**
 * Examples of what is easily taken for the same in DuckDB or Java and is not, and of functions that came with them, from their
 * pages (docs.snowflake.com/en/sql-reference/functions/…).
 */
final class TrickyFunctionExamples {
    private TrickyFunctionExamples() {}

    static Stream<Example> all() {
        return Stream.of(
                example("REGEXP_SUBSTR", "REGEXP_SUBSTR('x]a1', '[]a[:digit:]]+', 2)", "]a1"),
                example("REGEXP_LIKE", "REGEXP_LIKE('A1&&[', '[[:upper:][:digit:]&&[]+')", "true"),
                example("REGEXP_REPLACE", "REGEXP_REPLACE('a1 b2', '[[:alpha:]]', 'x')", "x1 x2"),
                example(
                        "REGEXP_SUBSTR_ALL",
                        "REGEXP_SUBSTR_ALL('a1_a2a3_a4A5a6', 'a[[:digit:]]', 2)",
                        "[\"a2\",\"a3\",\"a4\",\"a6\"]"),
                example(
                        "REGEXP_SUBSTR_ALL",
                        "REGEXP_SUBSTR_ALL('a1_a2a3_a4A5a6', '(a)([[:digit:]])', 1, 5, 'ie')",
                        "[\"A\",\"a\"]"),
                example("REGEXP_SUBSTR_ALL", "REGEXP_SUBSTR_ALL('a1', 'b')", "[]"),
                example("REGEXP_SUBSTR_ALL", "REGEXP_SUBSTR_ALL('abc', 'a(b)c', 1, 1, 'e', 2)", "null"),
                example(
                        "REGEXP_EXTRACT_ALL",
                        "REGEXP_EXTRACT_ALL('A MAN A PLAN A CANAL', 'A\\\\W+(\\\\w+)', 1, 2, 'e', 1)",
                        "[\"PLAN\",\"CANAL\"]"),
                example(
                        "PARSE_URL",
                        "PARSE_URL('http://USER:PASS@EXAMPLE.INT:4345/HELLO.PHP?USER=1')",
                        "{\"fragment\":null,\"host\":\"USER:PASS@EXAMPLE.INT\",\"parameters\":{\"USER\":\"1\"},"
                                + "\"path\":\"HELLO.PHP\",\"port\":\"4345\",\"query\":\"USER=1\",\"scheme\":\"http\"}"),
                example(
                        "PARSE_URL",
                        "PARSE_URL('mailto:abc@xyz.com')",
                        "{\"fragment\":null,\"host\":null,\"parameters\":null,\"path\":\"abc@xyz.com\",\"port\":null,"
                                + "\"query\":null,\"scheme\":\"mailto\"}"),
                example(
                        "PARSE_URL",
                        "PARSE_URL('example.int/hello.php?user=12#nofragment', 1)",
                        "{\"error\":\"scheme not specified\"}"),
                example("RTRIMMED_LENGTH", "RTRIMMED_LENGTH(' ABCD ')", "5"),
                example(
                        "ARRAYS_ZIP",
                        "ARRAYS_ZIP([1, 2, 3], ['one'], ['I', 'II'])",
                        "[{\"$1\":1,\"$2\":\"one\",\"$3\":\"I\"},{\"$1\":2,\"$2\":null,\"$3\":\"II\"},"
                                + "{\"$1\":3,\"$2\":null,\"$3\":null}]"),
                example("ARRAYS_ZIP", "ARRAYS_ZIP([], [], [])", "[{}]"),
                example("ARRAYS_ZIP", "ARRAYS_ZIP([1], NULL)", "null"),
                example(
                        "CONDITIONAL_TRUE_EVENT",
                        "(SELECT LISTAGG(n, ',') WITHIN GROUP (ORDER BY o, n) FROM (SELECT o,"
                                + " CONDITIONAL_TRUE_EVENT(o) OVER (PARTITION BY p ORDER BY o) AS n FROM VALUES ('A', 0), ('A', 0),"
                                + " ('A', 13), ('A', 13), ('A', 14), ('A', 15), ('A', NULL), ('M', 30) AS v (p, o)))",
                        "0,0,1,2,3,4,1,4"),
                example("CONCAT_WS", "CONCAT_WS(',', 'one', NULL, 'two')", "null"),
                example("CONCAT_WS", "CONCAT_WS(',', 'one')", "one"),
                // docs.snowflake.com/en/sql-reference/functions/left: a negative length gives an empty string
                example("LEFT", "'<' || LEFT('ABCDEF', -1) || '>'", "<>"),
                example("RIGHT", "'<' || RIGHT('ABCDEF', -1) || '>'", "<>"),
                example("CEIL", "CEIL(-975.975::FLOAT, -1)", "-970.0"),
                example("CEIL", "CEIL(-975.975::FLOAT, 2)", "-975.97"),
                example("CEIL", "CEIL(135.135, -2)", "200"),
                example("CEIL", "CEIL(135.135, 1)", "135.2"),
                example("CEIL", "CEIL(135.135, 50)", "135.135"),
                example("CEIL", "CEIL(9.99, 1)", "10.0"),
                example("FLOOR", "FLOOR(-975.975, 2)", "-975.98"),
                example("FLOOR", "FLOOR(135.135, -2)", "100"),
                example("FLOOR", "FLOOR(-975.975, -1)", "-980"),
                example("GREATEST_IGNORE_NULLS", "GREATEST_IGNORE_NULLS(1, NULL, 3)", "3"),
                example("LEAST_IGNORE_NULLS", "LEAST_IGNORE_NULLS(1, NULL, 3)", "1"),
                example("LEAST_IGNORE_NULLS", "LEAST_IGNORE_NULLS(NULL::INT, NULL)", "null"));
    }

    private static Example example(String function, String expression, String value) {
        return new Example(function, expression, value);
    }
}
