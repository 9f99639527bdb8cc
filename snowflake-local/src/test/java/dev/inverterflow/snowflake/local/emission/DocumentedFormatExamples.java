package dev.inverterflow.snowflake.local.emission;

import dev.inverterflow.snowflake.local.emission.FunctionExamplesTest.Example;
import java.util.stream.Stream;

/** Examples of conversions by formats, and of rules of numbers and dates, each from the page that stands above it. */
final class DocumentedFormatExamples {
    private DocumentedFormatExamples() {}

    static Stream<Example> all() {
        return Stream.of(writing(), reading(), numbers(), periods(), moments(), semiStructured())
                .flatMap(examples -> examples);
    }

    private static Example example(String function, String expression, String value) {
        return new Example(function, expression, value);
    }

    /** docs.snowflake.com/en/sql-reference/functions/to_char and …/sql-format-models. */
    private static Stream<Example> writing() {
        return Stream.of(
                example("TO_CHAR", "TO_CHAR(-12.391, '\">\"$99.0\"<\"')", ">-$12.4<"),
                example("TO_CHAR", "TO_CHAR(0.000, '\">\"$99.0\"<\"')", ">  $0.0<"),
                example("TO_CHAR", "TO_CHAR(3987.000, '\">\"$99.0\"<\"')", "> $##.#<"),
                example("TO_CHAR", "TO_CHAR(-12.391, '\">\"B9,999.0\"<\"')", ">   -12.4<"),
                example("TO_CHAR", "TO_CHAR(0.010, '\">\"B9,999.0\"<\"')", ">      .0<"),
                example("TO_CHAR", "TO_CHAR(-12.391, '\">\"TME\"<\"')", ">-1.2391E1<"),
                example("TO_CHAR", "TO_CHAR(0.000, '\">\"TME\"<\"')", ">0E0<"),
                example("TO_CHAR", "TO_CHAR(3987.000, '\">\"TM9\"<\"')", ">3987.000<"),
                example("TO_CHAR", "TO_CHAR(-12.391, '\">\"0XXX\"<\"')", ">FFF4<"),
                example("TO_CHAR", "TO_CHAR(-12.391, '\">\"S0XXX\"<\"')", ">-000C<"),
                example("TO_CHAR", "TO_CHAR(3987.000, '\">\"0XXX\"<\"')", ">0F93<"),
                example("TO_CHAR", "TO_CHAR(0.25, 'TM9%')", "25%"),
                example("TO_CHAR", "TO_CHAR(1234567.891234567, 'TM9(6,3)')", "1,234,567.891235"),
                example("TO_CHAR", "TO_CHAR(1234567.891234567, 'TM9(ALL,3)')", "1,234,567.891234567"),
                example("TO_CHAR", "TO_CHAR(1.5::FLOAT, 'TM9')", "1.5"),
                example("TO_CHAR", "TO_CHAR(12, '\">\"99\"<\"')", "> 12<"),
                example("TO_VARCHAR", "TO_VARCHAR(-123.45, '999.99MI')", "123.45-"),
                example("TO_VARCHAR", "TO_VARCHAR(1.2::FLOAT, '999,999.999')", "       1.2  "),
                example("TO_VARCHAR", "TO_VARCHAR(1.2::FLOAT, 'S000,000.000')", "+000,001.200"),
                example("TO_VARCHAR", "TO_VARCHAR(1234.56::FLOAT, 'FM999,999.999')", "1,234.56"),
                // Ten digits: the example of TO_VARCHAR(LOG(3, 4)), and issue 1109 of snowflake-jdbc.
                example("TO_VARCHAR", "TO_VARCHAR(LOG(3, 4))", "1.261859507"),
                example("TO_VARCHAR", "0.08072205302271099::FLOAT::VARCHAR", "0.08072205302"),
                example("TO_VARCHAR", "123456789012::FLOAT::VARCHAR", "1.23456789e+11"),
                example("TO_VARCHAR", "1234567890::FLOAT || ''", "1234567890"));
    }

    /** docs.snowflake.com/en/sql-reference/functions/to_decimal, to_double and …/sql-format-models. */
    private static Stream<Example> reading() {
        return Stream.of(
                example("TO_DECIMAL", "TO_DECIMAL('-12.3', '99.9')", "-12"),
                example("TO_DECIMAL", "TO_DECIMAL('- 0.1', '99.9', 9, 5)", "-0.10000"),
                example("TO_DECIMAL", "TO_DECIMAL('- 0.1', 'TM9', 9, 5)", "-0.10000"),
                example("TO_DECIMAL", "TO_DECIMAL('$3,741.72', '$9,999.99', 6, 2)", "3741.72"),
                example("TO_DECIMAL", "TO_DECIMAL('ae5', 'XXX')", "2789"),
                example("TO_NUMBER", "TO_NUMBER(' 12,345.67', '999,999.99', 8, 2)", "12345.67"),
                example("TO_NUMBER", "TO_NUMBER('12345.67', '999,999.99', 8, 2)", "12345.67"),
                example("TO_NUMBER", "TO_NUMBER('012,345.67', '000,000.00', 8, 2)", "12345.67"),
                example("TRY_TO_NUMBER", "TRY_TO_NUMBER('12,345.67', '000,000.00', 8, 2)", "null"),
                example("TO_NUMBER", "TO_NUMBER('-101', 'MI999|999MI')", "-101"),
                example("TO_NUMBER", "TO_NUMBER('102-', 'MI999|999MI')", "-102"),
                example("TO_NUMBER", "TO_NUMBER('103', 'MI999|999MI')", "103"),
                example("TO_DOUBLE", "TO_DOUBLE('$1,234.50', '$9,999.99')", "1234.5"),
                example("TRY_TO_DOUBLE", "TRY_TO_DOUBLE('x', '99')", "null"),
                example("TRY_TO_DOUBLE", "TRY_CAST('ABCD' AS CHAR(2))", "null"),
                example("TRY_TO_DOUBLE", "TRY_CAST('ABCD' AS VARCHAR(10))", "ABCD"));
    }

    /** docs.snowflake.com/en/sql-reference/functions/round and to_double. */
    private static Stream<Example> numbers() {
        return Stream.of(
                example("ROUND", "ROUND(2.5, 0, 'HALF_TO_EVEN')", "2"),
                example("ROUND", "ROUND(-2.5, 0, 'HALF_TO_EVEN')", "-2"),
                example("ROUND", "ROUND(2.5, 0, 'HALF_AWAY_FROM_ZERO')", "3"),
                example("ROUND", "ROUND(EXPR => -2.5, SCALE => 0)", "-3"),
                example("ROUND", "ROUND(EXPR => -2.5, SCALE => 0, ROUNDING_MODE => 'HALF_TO_EVEN')", "-2"),
                example("TO_DOUBLE", "TO_DOUBLE(1.1)::NUMBER(38, 18)", "1.100000000000000089"));
    }

    /** docs.snowflake.com/en/sql-reference/functions-date-time, "Supported date and time parts". */
    private static Stream<Example> periods() {
        return Stream.of(
                example("DATE_TRUNC", "DATE_TRUNC(WEEK_ISO, '2024-01-07'::DATE)", "2024-01-01"),
                example("DATE_TRUNC", "DATE_TRUNC('yearofweekiso', '2021-01-02'::DATE)", "2019-12-30"),
                example("LAST_DAY", "LAST_DAY('2024-01-07'::DATE, 'week_iso')", "2024-01-07"),
                example("LAST_DAY", "LAST_DAY('2021-01-01'::DATE, YEAROFWEEKISO)", "2021-01-03"),
                example("LAST_DAY", "LAST_DAY('2024-01-03'::DATE, 'day')", "2024-01-03"),
                example("LAST_DAY", "LAST_DAY('2024-05-08'::DATE, YEAR)", "2024-12-31"),
                example("DATE_PART", "DATE_PART(EPOCH_NANOSECOND, '2024-01-01'::TIMESTAMP_NTZ)", "1704067200000000000"),
                example("DATE_PART", "DATE_PART(EPOCH_SECOND, '2024-01-01'::DATE)", "1704067200"),
                // …/functions/date_trunc and date_part: the part before a comma, or before FROM.
                example("DATE_PART", "EXTRACT('quarter', '2024-05-09 08:50:57'::TIMESTAMP)", "2"),
                example("DATE_PART", "DATE_PART(QUARTER FROM '2024-04-08'::DATE)", "2"));
    }

    /** docs.snowflake.com/en/sql-reference/functions/to_time, to_timestamp and …/date-time-input-output. */
    private static Stream<Example> moments() {
        return Stream.of(
                example("TO_TIME", "TO_TIME('31536001')", "00:00:01"),
                example("TO_TIME", "TO_TIME('31536002400')", "00:00:02"),
                example("TO_TIME", "TO_TIME('31536004900000000')", "00:00:04"),
                example("TO_TIMESTAMP", "TO_TIMESTAMP('31536002400')", "1971-01-01 00:00:02.4"),
                // A number counts seconds, however large it is.
                example("TO_TIMESTAMP", "TO_TIMESTAMP(1487654321123)", "49111-11-22 07:25:23.0"),
                example(
                        "TO_TIMESTAMP",
                        "TO_TIMESTAMP('Thu, 21 Dec 2000 04:01:07.123456789 PM')",
                        "2000-12-21 16:01:07.123456"),
                example("TO_TIMESTAMP", "TO_TIMESTAMP('Thu, 21 Dec 2000 04:01:07 PM')", "2000-12-21 16:01:07.0"),
                example(
                        "TO_TIMESTAMP",
                        "TO_TIMESTAMP('2019-02-28 23:59:59.000000000 -07:00', 'YYYY-MM-DDHH24:MI:SS.FF TZH:TZM')",
                        "2019-02-28 23:59:59.0"),
                example(
                        "TO_TIMESTAMP",
                        "TO_TIMESTAMP('2026-01-02T03:04:05 EST', 'YYYY-MM-DD\"T\"HH24:MI:SS \"EST\"')",
                        "2026-01-02 03:04:05.0"),
                example("TO_DATE", "TO_DATE('536-01-02', 'YYYY-MM-DD')", "0536-01-02"));
    }

    /**
     * docs.snowflake.com/en/sql-reference/functions/parse_json, array_flatten, array_contains, array_insert,
     * object_construct and …/data-types-semistructured.
     */
    private static Stream<Example> semiStructured() {
        return Stream.of(
                example(
                        "PARSE_JSON",
                        "PARSE_JSON('{ \"a\" : \"123\", \"b\" : \"456\", \"a\": \"789\"} ', 'd')",
                        "{\"a\":\"789\",\"b\":\"456\"}"),
                example("TRY_PARSE_JSON", "TRY_PARSE_JSON('{\"a\": 1, \"a\": 2}', 's')", "null"),
                example("ARRAY_CONTAINS", "ARRAY_CONTAINS(NULL, ['hola', NULL])", "true"),
                example("ARRAY_CONTAINS", "ARRAY_CONTAINS(NULL, ['hola', PARSE_JSON('null')])", "null"),
                example("ARRAY_CONTAINS", "ARRAY_CONTAINS(PARSE_JSON('null'), ['hola', PARSE_JSON('null')])", "true"),
                example("ARRAY_INSERT", "ARRAY_INSERT([0, 1, 2, 3], -1, 'hello')", "[0,1,2,\"hello\",3]"),
                example("ARRAY_INSERT", "ARRAY_INSERT([0, 1], -3, 'x')", "[\"x\",undefined,0,1]"),
                example(
                        "OBJECT_CONSTRUCT",
                        "OBJECT_CONSTRUCT('Key_One', PARSE_JSON('NULL'), 'Key_Two', NULL, 'Key_Three', 'null')",
                        "{\"Key_One\":null,\"Key_Three\":\"null\"}"),
                example("PARSE_JSON", "PARSE_JSON('[True, FALSE, Null, \"NULL\"]')", "[true,false,null,\"NULL\"]"),
                example("TRY_PARSE_JSON", "TRY_PARSE_JSON('[NULL, NIL]')", "null"),
                example("ARRAY_FLATTEN", "ARRAY_FLATTEN([[1, 2, 3], NULL, [5, 6]])", "null"),
                example("ARRAY_FLATTEN", "ARRAY_FLATTEN([[1, 2, 3], [NULL], [5, 6]])", "[1,2,3,undefined,5,6]"),
                example(
                        "OBJECT_CONSTRUCT",
                        "(SELECT {* EXCLUDE capital} FROM VALUES ('Ontario', 'Toronto') AS p (province, capital))",
                        "{\"PROVINCE\":\"Ontario\"}"),
                example(
                        "OBJECT_CONSTRUCT",
                        "(SELECT {p.*} FROM VALUES ('Ontario', 'Toronto') AS p (province, capital))",
                        "{\"CAPITAL\":\"Toronto\",\"PROVINCE\":\"Ontario\"}"));
    }
}
