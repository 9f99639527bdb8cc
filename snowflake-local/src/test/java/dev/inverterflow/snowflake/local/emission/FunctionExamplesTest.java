package dev.inverterflow.snowflake.local.emission;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import dev.inverterflow.snowflake.local.function.FunctionRegistry;
import dev.inverterflow.snowflake.local.function.FunctionRow;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One example and more for every function of the registry. Where the function's page in Snowflake's documentation
 * (docs.snowflake.com/en/sql-reference/functions/…) has an example with constants, it is taken from there.
 * Long because it is one table, a row an example.
 */
class FunctionExamplesTest {
    private static SqlOnDuckDb db;

    /** An expression, the function that it is an example of, and its value. */
    record Example(String function, String expression, String value) {
        /** With the parenthesis that ends a subquery. */
        Example closed() {
            return new Example(function, expression + ")", value);
        }

        /** With what ends a subquery that groups. */
        Example rolledUp(String keys) {
            return new Example(function, expression + " GROUP BY ROLLUP (" + keys + "))", value);
        }

        @Override
        public String toString() {
            return expression + " is " + value;
        }
    }

    @BeforeAll
    static void open() {
        db = new SqlOnDuckDb();
    }

    @AfterAll
    static void close() {
        db.close();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void givesWhatSnowflakeGives(Example example) {
        assertThat(db.value(example.expression())).isEqualTo(example.value());
    }

    @Test
    void everyFunctionHasAnExample() {
        var shown = examples().map(Example::function).collect(toCollection(TreeSet::new));
        assertThat(FunctionRegistry.standard().all().keySet()).containsExactlyInAnyOrderElementsOf(shown);
    }

    @Test
    void everyRowSaysWhatItTakesAndGives() {
        for (List<FunctionRow> rows : FunctionRegistry.standard().all().values()) {
            for (var row : rows) {
                assertThat(row.required()).isBetween(0, row.parameters().size());
                assertThat(row.repeating()).isBetween(0, row.parameters().size());
                assertThat(row.takes(row.required())).isTrue();
                assertThat(row.takes(row.required() - 1)).isFalse();
                assertThat(row.role()).isEqualTo(rows.get(0).role());
            }
        }
    }

    private static Example example(String function, String expression, String value) {
        return new Example(function, expression, value);
    }

    static Stream<Example> examples() {
        return Stream.of(
                        operators(),
                        conditions(),
                        numbers(),
                        texts(),
                        moments(),
                        json(),
                        conversions(),
                        groups(),
                        RarerFunctionExamples.all(),
                        TrickyFunctionExamples.all(),
                        BitAndDigestExamples.all(),
                        DocumentedFormatExamples.all())
                .flatMap(examples -> examples);
    }

    private static Stream<Example> operators() {
        return Stream.of(
                // operators-arithmetic
                example("+", "1.5 + 2", "3.5"),
                example("+", "DATE '2024-02-28' + 2", "2024-03-01"),
                example("-", "1 - 2.25", "-1.25"),
                example("-", "DATE '2024-03-01' - DATE '2024-02-01'", "29"),
                example("-", "DATE '2024-03-01' - 1", "2024-02-29"),
                example("*", "10.01 * 1.1", "11.011"),
                example("*", "10.001 * .001", "0.010001"),
                example("*", ".1 * .0000000000001", "0.0000000000000"),
                example("/", "2 / 7", "0.285714"),
                example("/", "10.1 / 2.1", "4.8095238"),
                example("/", "10.001 / .001", "10001.000000000"),
                example("/", ".1 / .0000000000001", "1000000000000.0000000"),
                example("/", "5 / 2", "2.500000"),
                example("/", "1::FLOAT / 8", "0.125"),
                example("%", "7.5 % 2", "1.5"),
                example("MOD", "MOD(3, 2)", "1"),
                example("MOD", "MOD(4.5, 1.2)", "0.9"),
                example("NEGATE", "-(1 + 1)", "-2"),
                example("||", "'a' || 1", "a1"),
                example("||", "'a' || NULL", "null"),
                example("CONCAT", "CONCAT('George Washington ', 'Carver')", "George Washington Carver"),
                example("CONCAT", "CONCAT('a', NULL, 'b')", "null"),
                example("CONCAT_WS", "CONCAT_WS(',', 'one', 'two', 'three')", "one,two,three"),
                example("DIV0", "DIV0(1, 0)", "0.000000"),
                example("DIV0", "DIV0(1, 2)", "0.500000"),
                example("DIV0NULL", "DIV0NULL(1, NULL)", "0.000000"),
                example("LIKE", "'john  dddoe' LIKE '%Jo%oe%'", "false"),
                example("LIKE", "'100%' LIKE '100^%' ESCAPE '^'", "true"),
                example("ILIKE", "'john  dddoe' ILIKE '%Jo%oe%'", "true"),
                example("EQUAL_NULL", "EQUAL_NULL(NULL, NULL)", "true"),
                example("EQUAL_NULL", "EQUAL_NULL(1, NULL)", "false"));
    }

    private static Stream<Example> conditions() {
        return Stream.of(
                example("IFF", "IFF(TRUE, 'true', 'false')", "true"),
                example("IFF", "IFF(NULL, 1, 2.5)", "2.5"),
                example("COALESCE", "COALESCE(NULL, NULL, 3, 4)", "3"),
                example("NVL", "NVL(NULL, 'food')", "food"),
                example("IFNULL", "IFNULL('a', 'b')", "a"),
                example("NVL2", "NVL2(NULL, 1, 2)", "2"),
                example("NULLIF", "NULLIF(0, 0)", "null"),
                example("NULLIF", "NULLIF('a', 'b')", "a"),
                example("ZEROIFNULL", "ZEROIFNULL(NULL)", "0"),
                example("NULLIFZERO", "NULLIFZERO(0)", "null"),
                example("GREATEST", "GREATEST(1, 3, 0, 4)", "4"),
                example("GREATEST", "GREATEST(1, NULL)", "null"),
                example("LEAST", "LEAST(1, 3, 0, 4)", "0"),
                example("BOOLAND", "BOOLAND(1, 0)", "false"),
                example("BOOLOR", "BOOLOR(1, 0)", "true"),
                example("BOOLNOT", "BOOLNOT(0)", "true"));
    }

    private static Stream<Example> numbers() {
        return Stream.of(
                example("ABS", "ABS(-2.5)", "2.5"),
                example("SIGN", "SIGN(-15)", "-1"),
                example("CEIL", "CEIL(135.135)", "136"),
                example("FLOOR", "FLOOR(-975.975)", "-976"),
                // round: half away from zero
                example("ROUND", "ROUND(2.5)", "3"),
                example("ROUND", "ROUND(-2.5)", "-3"),
                example("ROUND", "ROUND(135.135, 2)", "135.14"),
                example("ROUND", "ROUND(135.135, -2)", "100"),
                example("ROUND", "ROUND(135.135, LENGTH('ab'))", "135.140"),
                example("ROUND", "ROUND(-2.5, LENGTH(''))", "-3.0"),
                example("ROUND", "ROUND(150, -LENGTH('ab'))", "200"),
                example("TRUNC", "TRUNC(-975.975, -1)", "-970"),
                example("TRUNCATE", "TRUNCATE(-975.975, 1)", "-975.9"),
                example("SQUARE", "SQUARE(3)", "9.0"),
                example("PI", "ROUND(PI(), 6)", "3.141593"),
                example("POWER", "POWER(2, 3)", "8.0"),
                example("POW", "POW(5, 0)", "1.0"),
                example("LOG", "LOG(2, 8)", "3.0"),
                example("SQRT", "SQRT(16)", "4.0"),
                example("LN", "LN(1)", "0.0"),
                example("EXP", "EXP(0)", "1.0"),
                example("SIN", "SIN(0)", "0.0"),
                example("COS", "COS(0)", "1.0"),
                example("TAN", "TAN(0)", "0.0"),
                example("ASIN", "ASIN(0)", "0.0"),
                example("ACOS", "ACOS(1)", "0.0"),
                example("ATAN", "ATAN(0)", "0.0"),
                example("ATAN2", "ATAN2(0, 1)", "0.0"),
                example("RADIANS", "RADIANS(0)", "0.0"),
                example("DEGREES", "DEGREES(0)", "0.0"));
    }

    private static Stream<Example> texts() {
        return Stream.of(
                example("UPPER", "UPPER('Seasons')", "SEASONS"),
                example("LOWER", "LOWER('Seasons')", "seasons"),
                example("TRIM", "TRIM('*-*ABC-*-', '*-')", "ABC"),
                example("LTRIM", "LTRIM('#000000123', '0#')", "123"),
                example("RTRIM", "RTRIM('$125.00', '0.')", "$125"),
                example("LPAD", "LPAD('123', 5, '0')", "00123"),
                example("RPAD", "RPAD('123', 5)", "123  "),
                example("REPLACE", "REPLACE('down', 'down', 'up')", "up"),
                example("REPLACE", "REPLACE('abcd', 'bc')", "ad"),
                example("TRANSLATE", "TRANSLATE('ñé', 'ñé', 'ne')", "ne"),
                example("REVERSE", "REVERSE('Hello, world!')", "!dlrow ,olleH"),
                example("REPEAT", "REPEAT('xy', 3)", "xyxyxy"),
                example("LEFT", "LEFT('ABCDEF', 3)", "ABC"),
                example("RIGHT", "RIGHT('ABCDEFG', 3)", "EFG"),
                example("SUBSTR", "SUBSTR('testing 1 2 3', 9, 5)", "1 2 3"),
                example("SUBSTR", "SUBSTR('mystring', 0, 2)", "my"),
                example("SUBSTRING", "SUBSTRING('mystring', -2)", "ng"),
                // split_part: 0 counts as 1, negative numbers from the end
                example("SPLIT_PART", "SPLIT_PART('11.22.33', '.', 0)", "11"),
                example("SPLIT_PART", "SPLIT_PART('127.0.0.1', '.', -1)", "1"),
                example("SPLIT_PART", "SPLIT_PART('127.0.0.1', '.', 5)", ""),
                example("SPLIT", "SPLIT('127.0.0.1', '.')", "[\"127\",\"0\",\"0\",\"1\"]"),
                example("ASCII", "ASCII('!')", "33"),
                example("ASCII", "ASCII('')", "0"),
                example("CHR", "CHR(83)", "S"),
                example("LENGTH", "LENGTH('joyeux Noël')", "11"),
                example("LEN", "LEN(NULL)", "null"),
                example("CHARINDEX", "CHARINDEX('an', 'banana', 3)", "4"),
                example("POSITION", "POSITION('an', 'banana')", "2"),
                example("POSITION", "POSITION('nan' IN 'banana')", "3"),
                example("POSITION", "POSITION('x', 'banana')", "0"),
                example("STARTSWITH", "STARTSWITH('coffee', 'cof')", "true"),
                example("ENDSWITH", "ENDSWITH('coffee', 'fee')", "true"),
                example("CONTAINS", "CONTAINS('coffee', 'ffe')", "true"),
                example("UUID_STRING", "LENGTH(UUID_STRING())", "36"),
                example("MD5", "MD5('Snowflake')", "edf1439075a83a447fb8b630ddc9c8de"),
                example("MD5_HEX", "MD5_HEX('Snowflake')", "edf1439075a83a447fb8b630ddc9c8de"),
                example("SHA1", "SHA1('Snowflake')", "fda76b0bcc1e87cf259b1d1e3271d76f590fb5dd"),
                example("SHA1_HEX", "SHA1_HEX('Snowflake')", "fda76b0bcc1e87cf259b1d1e3271d76f590fb5dd"),
                example(
                        "SHA2",
                        "SHA2('Snowflake')",
                        "1dbd59f661d68b90724f21084396b865497173e4d2714f4d91cf05fa5fc5e18d"),
                example(
                        "SHA2_HEX",
                        "SHA2_HEX('Snowflake')",
                        "1dbd59f661d68b90724f21084396b865497173e4d2714f4d91cf05fa5fc5e18d"),
                example("HEX_ENCODE", "HEX_ENCODE('SNOW')", "534E4F57"),
                // regexp_like: the pattern is anchored at both ends
                example("REGEXP_LIKE", "REGEXP_LIKE('Sacramento', 'San.*')", "false"),
                example("REGEXP_LIKE", "REGEXP_LIKE('Sacramento', 'SACRA.*', 'i')", "true"),
                example("RLIKE", "RLIKE('800-456-7891', '[2-9]\\\\d{2}-\\\\d{3}-\\\\d{4}')", "true"),
                example("RLIKE", "'San Jose' RLIKE 'Jose'", "false"),
                example("REGEXP_SUBSTR", "REGEXP_SUBSTR('Hellooo World', 'W(o)rld')", "World"),
                example("REGEXP_SUBSTR", "REGEXP_SUBSTR('a1 b22 c333', '[0-9]+', 1, 3)", "333"),
                example("REGEXP_SUBSTR", "REGEXP_SUBSTR('p2of4', 'p([0-9]+)of([0-9]+)', 1, 1, 'e', 2)", "4"),
                example("REGEXP_SUBSTR", "REGEXP_SUBSTR('abc', '[0-9]+')", "null"),
                example("REGEXP_REPLACE", "REGEXP_REPLACE('Customers - (NY)', '\\\\(|\\\\)', '')", "Customers - NY"),
                example(
                        "REGEXP_REPLACE",
                        "REGEXP_REPLACE('firstname middlename lastname', '(.*) (.*) (.*)', '\\\\3, \\\\1 \\\\2')",
                        "lastname, firstname middlename"),
                example("REGEXP_REPLACE", "REGEXP_REPLACE('aXbXc', 'X', '-', 1, 2)", "aXb-c"),
                example("REGEXP_COUNT", "REGEXP_COUNT('It was the best of times, it was the worst', 'was', 1)", "2"),
                example("REGEXP_INSTR", "REGEXP_INSTR('nevermore1, nevermore2', 'nevermore')", "1"),
                example("REGEXP_INSTR", "REGEXP_INSTR('nevermore1, nevermore2', 'nevermore', 5, 1, 1)", "22"));
    }

    private static Stream<Example> moments() {
        return Stream.of(
                // dateadd: the last day of a month stays in the month
                example("DATEADD", "DATEADD(MONTH, 1, '2000-01-31'::DATE)", "2000-02-29"),
                example("DATEADD", "DATEADD(HOUR, 2, '2013-04-05'::DATE)", "2013-04-05 02:00:00.0"),
                example("TIMEADD", "TIMEADD('minute', 90, '10:00:00'::TIME)", "11:30"),
                example(
                        "TIMESTAMPADD",
                        "TIMESTAMPADD(QUARTER, -1, '2024-05-15 01:02:03'::TIMESTAMP_NTZ)",
                        "2024-02-15 01:02:03.0"),
                // datediff: boundaries that are crossed
                example(
                        "DATEDIFF",
                        "DATEDIFF(YEAR, '2010-04-09 14:39:20'::TIMESTAMP, '2013-05-08 23:39:20'::TIMESTAMP)",
                        "3"),
                example(
                        "DATEDIFF",
                        "DATEDIFF(HOUR, '2013-05-08T23:39:20.123'::TIMESTAMP, '2013-05-09T00:01:00'::TIMESTAMP)",
                        "1"),
                example("DATEDIFF", "DATEDIFF(WEEK, '2024-01-07'::DATE, '2024-01-08'::DATE)", "1"),
                example("TIMEDIFF", "TIMEDIFF(SECOND, '10:00:00'::TIME, '10:01:05'::TIME)", "65"),
                example("TIMESTAMPDIFF", "TIMESTAMPDIFF(MILLISECOND, '2024-01-01', '2024-01-01 00:00:01.5')", "1500"),
                example(
                        "DATE_TRUNC",
                        "DATE_TRUNC('QUARTER', '2015-05-08T23:39:20.123'::TIMESTAMP)",
                        "2015-04-01 00:00:00.0"),
                example("DATE_TRUNC", "DATE_TRUNC('week', '2024-01-04'::DATE)", "2024-01-01"),
                example("DATE_PART", "DATE_PART(QUARTER, '2013-05-08'::DATE)", "2"),
                example("DATE_PART", "DATE_PART(EPOCH_SECOND, '2013-05-08T23:39:20.123'::TIMESTAMP_NTZ)", "1368056360"),
                example(
                        "DATE_PART",
                        "DATE_PART(EPOCH_MILLISECOND, '2013-05-08T23:39:20.123'::TIMESTAMP_NTZ)",
                        "1368056360123"),
                example("DATE_PART", "EXTRACT(DOW FROM '2024-01-07'::DATE)", "0"),
                example("DATE_PART", "DATE_PART(TZH, '2024-01-07 10:00:00 -0830'::TIMESTAMP_TZ)", "-8"),
                example("YEAR", "YEAR('2013-05-08T23:39:20.123'::TIMESTAMP)", "2013"),
                example("MONTH", "MONTH('2013-05-08'::DATE)", "5"),
                example("DAY", "DAY('2013-05-08'::DATE)", "8"),
                example("DAYOFMONTH", "DAYOFMONTH('2013-05-08'::DATE)", "8"),
                example("QUARTER", "QUARTER('2013-05-08'::DATE)", "2"),
                example("WEEK", "WEEK('2016-01-02'::DATE)", "53"),
                example("WEEKOFYEAR", "WEEKOFYEAR('2013-05-08'::DATE)", "19"),
                example("WEEKISO", "WEEKISO('2016-01-02'::DATE)", "53"),
                example("DAYOFWEEK", "DAYOFWEEK('2013-05-08'::DATE)", "3"),
                example("DAYOFWEEKISO", "DAYOFWEEKISO('2024-01-07'::DATE)", "7"),
                example("DAYOFYEAR", "DAYOFYEAR('2013-05-08'::DATE)", "128"),
                example("YEAROFWEEK", "YEAROFWEEK('2016-01-02'::DATE)", "2015"),
                example("YEAROFWEEKISO", "YEAROFWEEKISO('2016-01-02'::DATE)", "2015"),
                example("HOUR", "HOUR('2013-05-08T23:39:20.123'::TIMESTAMP)", "23"),
                example("MINUTE", "MINUTE('23:39:20'::TIME)", "39"),
                example("SECOND", "SECOND('2013-05-08T23:39:20.123'::TIMESTAMP)", "20"),
                example("LAST_DAY", "LAST_DAY('2015-02-08T23:39:20'::TIMESTAMP)", "2015-02-28"),
                example("MONTHNAME", "MONTHNAME('2015-05-01'::DATE)", "May"),
                example("DAYNAME", "DAYNAME('2015-05-01'::DATE)", "Fri"),
                // date_from_parts: parts out of range carry over
                example("DATE_FROM_PARTS", "DATE_FROM_PARTS(2004, 2, 29)", "2004-02-29"),
                example("DATEFROMPARTS", "DATEFROMPARTS(2010, 13, 1)", "2011-01-01"),
                example(
                        "CONVERT_TIMEZONE",
                        "CONVERT_TIMEZONE('America/Los_Angeles', 'America/New_York', '2024-01-01 14:00:00'::TIMESTAMP_NTZ)",
                        "2024-01-01 17:00:00.0"),
                example(
                        "CONVERT_TIMEZONE",
                        "CONVERT_TIMEZONE('America/Los_Angeles', '2024-04-05 12:00:00 +02:00'::TIMESTAMP_TZ)::VARCHAR",
                        "2024-04-05 03:00:00.000 -0700"));
    }

    private static Stream<Example> json() {
        return Stream.of(
                example(
                        "PARSE_JSON",
                        "PARSE_JSON('{ \"b\" : 1.50, \"a\": [true, null] }')",
                        "{\"a\":[true,null],\"b\":1.5}"),
                example("PARSE_JSON", "PARSE_JSON('')", "null"),
                example("PARSE_JSON", "PARSE_JSON('12345678901234567890.123456789')", "12345678901234567890.123456789"),
                example("TRY_PARSE_JSON", "TRY_PARSE_JSON('{\"a\":')", "null"),
                example("CHECK_JSON", "CHECK_JSON('[1]')", "null"),
                example("TO_JSON", "TO_JSON(PARSE_JSON('{ \"a\" : 1 }'))", "{\"a\":1}"),
                example("TO_VARIANT", "TO_VARIANT('a\"b')", "\"a\\\"b\""),
                example("TO_VARIANT", "TO_VARIANT(1.50)", "1.5"),
                example("TO_OBJECT", "TO_OBJECT(PARSE_JSON('{\"a\":1}'))", "{\"a\":1}"),
                example("TO_ARRAY", "TO_ARRAY(1)", "[1]"),
                example("TO_ARRAY", "TO_ARRAY(PARSE_JSON('[1]'))", "[1]"),
                example("GET", "GET(ARRAY_CONSTRUCT('a', 'b'), 1)", "\"b\""),
                example("GET_FIELD", "GET(OBJECT_CONSTRUCT('a', 5), 'a')", "5"),
                example("GET_PATH", "GET_PATH(PARSE_JSON('{\"a\":{\"b\":[7,8]}}'), 'a.b[1]')", "8"),
                example("GET_PATH", "PARSE_JSON('{\"a\":{\"B\":1}}'):a.b", "null"),
                example("IS_ARRAY", "IS_ARRAY(PARSE_JSON('[1]'))", "true"),
                example("IS_OBJECT", "IS_OBJECT(PARSE_JSON('[1]'))", "false"),
                example("IS_VARCHAR", "IS_VARCHAR(PARSE_JSON('\"a\"'))", "true"),
                example("IS_CHAR", "IS_CHAR(PARSE_JSON('1'))", "false"),
                example("IS_BOOLEAN", "IS_BOOLEAN(PARSE_JSON('true'))", "true"),
                example("IS_INTEGER", "IS_INTEGER(PARSE_JSON('1.5'))", "false"),
                example("IS_DECIMAL", "IS_DECIMAL(PARSE_JSON('1'))", "true"),
                example("IS_DOUBLE", "IS_DOUBLE(PARSE_JSON('1.5'))", "true"),
                example("IS_REAL", "IS_REAL(PARSE_JSON('1e3'))", "true"),
                example("IS_NULL_VALUE", "IS_NULL_VALUE(PARSE_JSON('{\"a\":null}'):a)", "true"),
                example("IS_NULL_VALUE", "IS_NULL_VALUE(PARSE_JSON('{\"a\":null}'):b)", "null"),
                example("IS_NULL_VALUE", "IS_NULL_VALUE(PARSE_JSON('\"null\"'))", "false"),
                // typeof: the values of its example
                example("TYPEOF", "TYPEOF(PARSE_JSON('null'))", "NULL_VALUE"),
                example("TYPEOF", "TYPEOF(PARSE_JSON('true'))", "BOOLEAN"),
                example("TYPEOF", "TYPEOF(PARSE_JSON('-17'))", "INTEGER"),
                example("TYPEOF", "TYPEOF(PARSE_JSON('123.12'))", "DECIMAL"),
                example("TYPEOF", "TYPEOF(PARSE_JSON('1.912e2'))", "DOUBLE"),
                example("TYPEOF", "TYPEOF(PARSE_JSON('\"Om ara pa ca na dhih\"  '))", "VARCHAR"),
                example("TYPEOF", "TYPEOF(PARSE_JSON('[-1, 12]'))", "ARRAY"),
                example("TYPEOF", "TYPEOF(PARSE_JSON('{ \"x\" : \"abc\"}'))", "OBJECT"),
                example("AS_ARRAY", "AS_ARRAY(PARSE_JSON('[1]'))", "[1]"),
                example("AS_OBJECT", "AS_OBJECT(PARSE_JSON('[1]'))", "null"),
                example("AS_VARCHAR", "AS_VARCHAR(PARSE_JSON('\"a\"'))", "a"),
                example("AS_CHAR", "AS_CHAR(PARSE_JSON('1'))", "null"),
                example("AS_BOOLEAN", "AS_BOOLEAN(PARSE_JSON('false'))", "false"),
                example("AS_INTEGER", "AS_INTEGER(PARSE_JSON('5'))", "5"),
                example("AS_DOUBLE", "AS_DOUBLE(PARSE_JSON('1.5'))", "1.5"),
                example("AS_REAL", "AS_REAL(PARSE_JSON('\"1.5\"'))", "null"),
                example(
                        "OBJECT_CONSTRUCT",
                        "OBJECT_CONSTRUCT('b', 1, 'a', 'BBBB', 'c', NULL)",
                        "{\"a\":\"BBBB\",\"b\":1}"),
                example("OBJECT_CONSTRUCT", "OBJECT_CONSTRUCT()", "{}"),
                example(
                        "OBJECT_CONSTRUCT_KEEP_NULL",
                        "OBJECT_CONSTRUCT_KEEP_NULL('a', 1, 'b', NULL)",
                        "{\"a\":1,\"b\":null}"),
                example(
                        "OBJECT_DELETE",
                        "OBJECT_DELETE(OBJECT_CONSTRUCT('a', 1, 'b', 2, 'c', 3), 'a', 'b')",
                        "{\"c\":3}"),
                example(
                        "OBJECT_PICK",
                        "OBJECT_PICK(OBJECT_CONSTRUCT('a', 1, 'b', 2, 'c', 3), 'a', 'b')",
                        "{\"a\":1,\"b\":2}"),
                example(
                        "OBJECT_INSERT",
                        "OBJECT_INSERT(OBJECT_CONSTRUCT('a', 1, 'b', 2), 'c', 3)",
                        "{\"a\":1,\"b\":2,\"c\":3}"),
                example("OBJECT_INSERT", "OBJECT_INSERT(OBJECT_CONSTRUCT('a', 1), 'a', 2, TRUE)", "{\"a\":2}"),
                example(
                        "OBJECT_DELETE",
                        "OBJECT_DELETE(OBJECT_CONSTRUCT('a', 1, 'b', DATE '2026-01-01'), 'a', 'b', 'c')",
                        "{}"),
                example(
                        "OBJECT_DELETE",
                        "TO_JSON(OBJECT_DELETE(OBJECT_CONSTRUCT('a', 1, 'b', DATE '2026-01-01'), 'a'))",
                        "{\"b\":\"2026-01-01\"}"),
                example(
                        "OBJECT_DELETE",
                        "OBJECT_DELETE(PARSE_JSON('{\"q\\\\u0022\": {\"a\": 1}}')::OBJECT, 'a')",
                        "{\"q\\\"\":{\"a\":1}}"),
                example(
                        "OBJECT_DELETE",
                        "OBJECT_DELETE(PARSE_JSON('{\"q\\\\u0022\": {\"a\": 1}}')::OBJECT, 'q\"')",
                        "{}"),
                example("OBJECT_DELETE", "OBJECT_DELETE(OBJECT_CONSTRUCT(), 'a')", "{}"),
                example("OBJECT_DELETE", "OBJECT_DELETE(NULL::OBJECT, 'a') IS NULL", "true"),
                example("OBJECT_KEYS", "OBJECT_KEYS(OBJECT_CONSTRUCT('b', 1, 'a', 2))", "[\"a\",\"b\"]"),
                example("OBJECT_KEYS", "OBJECT_KEYS(OBJECT_CONSTRUCT())", "[]"),
                example("ARRAY_SIZE", "ARRAY_SIZE(OBJECT_KEYS(OBJECT_CONSTRUCT('b', 1, 'a', 2)))", "2"),
                example("ARRAY_SIZE", "ARRAY_SIZE(OBJECT_KEYS(OBJECT_CONSTRUCT('b', '2020-01-01'::DATE)))", "1"),
                example("ARRAY_SIZE", "ARRAY_SIZE(OBJECT_KEYS(AS_OBJECT(PARSE_JSON('[1]')))) IS NULL", "true"),
                example(
                        "ARRAY_CONSTRUCT",
                        "ARRAY_CONSTRUCT(10, NULL, 'x', 1.5::FLOAT)",
                        "[10,undefined,\"x\",1.5e+00]"),
                example(
                        "ARRAY_CONSTRUCT_COMPACT",
                        "ARRAY_CONSTRUCT_COMPACT(NULL, 'hello', 3::DOUBLE, 4, 5)",
                        "[\"hello\",3.0e+00,4,5]"),
                example("ARRAY_SIZE", "ARRAY_SIZE(ARRAY_CONSTRUCT(1, 2, 3))", "3"),
                example("ARRAY_SIZE", "ARRAY_SIZE(PARSE_JSON('{}'))", "null"),
                example("ARRAY_COMPACT", "ARRAY_COMPACT(ARRAY_CONSTRUCT(1, NULL, 2))", "[1,2]"),
                example("ARRAY_APPEND", "ARRAY_APPEND(ARRAY_CONSTRUCT(1, 2, 3), 'HELLO')", "[1,2,3,\"HELLO\"]"),
                example("ARRAY_CAT", "ARRAY_CAT(ARRAY_CONSTRUCT(1, 2), ARRAY_CONSTRUCT(3, 4))", "[1,2,3,4]"),
                example("ARRAY_CONTAINS", "ARRAY_CONTAINS('hello'::VARIANT, ARRAY_CONSTRUCT('hello', 'hi'))", "true"),
                example("ARRAY_DISTINCT", "ARRAY_DISTINCT(ARRAY_CONSTRUCT('A', 'A', 'B'))", "[\"A\",\"B\"]"),
                example("ARRAY_SLICE", "ARRAY_SLICE(ARRAY_CONSTRUCT(0, 1, 2, 3, 4, 5, 6), 0, 2)", "[0,1]"),
                example("ARRAY_SLICE", "ARRAY_SLICE(ARRAY_CONSTRUCT(0, 1, 2, 3, 4, 5, 6), 0, -2)", "[0,1,2,3,4]"),
                example("ARRAY_TO_STRING", "ARRAY_TO_STRING(ARRAY_CONSTRUCT(1, 'a', NULL), '-')", "1-a-"));
    }

    private static Stream<Example> conversions() {
        return Stream.of(
                // to_decimal
                example("TO_NUMBER", "TO_NUMBER('12.3456')", "12"),
                example("TO_NUMBER", "TO_NUMBER('98.76546', 10, 1)", "98.8"),
                example("TO_DECIMAL", "TO_DECIMAL('12.3456', 10, 8)", "12.34560000"),
                example("TO_NUMERIC", "TO_NUMERIC(PARSE_JSON('true'))", "1"),
                example("TRY_TO_NUMBER", "TRY_TO_NUMBER('345.123')", "345"),
                example("TRY_TO_DECIMAL", "TRY_TO_DECIMAL('345.123', 10, 2)", "345.12"),
                example("TRY_TO_NUMERIC", "TRY_TO_NUMERIC('abc')", "null"),
                example("TO_DOUBLE", "TO_DOUBLE('1.1e3')", "1100.0"),
                example("TRY_TO_DOUBLE", "TRY_TO_DOUBLE('3.1415926')", "3.1415926"),
                example("TRY_TO_DOUBLE", "TRY_TO_DOUBLE('unknown')", "null"),
                example("TO_BOOLEAN", "TO_BOOLEAN('yes')", "true"),
                example("TO_BOOLEAN", "TO_BOOLEAN(0)", "false"),
                example("TRY_TO_BOOLEAN", "TRY_TO_BOOLEAN('maybe')", "null"),
                example("TO_TIMESTAMP", "TO_TIMESTAMP('2024-01-31 23:59:59.5')", "2024-01-31 23:59:59.5"),
                example("TO_TIMESTAMP", "TO_TIMESTAMP(1367182920, 0)", "2013-04-28 21:02:00.0"),
                example("TO_TIMESTAMP", "TO_TIMESTAMP('31/01/2024', 'DD/MM/YYYY')", "2024-01-31 00:00:00.0"),
                example("TO_TIMESTAMP_NTZ", "TO_TIMESTAMP_NTZ('2013-04-05 01:02:03 +0200')", "2013-04-05 01:02:03.0"),
                example("TO_TIMESTAMP_NTZ", "TO_TIMESTAMP_NTZ(1367182920500, 3)", "2013-04-28 21:02:00.5"),
                example(
                        "TO_TIMESTAMP_LTZ",
                        "TO_TIMESTAMP_LTZ('2013-04-05 01:02:03 +0200')::VARCHAR",
                        "2013-04-04 23:02:03.000 +0000"),
                example(
                        "TO_TIMESTAMP_TZ",
                        "TO_TIMESTAMP_TZ('2013-04-05 01:02:03 +0200')::VARCHAR",
                        "2013-04-05 01:02:03.000 +0200"),
                example("TRY_TO_TIMESTAMP", "TRY_TO_TIMESTAMP('Invalid')", "null"),
                example(
                        "TRY_TO_TIMESTAMP_NTZ",
                        "TRY_TO_TIMESTAMP_NTZ('2024-01-31T10:11:12Z', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"')",
                        "2024-01-31 10:11:12.0"),
                example(
                        "TRY_TO_TIMESTAMP_NTZ",
                        "TRY_TO_TIMESTAMP_NTZ('2024-13-31T10:11:12Z', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"')",
                        "null"),
                example("TRY_TO_TIMESTAMP_LTZ", "TRY_TO_TIMESTAMP_LTZ('no')", "null"),
                example("TRY_TO_TIMESTAMP_TZ", "TRY_TO_TIMESTAMP_TZ('no')", "null"),
                example("TO_DATE", "TO_DATE('17-DEC-1980')", "1980-12-17"),
                example("TO_DATE", "TO_DATE('2013.04.05', 'YYYY.MM.DD')", "2013-04-05"),
                example("DATE", "DATE('2024-05-10')", "2024-05-10"),
                example("DATE", "DATE('2013.04.05', 'YYYY.MM.DD')", "2013-04-05"),
                example("TRY_TO_DATE", "TRY_TO_DATE('2024/01/31')", "null"),
                example("TO_TIME", "TO_TIME('13:30:00.25')", "13:30:00.250"),
                example("TIME", "TIME('13:30:00.25')", "13:30:00.250"),
                example("TRY_TO_TIME", "TRY_TO_TIME('25:00')", "null"),
                example("TO_CHAR", "TO_CHAR(12.50)", "12.50"),
                example(
                        "TO_VARCHAR",
                        "TO_VARCHAR('2013-04-05 01:02:03'::TIMESTAMP, 'mm/dd/yyyy, hh24:mi hours')",
                        "04/05/2013, 01:02 hours"),
                example("TO_VARCHAR", "TO_VARCHAR(PARSE_JSON('{\"a\": 1}'))", "{\"a\":1}"),
                example("TO_BINARY", "HEX_ENCODE(TO_BINARY('534E4F57')::VARCHAR)", "3533344534463537"));
    }

    private static final String FROM = " FROM (VALUES (1, 'a', TRUE), (2, 'b', FALSE), (4, NULL, TRUE)) AS v(n, t, b)";

    static Example group(String function, String expression, String value) {
        return example(function, expression + FROM, value);
    }

    private static Stream<Example> groups() {
        return Stream.of(
                group("COUNT", "COUNT(*)", "3"),
                group("COUNT", "COUNT(t)", "2"),
                group("COUNT", "COUNT(DISTINCT b)", "2"),
                group("COUNT", "COUNT(n, t)", "2"),
                group("COUNT_IF", "COUNT_IF(b)", "2"),
                group("SUM", "SUM(n)", "7"),
                group("AVG", "AVG(n)", "2.333333"),
                group("AVG", "AVG(n::FLOAT / 4)", "0.5833333333333334"),
                group("MIN", "MIN(t)", "a"),
                group("MAX", "MAX(n)", "4"),
                group("ANY_VALUE", "ANY_VALUE(7)", "7"),
                group("MAX_BY", "MAX_BY(t, -n)", "a"),
                group("MIN_BY", "MIN_BY(n, -n)", "4"),
                group("BOOLAND_AGG", "BOOLAND_AGG(b)", "false"),
                group("BOOLOR_AGG", "BOOLOR_AGG(b)", "true"),
                group("MEDIAN", "MEDIAN(n)", "2.000"),
                group("STDDEV", "ROUND(STDDEV(n), 6)", "1.527525"),
                group("STDDEV_SAMP", "ROUND(STDDEV_SAMP(n), 6)", "1.527525"),
                group("STDDEV_POP", "ROUND(STDDEV_POP(n), 6)", "1.247219"),
                group("VARIANCE", "ROUND(VARIANCE(n), 6)", "2.333333"),
                group("VAR_POP", "ROUND(VAR_POP(n), 6)", "1.555556"),
                group("OBJECT_AGG", "OBJECT_AGG(t, n)", "{\"a\":1,\"b\":2}"),
                group("ARRAY_AGG", "ARRAY_AGG(t) WITHIN GROUP (ORDER BY n DESC)", "[\"b\",\"a\"]"),
                group("LISTAGG", "LISTAGG(t, ', ') WITHIN GROUP (ORDER BY n)", "a, b"),
                group("PERCENTILE_CONT", "PERCENTILE_CONT(0.25) WITHIN GROUP (ORDER BY n)", "1.500"),
                group("PERCENTILE_CONT", "PERCENTILE_CONT(0.25) WITHIN GROUP (ORDER BY n DESC)", "3.000"),
                group("PERCENTILE_DISC", "PERCENTILE_DISC(0.5) WITHIN GROUP (ORDER BY n)", "2"),
                group("PERCENTILE_DISC", "PERCENTILE_DISC(0.3) WITHIN GROUP (ORDER BY n DESC)", "4"),
                group("ROW_NUMBER", "MAX(r) FROM (SELECT ROW_NUMBER() OVER (ORDER BY n) AS r", "3")
                        .closed(),
                group("RANK", "MAX(r) FROM (SELECT RANK() OVER (ORDER BY b DESC) AS r", "3")
                        .closed(),
                group("DENSE_RANK", "MAX(r) FROM (SELECT DENSE_RANK() OVER (ORDER BY b) AS r", "2")
                        .closed(),
                group("NTILE", "MAX(r) FROM (SELECT NTILE(2) OVER (ORDER BY n) AS r", "2")
                        .closed(),
                group("PERCENT_RANK", "MAX(r) FROM (SELECT PERCENT_RANK() OVER (ORDER BY n) AS r", "1.0")
                        .closed(),
                group("CUME_DIST", "MAX(r) FROM (SELECT CUME_DIST() OVER (ORDER BY n) AS r", "1.0")
                        .closed(),
                group("LAG", "LISTAGG(r, ',') FROM (SELECT LAG(n, 1, 0) OVER (ORDER BY n) AS r", "0,1,2")
                        .closed(),
                group("LEAD", "LISTAGG(r, ',') FROM (SELECT LEAD(n) OVER (ORDER BY n) AS r", "2,4")
                        .closed(),
                group("FIRST_VALUE", "MAX(r) FROM (SELECT FIRST_VALUE(n) OVER (ORDER BY n DESC) AS r", "4")
                        .closed(),
                // last_value: without a frame the whole partition counts
                group("LAST_VALUE", "MIN(r) FROM (SELECT LAST_VALUE(n) OVER (ORDER BY n) AS r", "4")
                        .closed(),
                group("NTH_VALUE", "MAX(r) FROM (SELECT NTH_VALUE(n, 2) OVER (ORDER BY n) AS r", "2")
                        .closed(),
                group("RATIO_TO_REPORT", "MAX(r) FROM (SELECT ROUND(RATIO_TO_REPORT(n) OVER (), 4) AS r", "0.5714")
                        .closed());
    }
}
