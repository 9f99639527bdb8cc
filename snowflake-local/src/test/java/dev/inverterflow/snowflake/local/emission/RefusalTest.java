package dev.inverterflow.snowflake.local.emission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.inverterflow.snowflake.local.error.SnowflakeException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is refused, each beside a nearly equal query that is not. */
class RefusalTest {
    private static SqlOnDuckDb db;

    @BeforeAll
    static void open() {
        db = new SqlOnDuckDb().table("T", "ID NUMBER(38,0)", "S VARCHAR", "V VARIANT", "B BOOLEAN");
        db.change("INSERT INTO t SELECT 1, 'a', PARSE_JSON('{\"n\":\"x\",\"o\":{}}'), TRUE");
    }

    @AfterAll
    static void close() {
        db.close();
    }

    @ParameterizedTest(name = "{2}: {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            SELECT id FROM t                               | SELECT nope FROM t                        | 904    | invalid identifier 'NOPE'
            SELECT t.id FROM t                             | SELECT u.id FROM t                        | 904    | invalid identifier 'U.ID'
            SELECT x.id FROM t x                           | SELECT t.id FROM t x                      | 904    | invalid identifier 'T.ID'
            SELECT a.id FROM t a, t b                      | SELECT id FROM t a, t b                   | 2028   | ambiguous column name 'ID'
            SELECT 1 FROM t a, t b                         | SELECT 1 FROM t a, t a                    | 2012   | duplicate alias 'A'
            SELECT UPPER('a')                              | SELECT UPER('a')                          | 2140   | Unknown function UPER
            SELECT UPPER('a')                              | SELECT UPPER('a', 'b')                    | 939    | too many arguments for function [UPPER] expected 1, got 2
            SELECT SPLIT_PART('a', 'b', 1)                 | SELECT SPLIT_PART('a', 'b')               | 938    | not enough arguments for function [SPLIT_PART], expected 3, got 2
            SELECT 1 + 1                                   | SELECT TRUE + 1                           | 1044   | Invalid argument types for function '+': (BOOLEAN, NUMBER(1,0))
            SELECT ARRAY_SIZE(v) FROM t                    | SELECT ARRAY_SIZE(s) FROM t               | 1044   | Invalid argument types for function 'ARRAY_SIZE': (VARCHAR(16777216))
            SELECT IFF(b, 1, 2) FROM t                     | SELECT IFF(b, 1, b) FROM t                | 1044   | Invalid argument types for function 'IFF'
            SELECT DATEADD(DAY, 1, '2024-01-01'::DATE)     | SELECT DATEADD(DAYZ, 1, '2024-01-01'::DATE) | 1007 | 'DAYZ' is not a valid date/time component
            SELECT TRY_CAST(s AS INT) FROM t               | SELECT TRY_CAST(id AS INT) FROM t         | 1065   | Function TRY_CAST cannot be used with arguments of types NUMBER(38,0) and NUMBER(38,0)
            SELECT TRY_TO_NUMBER(v:n::VARCHAR) FROM t      | SELECT TRY_TO_NUMBER(v:n) FROM t          | 1044   | Invalid argument types for function 'TRY_TO_NUMBER': (VARIANT)
            SELECT '2024-01-01'::DATE                      | SELECT 1::NUMBER::DATE                    | 1065   | Function CAST cannot be used with arguments of types NUMBER(38,0) and DATE
            SELECT 1::NUMBER(38, 37)                       | SELECT 1::NUMBER(39, 0)                   | 2040   | Unsupported data type 'NUMBER(39, 0)'
            SELECT s, COUNT(*) FROM t GROUP BY s           | SELECT s, COUNT(*) FROM t                 | 979    | [S] is not a valid group by expression
            SELECT UPPER(s) FROM t GROUP BY UPPER(s)       | SELECT LOWER(s) FROM t GROUP BY UPPER(s)  | 979    | [S] is not a valid group by expression
            SELECT s FROM t GROUP BY 1                     | SELECT s FROM t GROUP BY 2                | 2085   | Group by position 2 is not in select list
            SELECT s FROM t ORDER BY 1                     | SELECT s FROM t ORDER BY 2                | 2085   | Order by position 2 is not in select list
            SELECT s FROM t GROUP BY s HAVING MAX(id) > 0  | SELECT s FROM t WHERE MAX(id) > 0         | 2035   | Invalid aggregate function in where clause
            SELECT MAX(id) FROM t                          | SELECT MAX(MIN(id)) FROM t                | 1018   | Aggregate functions cannot be nested
            SELECT id FROM t QUALIFY RANK() OVER (ORDER BY id) = 1 | SELECT id FROM t WHERE RANK() OVER (ORDER BY id) = 1 | 2303 | appears outside of SELECT, QUALIFY, and ORDER BY
            SELECT ROW_NUMBER() OVER (ORDER BY id) FROM t  | SELECT ROW_NUMBER() OVER () FROM t        | 2305   | requires ORDER BY in window specification
            SELECT LAG(id) OVER (ORDER BY id) FROM t       | SELECT LAG(id) FROM t                     | 2301   | requires OVER clause
            SELECT id FROM t QUALIFY RANK() OVER (ORDER BY id) = 1 | SELECT id FROM t QUALIFY id = 1    | 2304   | QUALIFY requires at least one window function
            SELECT v:n = v:o FROM t                        | SELECT v:n < v:o FROM t                   | 2      | an order of VARIANT values; cast them
            SELECT id FROM t WHERE b                       | SELECT id FROM t WHERE id                 | 2016   | Invalid data type [NUMBER(38,0)] for predicate [id]
            SELECT 1 UNION SELECT 2                        | SELECT 1 UNION SELECT 2, 3                | 1789   | Expected 1, got 2 in a branch
            SELECT 1 UNION SELECT 2                        | SELECT 1 UNION SELECT TRUE                | 1038   | Can not convert parameter of type [BOOLEAN] into expected type [NUMBER(1,0)]
            SELECT (SELECT 1)                              | SELECT (SELECT 1, 2)                      | 2081   | exactly one column
            SELECT * FROM (VALUES (1)) AS v(a)             | SELECT * FROM (VALUES (1)) AS v(a, b)     | 2024   | number of column aliases 2 does not match number of columns 1
            SELECT * FROM t                                | SELECT * FROM nope                        | 2003   | Object 'NOPE' does not exist or not authorized
            SELECT f.value FROM t, LATERAL FLATTEN(v) f    | SELECT f.value FROM t, LATERAL FLATTEN(s) f | 1044 | Invalid argument types for function 'FLATTEN'
            SELECT f.value FROM t, LATERAL FLATTEN(INPUT => v) f | SELECT f.value FROM t, LATERAL FLATTEN(INPUTS => v) f | 1006 | invalid parameter 'INPUTS'
            SELECT REVERSE(s) FROM t                       | SELECT COMPRESS(s) FROM t                 | 2      | not supported by snowflake-local: function COMPRESS
            SELECT ARRAY_CONTAINS('a'::VARIANT, ['a'])     | SELECT ARRAY_CONTAINS('a', ['a'])         | 1044   | Invalid argument types for function 'ARRAY_CONTAINS': (VARCHAR(1), ARRAY)
            SELECT TO_CHAR(1, '99')                        | SELECT TO_CHAR(1, 'Q')                    | 100094 | Invalid format 'Q'
            SELECT TO_NUMBER('12', '99')                   | SELECT TO_NUMBER('123', '99')             | 100140 | Can't parse '123' as number with format '99'
            SELECT NEXT_DAY(DATE '2024-01-01', 'mo')       | SELECT NEXT_DAY(DATE '2024-01-01', 'xx')  | 100182 | Invalid day of week
            SELECT SHA2('a', 256)                          | SELECT SHA2('a', 255)                     | 100183 | Invalid digest size 255 for SHA2
            SELECT 'a' = 'A'                               | SELECT 'a' COLLATE 'en-pi' = 'A'          | 2      | not supported by snowflake-local: a collation with the specifier 'pi'
            SELECT * FROM t SAMPLE (10 ROWS)               | SELECT * FROM t SAMPLE SYSTEM (10 ROWS)   | 2      | not supported by snowflake-local: SAMPLE SYSTEM of a number of rows
            SELECT 1 FROM t a ASOF JOIN t b MATCH_CONDITION (a.id > b.id) ON a.s = b.s | SELECT 1 FROM t a ASOF JOIN t b MATCH_CONDITION (a.id > b.id) ON a.s < b.s | 2 | ON of ASOF JOIN with anything but equalities
            SELECT 1 FROM t a ASOF JOIN t b MATCH_CONDITION (a.id > b.id) | SELECT 1 FROM t a ASOF JOIN t b MATCH_CONDITION (b.id > a.id) | 904 | invalid identifier
            SELECT 1 FROM t a ASOF JOIN t b MATCH_CONDITION (a.id > b.id) | SELECT 1 FROM t a ASOF JOIN t b MATCH_CONDITION (a.s > b.s) | 2 | MATCH_CONDITION over values of type TEXT
            SELECT PARSE_URL('a:b')                        | SELECT PARSE_URL('b')                     | 100139 | Error parsing URL: scheme not specified
            SELECT REGEXP_LIKE('a', '[[:alpha:]]')         | SELECT REGEXP_LIKE('a', '[[:alphas:]]')   | 100048 | Invalid regular expression: '[[:alphas:]]'
            SELECT CONDITIONAL_TRUE_EVENT(b) OVER (ORDER BY id) FROM t | SELECT CONDITIONAL_TRUE_EVENT(b) OVER (ORDER BY id ROWS BETWEEN 1 PRECEDING AND CURRENT ROW) FROM t | 2 | a frame of CONDITIONAL_TRUE_EVENT
            SELECT "$1" FROM t                             | SELECT "$99" FROM t                       | 904    | invalid identifier
            SELECT $limit_w                                | SELECT $nope                              | 2211   | Session variable '$NOPE' does not exist
            SELECT 1 / 2                                   | SELECT 1 / 0                              | 100051 | Division by zero
            SELECT 7 % 2                                   | SELECT 7 % 0                              | 100051 | Division by zero
            SELECT 1::FLOAT / 2                            | SELECT 1::FLOAT / 0                       | 100051 | Division by zero
            SELECT '1.5'::NUMBER(38, 1)                    | SELECT '1,5'::NUMBER(38, 1)               | 100038 | Numeric value '1,5' is not recognized
            SELECT TO_NUMBER('12.3456', 10, 8)             | SELECT TO_NUMBER('12.3456', 10, 9)        | 100039 | Numeric value '12.3456' is out of range
            SELECT '1e3'::FLOAT                            | SELECT 'e3'::FLOAT                        | 100038 | Numeric value 'e3' is not recognized
            SELECT 'yes'::BOOLEAN                          | SELECT 'maybe'::BOOLEAN                   | 100037 | Boolean value 'maybe' is not recognized
            SELECT '2024-01-31'::DATE                      | SELECT '2024-02-31'::DATE                 | 100040 | Date '2024-02-31' is not recognized
            SELECT '2024-01-31 10:00'::TIMESTAMP           | SELECT '31.01.2024'::TIMESTAMP            | 100035 | Timestamp '31.01.2024' is not recognized
            SELECT TO_DATE('2024.01.31', 'YYYY.MM.DD')     | SELECT TO_DATE('2024-01-31', 'YYYY.MM.DD') | 100096 | Can't parse '2024-01-31' as date with format 'YYYY.MM.DD'
            SELECT v:o:n::INT FROM t                       | SELECT v:n::INT FROM t                    | 100071 | Failed to cast variant value "x" to FIXED
            SELECT v:n::VARCHAR FROM t                     | SELECT v:o::FLOAT FROM t                  | 100071 | Failed to cast variant value {} to REAL
            SELECT PARSE_JSON('{"a":1}')                   | SELECT PARSE_JSON('{"a":1')               | 100069 | Error parsing JSON
            SELECT PARSE_JSON('{"a":1,"b":1}')             | SELECT PARSE_JSON('{"a":1,"a":1}')        | 100069 | duplicate object attribute "a"
            SELECT OBJECT_INSERT(OBJECT_CONSTRUCT(), 'a', 1) | SELECT OBJECT_INSERT(OBJECT_CONSTRUCT('a', 0), 'a', 1) | 100099 | Duplicate field key 'a'
            SELECT 'abc'::VARCHAR(3)                       | SELECT 'abcd'::VARCHAR(3)                 | 100078 | String 'abcd' is too long and would be truncated
            SELECT 99::NUMBER(2, 0)                        | SELECT 100::NUMBER(2, 0)                  | 100046 | Number out of representable range
            SELECT REGEXP_LIKE('a', '[a]')                 | SELECT REGEXP_LIKE('a', '[a')             | 100048 | Invalid regular expression
            SELECT CONVERT_TIMEZONE('UTC', 'Europe/Berlin', '2024-01-01'::TIMESTAMP) | SELECT CONVERT_TIMEZONE('UTC', 'Mars/Base', '2024-01-01'::TIMESTAMP) | 100087 | Invalid time zone
            SELECT (SELECT id FROM t)                      | SELECT (SELECT 1 FROM t UNION ALL SELECT 2) | 100090 | Single-row subquery returns more than one row
            SELECT TO_NUMBER('12.3', '99.9')               | SELECT TO_NUMBER('12.34', '99.9')         | 100140 | Can't parse '12.34' as number with format '99.9'
            SELECT TO_NUMBER('1,234', '9,999')             | SELECT TO_NUMBER('12,34', '9,999')        | 100140 | Can't parse '12,34' as number with format '9,999'
            SELECT TO_CHAR(1, '99"x"')                     | SELECT TO_CHAR(1, '9"x"9')                | 2      | text between the digits of the number format
            SELECT ROUND(2.5, 0, 'HALF_TO_EVEN')           | SELECT ROUND(2.5::FLOAT, 0, 'HALF_TO_EVEN') | 1044 | Invalid argument types for function 'ROUND'
            SELECT ROUND(2.5, 0, 'HALF_TO_EVEN')           | SELECT ROUND(2.5, 0, 'UP')                | 1008   | invalid value [UP] for parameter 'rounding_mode'
            SELECT 0.5::FLOAT::BOOLEAN                     | SELECT 'NaN'::FLOAT::BOOLEAN              | 100037 | Boolean value 'NaN' is not recognized
            SELECT TRY_CAST('1' AS INT)                    | SELECT TRY_CAST('41' AS BINARY)           | 1065   | Function TRY_CAST cannot be used with arguments of types VARCHAR(2) and BINARY
            SELECT DATEADD(HOUR, 1, '12:00'::TIME)         | SELECT DATEADD(DAY, 1, '12:00'::TIME)     | 1007   | 'DAY' is not a valid date/time component for function DATEADD
            SELECT DATE_TRUNC(HOUR, '12:00'::TIME)         | SELECT DATE_TRUNC(MONTH, '12:00'::TIME)   | 1007   | 'MONTH' is not a valid date/time component for function DATE_TRUNC
            SELECT DATE_PART(NANOSECOND, '12:00'::TIME)    | SELECT DATE_PART(MILLISECOND, '12:00'::TIME) | 1007 | 'MILLISECOND' is not a valid date/time component for function DATE_PART
            SELECT DATE_PART(EPOCH_SECOND, '2024-01-01'::DATE) | SELECT DATE_PART(EPOCH_MILLISECOND, '2024-01-01'::DATE) | 1007 | for function DATE_PART
            SELECT TIME_SLICE('2024-01-01'::DATE, 2, 'DAY') | SELECT TIME_SLICE('2024-01-01'::DATE, 2, 'HOUR') | 1007 | for function TIME_SLICE
            SELECT TIME_SLICE('2024-01-01'::TIMESTAMP_NTZ, 2, 'DAY') | SELECT TIME_SLICE('2024-01-01'::TIMESTAMP_LTZ, 2, 'DAY') | 1044 | Invalid argument types for function 'TIME_SLICE'
            SELECT TIME_SLICE('2024-01-01'::DATE, 2, 'DAY', 'END') | SELECT TIME_SLICE('2024-01-01'::DATE, 2, 'DAY', 'MIDDLE') | 1008 | invalid value [MIDDLE] for parameter 'start_or_end'
            SELECT TO_TIME('11.15', 'HH24.MI')             | SELECT TIME('11.15', 'HH24.MI')           | 939    | too many arguments for function [TIME] expected 1, got 2
            SELECT '2024-01-01'::DATE::VARIANT::DATE       | SELECT '2024-01-01'::DATE::VARIANT::TIMESTAMP | 100071 | Failed to cast variant value "2024-01-01" to TIMESTAMP_NTZ
            SELECT '2024-01-01'::TIMESTAMP::DATE           | SELECT '2024-01-01'::TIMESTAMP::VARIANT::DATE | 100071 | to DATE
            SELECT TO_TIMESTAMP('2024-01-01 10:00:00.123', 'YYYY-MM-DD HH24:MI:SS.FF3') | SELECT TO_TIMESTAMP('2024-01-01 10:00:00.1234', 'YYYY-MM-DD HH24:MI:SS.FF3') | 100096 | Can't parse
            SELECT TO_TIME('12:00 PM', 'HH12:MI AM')       | SELECT TO_TIME('13:00 PM', 'HH12:MI AM')  | 100096 | Can't parse
            SELECT TO_TIMESTAMP('2019-02-28 23:59', 'YYYY-MM-DD HH24:MI') | SELECT TO_TIMESTAMP('2019-02-2823:59', 'YYYY-MM-DD HH24:MI') | 100096 | Can't parse
            SELECT HOUR('10:00'::TIME)                     | SELECT YEAR('10:00'::TIME)                | 1044   | Invalid argument types for function 'YEAR': (TIME(9))
            SELECT '2024-01-01'::DATE + INTERVAL '3 days'  | SELECT '2024-01-01'::DATE + INTERVAL '3' DAY | 2   | interval data types (INTERVAL '3' DAY)
            SELECT OBJECT_AGG(s, v) OVER (PARTITION BY b) FROM t | SELECT OBJECT_AGG(s, v) OVER (PARTITION BY b ORDER BY id) FROM t | 2 | ORDER BY in the window of OBJECT_AGG
            SELECT ARRAY_FLATTEN([[1], [2]])               | SELECT ARRAY_FLATTEN([[1], 2])            | 100107 | Not an array: 'Input argument to ARRAY_FLATTEN is not an array of arrays'
            SELECT PARSE_JSON('{"a":1,"a":1}', 'd')        | SELECT PARSE_JSON('{"a":1,"a":1}', 's')   | 100069 | duplicate object attribute "a"
            SELECT {*} FROM t                              | SELECT {*, 'k': 1} FROM t                 | 1003   | unexpected ','
            SELECT ARRAY_AGG(DISTINCT s) WITHIN GROUP (ORDER BY s) FROM t | SELECT ARRAY_AGG(DISTINCT s) WITHIN GROUP (ORDER BY id) FROM t | 2088 | [ID] is not a valid order by expression
            SELECT LISTAGG(DISTINCT s, ',') WITHIN GROUP (ORDER BY s) FROM t | SELECT LISTAGG(DISTINCT s, ',') WITHIN GROUP (ORDER BY s, id) FROM t | 2088 | [ID] is not a valid order by expression
            SELECT LISTAGG(s, ',') FROM t                  | SELECT LISTAGG(s, s) FROM t               | 1015   | The delimiter of LISTAGG must be a constant
            SELECT LISTAGG(s) OVER (PARTITION BY b) FROM t | SELECT LISTAGG(s) OVER (ORDER BY id) FROM t | 2    | ORDER BY in the window of LISTAGG
            SELECT ANY_VALUE(id) OVER (PARTITION BY b) FROM t | SELECT ANY_VALUE(id) OVER (ORDER BY id) FROM t | 2   | ORDER BY in the window of ANY_VALUE
            SELECT BOOLAND_AGG(b) OVER () FROM t           | SELECT BOOLAND_AGG(b) OVER (ORDER BY id) FROM t | 2 | ORDER BY in the window of BOOLAND_AGG
            SELECT LAG(id) OVER (ORDER BY id) FROM t       | SELECT LAG(id) OVER (ORDER BY id ROWS BETWEEN 1 PRECEDING AND CURRENT ROW) FROM t | 2 | a frame of LAG
            SELECT CUME_DIST() OVER (ORDER BY id) FROM t   | SELECT CUME_DIST() OVER (ORDER BY id ROWS BETWEEN 1 PRECEDING AND CURRENT ROW) FROM t | 2 | a frame of CUME_DIST
            SELECT NTILE(2) OVER (ORDER BY id) FROM t      | SELECT NTILE(id) OVER (ORDER BY id) FROM t | 1015  | The number of buckets must be a constant
            SELECT CONDITIONAL_TRUE_EVENT(b) OVER (ORDER BY id) FROM t | SELECT CONDITIONAL_TRUE_EVENT(LAG(id) OVER (ORDER BY id) > 1) OVER (ORDER BY id) FROM t | 2 | a window function in CONDITIONAL_TRUE_EVENT
            SELECT MEDIAN(id) FROM t                       | SELECT MEDIAN(DISTINCT id) FROM t         | 2      | DISTINCT in MEDIAN
            SELECT CORR(id, id) FROM t                     | SELECT CORR(DISTINCT id, id) FROM t       | 2      | DISTINCT in CORR
            SELECT MODE(v) FROM t                          | SELECT MODE([1])                          | 1044   | Invalid argument types for function 'MODE': (ARRAY)
            SELECT COUNT(DISTINCT id, s) FROM t            | SELECT COUNT(DISTINCT *) FROM t           | 2      | COUNT(DISTINCT *)
            SELECT MAX_BY(s, id, 1000) FROM t              | SELECT MAX_BY(s, id, 1001) FROM t         | 1007   | MAX_BY takes a constant number of values from 1 to 1000
            SELECT BITAND(x'BCBC', x'EEFF')                | SELECT BITAND(x'BCBC', x'ABCDABCD')       | 100544 | The lengths of two variable-sized fields do not match: first length 2, second length 4
            SELECT BITOR(x'BC', x'EEFF', 'LEFT')           | SELECT BITOR(1, 2, 'LEFT')                | 1044   | Invalid argument types for function 'BITOR'
            SELECT BITSHIFTLEFT(1, 126)                    | SELECT BITSHIFTLEFT(1, 127)               | 2      | a shift to a number of more than 38 digits
            SELECT GETBIT(11, 127)                         | SELECT GETBIT(11, 128)                    | 2      | bit 128 of a number
            SELECT MD5_NUMBER_UPPER64('a')                 | SELECT MD5_NUMBER('a')                    | 2      | not supported by snowflake-local: function MD5_NUMBER
            SELECT CURRENT_ROLE()                          | SELECT IS_ROLE_IN_SESSION('PUBLIC')       | 2      | not supported by snowflake-local: function IS_ROLE_IN_SESSION
            SELECT SQRT(4)                                 | SELECT SQRT(-4)                           | 100050 | Invalid floating point operation: sqrt
            """)
    void refusesWhatSnowflakeRefuses(String accepted, String refused, int code, String message) {
        assertThat(db.rows(accepted)).isNotNull();

        var error = catchThrowableOfType(SnowflakeException.class, () -> db.rows(refused));

        assertThat(error).as(refused).isNotNull();
        assertThat(error.code()).as(error.getMessage()).isEqualTo(code);
        assertThat(error).hasMessageContaining(message);
    }
}
