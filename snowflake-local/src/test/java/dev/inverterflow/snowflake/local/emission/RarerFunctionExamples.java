package dev.inverterflow.snowflake.local.emission;

import dev.inverterflow.snowflake.local.emission.FunctionExamplesTest.Example;
import java.util.stream.Stream;

/**
 * Examples of the functions beyond the common ones, from their pages (docs.snowflake.com/en/sql-reference/functions/…).
 * Those over the rows of a group are over the same three rows as in {@link FunctionExamplesTest}.
 */
final class RarerFunctionExamples {
    private RarerFunctionExamples() {}

    static Stream<Example> all() {
        return Stream.of(numbers(), texts(), moments(), json(), arrays(), groups())
                .flatMap(examples -> examples);
    }

    private static Example example(String function, String expression, String value) {
        return new Example(function, expression, value);
    }

    private static Stream<Example> numbers() {
        return Stream.of(
                example("SINH", "SINH(0)", "0.0"),
                example("COSH", "COSH(0)", "1.0"),
                example("TANH", "ROUND(TANH(1.5), 6)", "0.905148"),
                example("ASINH", "ROUND(ASINH(2.33), 6)", "1.582175"),
                example("ACOSH", "ROUND(ACOSH(2.35), 6)", "1.498868"),
                example("ATANH", "ROUND(ATANH(0.9), 6)", "1.472219"),
                example("COT", "ROUND(COT(1), 6)", "0.642093"),
                example("CBRT", "CBRT(27)", "3.0"),
                example("CBRT", "ROUND(CBRT(-10), 8)", "-2.15443469"),
                example("TO_CHAR", "TO_CHAR(1234, '9D999EE')", " 1.234E3     "),
                example("TO_CHAR", "TO_CHAR(1234, 'FM9D999ee')", "1.234e3"),
                example("TO_CHAR", "TO_CHAR(0.00012, '9.99EEEE')", " 1.20E-04"),
                example("TO_CHAR", "TO_CHAR(-9.9996, '9.999EEE')", "-1.000E+1"),
                example("TO_CHAR", "TO_CHAR(0, '9.9EEEEE')", " 0.0E+000"),
                example("TO_CHAR", "TO_CHAR(1000000000000, '9EEE')", " 1E+#"),
                example("TO_NUMBER", "TO_NUMBER('1.234E3', '9.999EE', 10, 1)", "1234.0"),
                example("FACTORIAL", "FACTORIAL(5)", "120"),
                example("WIDTH_BUCKET", "WIDTH_BUCKET(290000, 200000, 600000, 4)", "1"),
                example("WIDTH_BUCKET", "WIDTH_BUCKET(700000, 200000, 600000, 4)", "5"),
                example("HAVERSINE", "ROUND(HAVERSINE(40.7127, -74.0059, 34.0500, -118.2500), 0)", "3936.0"),
                example("BITAND", "BITAND(5, 3)", "1"),
                example("BITOR", "BITOR(5, 3)", "7"),
                example("BITXOR", "BITXOR(5, 3)", "6"),
                example("BITNOT", "BITNOT(7)", "-8"),
                example("BITSHIFTLEFT", "BITSHIFTLEFT(1, 3)", "8"),
                example("BITSHIFTRIGHT", "BITSHIFTRIGHT(16, 2)", "4"),
                example("HASH", "HASH(10) = HASH(10.0) AND HASH(10) <> HASH('10')", "true"),
                example("HASH", "HASH(NULL) IS NOT NULL", "true"),
                example("RANDOM", "RANDOM() IS NOT NULL", "true"),
                example("RANDOM", "(SELECT COUNT(DISTINCT RANDOM(7)) FROM TABLE(GENERATOR(ROWCOUNT => 10)))", "10"),
                example("UNIFORM", "UNIFORM(1, 3, RANDOM()) BETWEEN 1 AND 3", "true"),
                example("UNIFORM", "UNIFORM(0::FLOAT, 1::FLOAT, 5) BETWEEN 0 AND 1", "true"),
                example("NORMAL", "NORMAL(0, 1, 1234) = NORMAL(0, 1, 1234)", "true"),
                example("RANDSTR", "LENGTH(RANDSTR(5, RANDOM()))", "5"));
    }

    private static Stream<Example> texts() {
        return Stream.of(
                example("UPPER", "UPPER('straße')", "STRAßE"),
                example("INITCAP", "INITCAP('The Quick Gray Fox')", "The Quick Gray Fox"),
                example("INITCAP", "INITCAP('the sky is blue')", "The Sky Is Blue"),
                example("INITCAP", "INITCAP('this is the new Frame+work', '')", "This is the new frame+work"),
                example("SOUNDEX", "SOUNDEX('Marks')", "M620"),
                example("SOUNDEX", "SOUNDEX('Baldwin')", "B435"),
                example("INSERT", "INSERT('abc', 1, 2, 'Z')", "Zc"),
                example("INSERT", "INSERT('abcdef', 3, 2, 'zzz')", "abzzzef"),
                example("STRTOK", "STRTOK('a.b.c', '.', 1)", "a"),
                example("STRTOK", "STRTOK('user@snowflake.com', '@.', 2)", "snowflake"),
                example("STRTOK_TO_ARRAY", "STRTOK_TO_ARRAY('a.b.c', '.')", "[\"a\",\"b\",\"c\"]"),
                example("EDITDISTANCE", "EDITDISTANCE('future', 'past')", "6"),
                example("EDITDISTANCE", "EDITDISTANCE('snowflake', 'oracle', 3)", "3"),
                example("JAROWINKLER_SIMILARITY", "JAROWINKLER_SIMILARITY('Gute nacht', 'Ich weis nicht')", "56"),
                example("SPACE", "SPACE(3)", "   "),
                example("UNICODE", "UNICODE('❄')", "10052"),
                example("OCTET_LENGTH", "OCTET_LENGTH('abc')", "3"),
                example("BIT_LENGTH", "BIT_LENGTH('abc')", "24"),
                example("BASE64_ENCODE", "BASE64_ENCODE('Snowflake')", "U25vd2ZsYWtl"),
                example("BASE64_DECODE_STRING", "BASE64_DECODE_STRING('U25vd2ZsYWtl')", "Snowflake"),
                example("TRY_BASE64_DECODE_STRING", "TRY_BASE64_DECODE_STRING('!')", "null"),
                example("BASE64_DECODE_BINARY", "TO_VARCHAR(BASE64_DECODE_BINARY('U25vdw=='))", "536E6F77"),
                example("HEX_ENCODE", "HEX_ENCODE('SNOW')", "534E4F57"),
                example("HEX_ENCODE", "HEX_ENCODE('SNOW', 0)", "534e4f57"),
                example("HEX_DECODE_STRING", "HEX_DECODE_STRING('536E6F77666C616B652D48455821')", "Snowflake-HEX!"),
                example("TRY_HEX_DECODE_STRING", "TRY_HEX_DECODE_STRING('zz')", "null"),
                example("HEX_DECODE_BINARY", "TO_VARCHAR(HEX_DECODE_BINARY('0A'))", "0A"),
                example("CHAR", "CHAR(83)", "S"),
                example("TO_CHAR", "TO_CHAR(12, '99')", " 12"),
                example("TO_CHAR", "TO_CHAR(TO_BINARY('48656C6C6F'), 'UTF-8')", "Hello"),
                example("TO_CHAR", "TO_CHAR(TO_BINARY('48656C6C6F'), 'BASE64')", "SGVsbG8="),
                example("TO_CHAR", "TO_CHAR(-7, '99')", " -7"),
                example("TO_CHAR", "TO_VARCHAR(-123.45, '999.99MI')", "123.45-"),
                example("TO_CHAR", "TO_CHAR(-7, 'MI99')", "- 7"),
                example("TO_CHAR", "TO_CHAR(12, 'S99')", "+12"),
                example("TO_CHAR", "TO_CHAR(-7, '$99')", " -$7"),
                example("TO_CHAR", "TO_CHAR(12, 'FM999')", "12"),
                example("TO_CHAR", "TO_CHAR(1234567.891, '9,999,999.00')", " 1,234,567.89"),
                example("TO_CHAR", "TO_CHAR(1234, '999')", " ###"),
                example("TO_CHAR", "TO_CHAR(10, 'FMXX')", "A"),
                example("TO_CHAR", "TO_CHAR(0.25, 'TM9')", "0.25"),
                example("TO_NUMBER", "TO_NUMBER('$345.12', '$999.00', 10, 2)", "345.12"),
                example("TO_NUMBER", "TO_NUMBER('1,234', '9,999')", "1234"),
                example("TRY_TO_NUMBER", "TRY_TO_NUMBER('x', '999')", "null"),
                example("TRY_TO_BINARY", "TO_VARCHAR(TRY_TO_BINARY('ab', 'UTF-8'))", "6162"));
    }

    private static Stream<Example> moments() {
        return Stream.of(
                example("ADD_MONTHS", "ADD_MONTHS('2016-05-15'::TIMESTAMP, 2)::DATE", "2016-07-15"),
                example("ADD_MONTHS", "ADD_MONTHS('2016-02-29'::DATE, 1)", "2016-03-31"),
                example("MONTHS_BETWEEN", "MONTHS_BETWEEN('2019-02-15'::DATE, '2019-01-15'::DATE)", "1.0"),
                example("MONTHS_BETWEEN", "MONTHS_BETWEEN('2019-03-31'::DATE, '2019-02-28'::DATE)", "1.0"),
                example(
                        "MONTHS_BETWEEN",
                        "ROUND(MONTHS_BETWEEN('2019-03-01'::DATE, '2019-02-15'::DATE), 6)",
                        "0.548387"),
                example("NEXT_DAY", "NEXT_DAY(DATE '2024-02-29', 'Friday ')", "2024-03-01"),
                example("NEXT_DAY", "NEXT_DAY(DATE '2024-02-29', 'th')", "2024-03-07"),
                example("PREVIOUS_DAY", "PREVIOUS_DAY(DATE '2024-02-29', 'Friday ')", "2024-02-23"),
                example("LAST_DAY", "LAST_DAY(DATE '2015-05-08', 'YEAR')", "2015-12-31"),
                example("TRUNC", "TRUNC(DATE '2015-05-08', 'quarter')", "2015-04-01"),
                example(
                        "TIME_SLICE",
                        "TIME_SLICE('2019-02-28'::TIMESTAMP, 4, 'MONTH', 'START')::VARCHAR",
                        "2019-01-01 00:00:00.000"),
                example("TIME_SLICE", "TIME_SLICE('2019-02-28'::DATE, 4, 'MONTH', 'END')", "2019-05-01"),
                example("TIME_FROM_PARTS", "TIME_FROM_PARTS(12, 34, 56, 987654321)::VARCHAR", "12:34:56"),
                example("TIMEFROMPARTS", "TIMEFROMPARTS(0, 100, 0)::VARCHAR", "01:40:00"),
                example(
                        "TIMESTAMP_FROM_PARTS",
                        "TIMESTAMP_FROM_PARTS(2013, 4, 5, 12, 00, 00)::VARCHAR",
                        "2013-04-05 12:00:00.000"),
                example(
                        "TIMESTAMP_FROM_PARTS",
                        "TIMESTAMP_FROM_PARTS('2013-04-05'::DATE, '12:00:00'::TIME)::VARCHAR",
                        "2013-04-05 12:00:00.000"),
                example(
                        "TIMESTAMPFROMPARTS",
                        "TIMESTAMPFROMPARTS(2013, 4, 5, 12, 00, -3600)::VARCHAR",
                        "2013-04-05 11:00:00.000"),
                example(
                        "TIMESTAMP_NTZ_FROM_PARTS",
                        "TIMESTAMP_NTZ_FROM_PARTS(2013, 4, 5, 12, 00, 00, 987654321)::VARCHAR",
                        "2013-04-05 12:00:00.987"),
                example(
                        "TIMESTAMPNTZFROMPARTS",
                        "TIMESTAMPNTZFROMPARTS(2013, 4, 5, 12, 0, 0)::VARCHAR",
                        "2013-04-05 12:00:00.000"),
                example(
                        "TIMESTAMP_LTZ_FROM_PARTS",
                        "TIMESTAMP_LTZ_FROM_PARTS(2013, 4, 5, 12, 00, 00) = '2013-04-05 12:00:00'::TIMESTAMP_LTZ",
                        "true"),
                example(
                        "TIMESTAMPLTZFROMPARTS",
                        "TIMESTAMPLTZFROMPARTS(2013, 4, 5, 12, 0, 0) = '2013-04-05 12:00:00'::TIMESTAMP_LTZ",
                        "true"),
                example(
                        "TIMESTAMP_TZ_FROM_PARTS",
                        "TIMESTAMP_TZ_FROM_PARTS(2013, 4, 5, 12, 00, 00, 0, 'America/Los_Angeles')::VARCHAR",
                        "2013-04-05 12:00:00.000 -0700"),
                example(
                        "TIMESTAMPTZFROMPARTS",
                        "TIMESTAMPTZFROMPARTS(2013, 4, 5, 12, 0, 0) = '2013-04-05 12:00:00'::TIMESTAMP_TZ",
                        "true"));
    }

    private static Stream<Example> json() {
        return Stream.of(
                example(
                        "PARSE_XML",
                        "PARSE_XML('<a attr=\"123\">text</a>')",
                        "{\"$\":\"text\",\"@\":\"a\",\"@attr\":123}"),
                example(
                        "CHECK_XML",
                        "CHECK_XML('<name> Invalid </WRONG_CLOSING_TAG>')",
                        "no opening tag for </WRONG_CLOSING_TAG>, pos 35"),
                example("XMLGET", "TO_VARCHAR(XMLGET(PARSE_XML('<a><b>X</b><b>Y</b></a>'), 'b', 1))", "<b>Y</b>"),
                example(
                        "TO_XML",
                        "TO_XML(PARSE_XML('<note> <body>Sample XML</body> </note>'))",
                        "<note><body>Sample XML</body></note>"),
                example("STRIP_NULL_VALUE", "STRIP_NULL_VALUE(PARSE_JSON('{\"c\": null}'):c)", "null"),
                example(
                        "JSON_EXTRACT_PATH_TEXT",
                        "JSON_EXTRACT_PATH_TEXT('{\"level_1_key\": {\"level_2_key\": \"v\"}}', 'level_1_key.level_2_key')",
                        "v"),
                example("JSON_EXTRACT_PATH_TEXT", "JSON_EXTRACT_PATH_TEXT(PARSE_JSON('{\"a\": null}'), 'a')", "null"),
                example("GET_IGNORE_CASE", "GET_IGNORE_CASE(OBJECT_CONSTRUCT('aa', 1, 'aA', 2), 'AA')", "2"),
                example("IS_BINARY", "IS_BINARY(TO_VARIANT(TO_BINARY('0A')))", "true"),
                example("IS_DATE", "IS_DATE(TO_VARIANT(DATE '2024-02-29'))", "true"),
                example("IS_DATE_VALUE", "IS_DATE_VALUE(TO_VARIANT(DATE '2024-02-29'))", "true"),
                example("IS_TIME", "IS_TIME(TO_VARIANT('12:00:00'::TIME))", "true"),
                example("IS_TIMESTAMP_NTZ", "IS_TIMESTAMP_NTZ(TO_VARIANT('2024-02-29'::TIMESTAMP_NTZ))", "true"),
                example("IS_TIMESTAMP_LTZ", "IS_TIMESTAMP_LTZ(TO_VARIANT('2024-02-29'::TIMESTAMP_LTZ))", "true"),
                example("IS_TIMESTAMP_TZ", "IS_TIMESTAMP_TZ(TO_VARIANT('2024-02-29'::TIMESTAMP_LTZ))", "false"),
                example("AS_BINARY", "TO_VARCHAR(AS_BINARY(TO_VARIANT(TO_BINARY('F0A5'))))", "F0A5"),
                example("AS_DATE", "AS_DATE(TO_VARIANT(TO_DATE('2018-10-10')))", "2018-10-10"),
                example("AS_DATE", "AS_DATE('2018-10-10'::VARIANT)", "null"),
                example("AS_TIME", "AS_TIME(TO_VARIANT('12:34:56'::TIME))", "12:34:56"),
                example(
                        "AS_TIMESTAMP_NTZ",
                        "AS_TIMESTAMP_NTZ(TO_VARIANT('2018-10-10 12:34:56'::TIMESTAMP_NTZ))::VARCHAR",
                        "2018-10-10 12:34:56.000"),
                example(
                        "AS_TIMESTAMP_LTZ",
                        "AS_TIMESTAMP_LTZ(TO_VARIANT('2018-10-10 12:34:56'::TIMESTAMP_LTZ)) = '2018-10-10 12:34:56'::TIMESTAMP_LTZ",
                        "true"),
                example(
                        "AS_TIMESTAMP_TZ",
                        "AS_TIMESTAMP_TZ(TO_VARIANT('2018-10-10 12:34:56 +0200'::TIMESTAMP_TZ))::VARCHAR",
                        "2018-10-10 12:34:56.000 +0200"),
                example("AS_DECIMAL", "AS_DECIMAL(PARSE_JSON('3.21'), 6, 3)", "3.210"),
                example("AS_NUMBER", "AS_NUMBER(PARSE_JSON('15'))", "15"),
                example("TYPEOF", "TYPEOF(TO_VARIANT(DATE '2024-02-29'))", "DATE"),
                example("TYPEOF", "TYPEOF(OBJECT_CONSTRUCT('t', '12:00:00'::TIME):t)", "TIME"));
    }

    private static Stream<Example> arrays() {
        return Stream.of(
                example("ARRAY_POSITION", "ARRAY_POSITION('hello'::VARIANT, ARRAY_CONSTRUCT('hello', 'hi'))", "0"),
                example("ARRAY_POSITION", "ARRAY_POSITION(3, ARRAY_CONSTRUCT(1, 2))", "null"),
                example(
                        "ARRAYS_OVERLAP",
                        "ARRAYS_OVERLAP(ARRAY_CONSTRUCT('hello', 'aloha'), ARRAY_CONSTRUCT('hello', 'hi', 'hey'))",
                        "true"),
                example(
                        "ARRAY_INTERSECTION",
                        "ARRAY_INTERSECTION(ARRAY_CONSTRUCT('A', 'B', 'B'), ARRAY_CONSTRUCT('B', 'C', 'B'))",
                        "[\"B\",\"B\"]"),
                example("ARRAY_EXCEPT", "ARRAY_EXCEPT(['A', 'B', 'B', 'B', 'C'], ['B'])", "[\"A\",\"B\",\"B\",\"C\"]"),
                example("ARRAY_INSERT", "ARRAY_INSERT(ARRAY_CONSTRUCT(0, 1, 2, 3), 2, 'hello')", "[0,1,\"hello\",2,3]"),
                example(
                        "ARRAY_INSERT",
                        "ARRAY_INSERT(ARRAY_CONSTRUCT(0, 1, 2, 3), 5, 'hello')",
                        "[0,1,2,3,undefined,\"hello\"]"),
                example(
                        "ARRAY_INSERT",
                        "ARRAY_INSERT(ARRAY_CONSTRUCT(0, 1, 2, 3), -1, 'hello')",
                        "[0,1,2,\"hello\",3]"),
                example("ARRAY_PREPEND", "ARRAY_PREPEND(ARRAY_CONSTRUCT(0, 1), 'hello')", "[\"hello\",0,1]"),
                example("ARRAY_REMOVE", "ARRAY_REMOVE([1, 5, 5.00, '5', 5.00], 5)", "[1,\"5\"]"),
                example("ARRAY_REMOVE_AT", "ARRAY_REMOVE_AT([2, 5, 7], 0)", "[5,7]"),
                example("ARRAY_REMOVE_AT", "ARRAY_REMOVE_AT([2, 5, 7], -1)", "[2,5]"),
                example("ARRAY_FLATTEN", "ARRAY_FLATTEN([[1, 2, 3], [4], [5, 6]])", "[1,2,3,4,5,6]"),
                example("ARRAYS_TO_OBJECT", "ARRAYS_TO_OBJECT(['key1', 'key2'], [1, 2])", "{\"key1\":1,\"key2\":2}"),
                example("ARRAY_GENERATE_RANGE", "ARRAY_GENERATE_RANGE(2, 5)", "[2,3,4]"),
                example("ARRAY_GENERATE_RANGE", "ARRAY_GENERATE_RANGE(-5, -25, -10)", "[-5,-15]"),
                example("ARRAY_MIN", "ARRAY_MIN([20, 0, NULL, 10, NULL])", "0"),
                example("ARRAY_MAX", "ARRAY_MAX([20, 0, NULL, 10, NULL])", "20"),
                example("ARRAY_REVERSE", "ARRAY_REVERSE([1, 2, 3])", "[3,2,1]"),
                example("ARRAY_SORT", "ARRAY_SORT([20, PARSE_JSON('null'), 0, NULL, 10])", "[0,10,20,null,undefined]"),
                example("ARRAY_SORT", "ARRAY_SORT([20, 0, 10], FALSE)", "[20,10,0]"));
    }

    private static Stream<Example> groups() {
        return Stream.of(
                FunctionExamplesTest.group("VARIANCE_SAMP", "VARIANCE_SAMP(n)", "2.333333"),
                FunctionExamplesTest.group("VAR_SAMP", "VAR_SAMP(n)", "2.333333"),
                FunctionExamplesTest.group("VARIANCE_POP", "VARIANCE_POP(n)", "1.555556"),
                FunctionExamplesTest.group("SKEW", "ROUND(SKEW(n), 6)", "0.93522"),
                FunctionExamplesTest.group("KURTOSIS", "KURTOSIS(n)", "null"),
                FunctionExamplesTest.group("MODE", "MODE(b)", "true"),
                FunctionExamplesTest.group("CORR", "ROUND(CORR(n, n * 2), 6)", "1.0"),
                FunctionExamplesTest.group("COVAR_POP", "ROUND(COVAR_POP(n, n), 6)", "1.555556"),
                FunctionExamplesTest.group("COVAR_SAMP", "ROUND(COVAR_SAMP(n, n), 6)", "2.333333"),
                FunctionExamplesTest.group("REGR_AVGX", "ROUND(REGR_AVGX(n, n * 2), 6)", "4.666667"),
                FunctionExamplesTest.group("REGR_AVGY", "ROUND(REGR_AVGY(n, n * 2), 6)", "2.333333"),
                FunctionExamplesTest.group("REGR_COUNT", "REGR_COUNT(n, n)", "3"),
                FunctionExamplesTest.group("REGR_INTERCEPT", "ROUND(REGR_INTERCEPT(n * 2 + 1, n), 6)", "1.0"),
                FunctionExamplesTest.group("REGR_R2", "ROUND(REGR_R2(n, n), 6)", "1.0"),
                FunctionExamplesTest.group("REGR_SLOPE", "ROUND(REGR_SLOPE(n * 2, n), 6)", "2.0"),
                FunctionExamplesTest.group("REGR_SXX", "ROUND(REGR_SXX(n, n), 6)", "4.666667"),
                FunctionExamplesTest.group("REGR_SXY", "ROUND(REGR_SXY(n, n), 6)", "4.666667"),
                FunctionExamplesTest.group("REGR_SYY", "ROUND(REGR_SYY(n, n), 6)", "4.666667"),
                FunctionExamplesTest.group("APPROX_COUNT_DISTINCT", "APPROX_COUNT_DISTINCT(b)", "2"),
                FunctionExamplesTest.group("HLL", "HLL(n)", "3"),
                FunctionExamplesTest.group("APPROX_PERCENTILE", "APPROX_PERCENTILE(n, 0.5)", "2.0"),
                FunctionExamplesTest.group(
                        "APPROX_PERCENTILE_ACCUMULATE",
                        "APPROX_PERCENTILE_ACCUMULATE(n)",
                        "{\"state\":[1.0e+00,1.0e+00,2.0e+00,1.0e+00,4.0e+00,1.0e+00],\"type\":\"tdigest\",\"version\":1}"),
                FunctionExamplesTest.group(
                                "APPROX_PERCENTILE_COMBINE",
                                "APPROX_PERCENTILE_ESTIMATE(APPROX_PERCENTILE_COMBINE(s), 1) FROM (SELECT APPROX_PERCENTILE_ACCUMULATE(n) AS s",
                                "4.0")
                        .closed(),
                FunctionExamplesTest.group(
                        "APPROX_PERCENTILE_ESTIMATE",
                        "APPROX_PERCENTILE_ESTIMATE(APPROX_PERCENTILE_ACCUMULATE(n), 0.5)",
                        "2.0"),
                FunctionExamplesTest.group("HASH_AGG", "HASH_AGG(n) = HASH_AGG(n)", "true"),
                FunctionExamplesTest.group("BITAND_AGG", "BITAND_AGG(n)", "0"),
                FunctionExamplesTest.group("BITOR_AGG", "BITOR_AGG(n)", "7"),
                FunctionExamplesTest.group("BITXOR_AGG", "BITXOR_AGG(n)", "7"),
                FunctionExamplesTest.group("BOOLXOR_AGG", "BOOLXOR_AGG(n = 1)", "true"),
                FunctionExamplesTest.group("ARRAY_UNIQUE_AGG", "ARRAY_SIZE(ARRAY_UNIQUE_AGG(b))", "2"),
                FunctionExamplesTest.group("OBJECTAGG", "OBJECTAGG(t, n)", "{\"a\":1,\"b\":2}"),
                FunctionExamplesTest.group("GROUPING", "MAX(g) FROM (SELECT GROUPING(t) AS g", "1")
                        .rolledUp("t"),
                FunctionExamplesTest.group("GROUPING_ID", "MAX(g) FROM (SELECT GROUPING_ID(t) AS g", "1")
                        .rolledUp("t"));
    }
}
