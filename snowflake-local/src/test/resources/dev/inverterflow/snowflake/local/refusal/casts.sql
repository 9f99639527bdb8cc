# setup
do CREATE TABLE t (id NUMBER(38,0), s VARCHAR, b BOOLEAN, d DATE, ts TIMESTAMP_NTZ, tm TIME, v VARIANT, f FLOAT, bin BINARY)
do INSERT INTO t SELECT 1, 'x', TRUE, '2024-01-01', '2024-01-01 00:00', '12:00', PARSE_JSON('{"a": 1, "n": null}'), 1.5, TO_BINARY('0a')
do CREATE TABLE n (a NUMBER(3,1), s VARCHAR(3), b BINARY(2), r NUMBER NOT NULL DEFAULT 0)

# TRY_CAST takes strings only
no SELECT TRY_CAST(id AS NUMBER) FROM t
| 001065 22023 SQL compilation error:\nFunction TRY_CAST cannot be used with arguments of types NUMBER(38,0) and NUMBER(38,0)
no SELECT TRY_CAST(v AS NUMBER) FROM t
| 001065 22023 SQL compilation error:\nFunction TRY_CAST cannot be used with arguments of types VARIANT and NUMBER(38,0)
no SELECT TRY_CAST(f AS NUMBER) FROM t
| 001065 22023 SQL compilation error:\nFunction TRY_CAST cannot be used with arguments of types FLOAT and NUMBER(38,0)
no SELECT TRY_CAST(d AS TIMESTAMP_NTZ) FROM t
| 001065 22023 SQL compilation error:\nFunction TRY_CAST cannot be used with arguments of types DATE and TIMESTAMP_NTZ(9)
no SELECT TRY_CAST(s AS VARIANT) FROM t
| 001065 22023 SQL compilation error:\nFunction TRY_CAST cannot be used with arguments of types VARCHAR(16777216) and VARIANT
yes SELECT TRY_CAST(s AS NUMBER) FROM t
yes SELECT TRY_CAST(v:a::VARCHAR AS NUMBER) FROM t

# TRY_TO_ functions take strings only
no SELECT TRY_TO_NUMBER(v:a) FROM t
| 001044 42P13 SQL compilation error: error line 1 at position 7\nInvalid argument types for function 'TRY_TO_NUMBER': (VARIANT)
no SELECT TRY_TO_NUMBER(s, 50, 0) FROM t
| 002040 42601 SQL compilation error:\nUnsupported data type 'NUMBER(50, 0)'.
no SELECT TRY_TO_NUMBER(s, 10, 11) FROM t
| 002040 42601 SQL compilation error:\nUnsupported data type 'NUMBER(10, 11)'.
no SELECT TRY_TO_DOUBLE(v:a) FROM t
| 001044 42P13 SQL compilation error: error line 1 at position 7\nInvalid argument types for function 'TRY_TO_DOUBLE': (VARIANT)
no SELECT TRY_TO_DATE(v:a) FROM t
| 001044 42P13 SQL compilation error: error line 1 at position 7\nInvalid argument types for function 'TRY_TO_DATE': (VARIANT)
yes SELECT TRY_TO_NUMBER(s, 10, 2), TRY_TO_DOUBLE(s), TRY_TO_DATE(s) FROM t

# A text that is no number
no SELECT 'x'::NUMBER
| 100038 22018 Numeric value 'x' is not recognized
no SELECT TO_NUMBER('1,5')
| 100038 22018 Numeric value '1,5' is not recognized
no SELECT CAST('' AS NUMBER)
| 100038 22018 Numeric value '' is not recognized
no SELECT 'x'::FLOAT
| 100038 22018 Numeric value 'x' is not recognized
no SELECT s + 1 FROM t
| 100038 22018 Numeric value 'x' is not recognized
no SELECT 1 WHERE 'x' = 1
| 100038 22018 Numeric value 'x' is not recognized
no INSERT INTO n (a) VALUES ('x')
| 100038 22018 DML operation to table N failed on column A with error: Numeric value 'x' is not recognized
yes SELECT '1.5'::NUMBER(3,1)
yes SELECT 1 WHERE '1' = 1

# A number out of range
no SELECT 1000::NUMBER(3,0)
| 100046 22003 Number out of representable range: type FIXED(3,0), value 1000
no SELECT '1000'::NUMBER(3,0)
| 100039 22003 Numeric value '1000' is out of range
no INSERT INTO n (a) VALUES (100)
| 100046 22003 DML operation to table N failed on column A with error: Number out of representable range: type FIXED(3,1), value 100
no SELECT TO_NUMBER('123.4', 3, 1)
| 100039 22003 Numeric value '123.4' is out of range
yes SELECT 999::NUMBER(3,0)
yes INSERT INTO n (a) VALUES (99.9)

# A type has bounds
no SELECT 1::NUMBER(39,0)
| 002040 42601 SQL compilation error:\nUnsupported data type 'NUMBER(39, 0)'.
no SELECT 1::NUMBER(10,11)
| 002040 42601 SQL compilation error:\nUnsupported data type 'NUMBER(10, 11)'.
no SELECT 1::NUMBER(0)
| 002040 42601 SQL compilation error:\nUnsupported data type 'NUMBER(0)'.
no SELECT 'a'::VARCHAR(0)
| 002040 42601 SQL compilation error:\nUnsupported data type 'VARCHAR(0)'.
no SELECT '2024-01-01'::TIMESTAMP_NTZ(10)
| 002040 42601 SQL compilation error:\nUnsupported data type 'TIMESTAMP_NTZ(10)'.
no CREATE TABLE bad (a NUMBER(39,0))
| 002040 42601 SQL compilation error:\nUnsupported data type 'NUMBER(39, 0)'.
no CREATE TABLE bad (a VARCHAR(0))
| 002040 42601 SQL compilation error:\nUnsupported data type 'VARCHAR(0)'.
no CREATE TABLE bad (a NOTYPE)
| 002040 42601 SQL compilation error:\nUnsupported data type 'NOTYPE'.
yes SELECT 1::NUMBER(38,37), 'a'::VARCHAR(1), '2024-01-01'::TIMESTAMP_NTZ(9)

# A text too long for its column
no INSERT INTO n (s) VALUES ('four')
| 100078 22000 DML operation to table N failed on column S with error: String 'four' is too long and would be truncated
no INSERT INTO n (b) SELECT TO_BINARY('0a0b0c')
| 100145 22000 Binary value '0A0B0C' is too long and would be truncated
no SELECT 'four'::VARCHAR(3)
| 100078 22000 String 'four' is too long and would be truncated
no UPDATE n SET s = 'four'
| 100078 22000 DML operation to table N failed on column S with error: String 'four' is too long and would be truncated
yes INSERT INTO n (s) VALUES ('for')
yes INSERT INTO n (b) SELECT TO_BINARY('0a0b')

# A text that is no date or time
no SELECT '2024-02-30'::DATE
| 100040 22007 Date '2024-02-30' is not recognized
no SELECT 'x'::DATE
| 100040 22007 Date 'x' is not recognized
no SELECT '25:00'::TIME
| 100108 22007 Time '25:00' is not recognized
no SELECT 'x'::TIMESTAMP_NTZ
| 100035 22007 Timestamp 'x' is not recognized
no SELECT TO_TIMESTAMP('2024-01-01', 'DD.MM.YYYY')
| 100096 22007 Can't parse '2024-01-01' as timestamp with format 'DD.MM.YYYY'
no SELECT TO_DATE('2024-01-01', 'DD.MM.YYYY')
| 100096 22007 Can't parse '2024-01-01' as date with format 'DD.MM.YYYY'
no SELECT TO_TIME('1200', 'HH24:MI')
| 100096 22007 Can't parse '1200' as time with format 'HH24:MI'
no INSERT INTO t (d) VALUES ('x')
| 100040 22007 DML operation to table T failed on column D with error: Date 'x' is not recognized
yes SELECT '2024-02-29'::DATE, '23:59'::TIME, '2024-02-29 12:00'::TIMESTAMP_NTZ
yes SELECT TO_DATE('01.02.2024', 'DD.MM.YYYY')

# A text that is no boolean and no binary
no SELECT 'maybe'::BOOLEAN
| 100037 22018 Boolean value 'maybe' is not recognized
no SELECT TO_BOOLEAN('2')
| 100037 22018 Boolean value '2' is not recognized
no SELECT TO_BINARY('xyz')
| 100115 22000 The following string is not a legal hex-encoded value.
no SELECT TO_BINARY('0a', 'OCTAL')
| 001008 22023 SQL compilation error:\ninvalid value [OCTAL] for parameter 'format'
yes SELECT 'yes'::BOOLEAN, TO_BINARY('0a')

# Types that do not convert
no SELECT d::NUMBER FROM t
| 001065 22023 SQL compilation error:\nFunction CAST cannot be used with arguments of types DATE and NUMBER(38,0)
no SELECT b::DATE FROM t
| 001065 22023 SQL compilation error:\nFunction CAST cannot be used with arguments of types BOOLEAN and DATE
no SELECT d::BOOLEAN FROM t
| 001065 22023 SQL compilation error:\nFunction CAST cannot be used with arguments of types DATE and BOOLEAN
no SELECT d::TIME FROM t
| 001065 22023 SQL compilation error:\nFunction CAST cannot be used with arguments of types DATE and TIME(9)
no SELECT tm::DATE FROM t
| 001065 22023 SQL compilation error:\nFunction CAST cannot be used with arguments of types TIME(9) and DATE
no SELECT id::DATE FROM t
| 001065 22023 SQL compilation error:\nFunction CAST cannot be used with arguments of types NUMBER(38,0) and DATE
no SELECT id::TIME FROM t
| 001065 22023 SQL compilation error:\nFunction CAST cannot be used with arguments of types NUMBER(38,0) and TIME(9)
no SELECT f::DATE FROM t
| 001065 22023 SQL compilation error:\nFunction CAST cannot be used with arguments of types FLOAT and DATE
no SELECT b::TIMESTAMP_NTZ FROM t
| 001065 22023 SQL compilation error:\nFunction CAST cannot be used with arguments of types BOOLEAN and TIMESTAMP_NTZ(9)
no SELECT b::FLOAT FROM t
| 001065 22023 SQL compilation error:\nFunction CAST cannot be used with arguments of types BOOLEAN and FLOAT
no SELECT id::BINARY FROM t
| 001065 22023 SQL compilation error:\nFunction CAST cannot be used with arguments of types NUMBER(38,0) and BINARY(8388608)
no SELECT bin::NUMBER FROM t
| 001065 22023 SQL compilation error:\nFunction CAST cannot be used with arguments of types BINARY(8388608) and NUMBER(38,0)
yes SELECT d::TIMESTAMP_NTZ, d::VARCHAR, b::NUMBER, id::BOOLEAN, tm::VARCHAR, bin::VARCHAR FROM t

# Variants convert by what they hold
no SELECT v::NUMBER FROM t
| 100071 22000 Failed to cast variant value {"a":1,"n":null} to FIXED
no SELECT v::BOOLEAN FROM t
| 100071 22000 Failed to cast variant value {"a":1,"n":null} to BOOLEAN
no SELECT PARSE_JSON('"x"')::NUMBER
| 100071 22000 Failed to cast variant value "x" to FIXED
no SELECT PARSE_JSON('"x"')::TIMESTAMP_NTZ
| 100071 22000 Failed to cast variant value "x" to TIMESTAMP_NTZ
yes SELECT v:a::NUMBER, v:n::NUMBER, v:none::DATE FROM t

# Arithmetic is for numbers
no SELECT TRUE + 1
| 001044 42P13 SQL compilation error: error line 1 at position 7\nInvalid argument types for function '+': (BOOLEAN, NUMBER(1,0))
no SELECT b * 2 FROM t
| 001044 42P13 SQL compilation error: error line 1 at position 7\nInvalid argument types for function '*': (BOOLEAN, NUMBER(1,0))
no SELECT -b FROM t
| 001044 42P13 SQL compilation error: error line 1 at position 7\nInvalid argument types for function '-': (BOOLEAN)
no SELECT bin + 1 FROM t
| 001044 42P13 SQL compilation error: error line 1 at position 7\nInvalid argument types for function '+': (BINARY(8388608), NUMBER(1,0))
no SELECT d * 2 FROM t
| 001044 42P13 SQL compilation error: error line 1 at position 7\nInvalid argument types for function '*': (DATE, NUMBER(1,0))
no SELECT d + d FROM t
| 001044 42P13 SQL compilation error: error line 1 at position 7\nInvalid argument types for function '+': (DATE, DATE)
no SELECT ts - ts FROM t
| 001044 42P13 SQL compilation error: error line 1 at position 7\nInvalid argument types for function '-': (TIMESTAMP_NTZ(9), TIMESTAMP_NTZ(9))
no SELECT tm - tm FROM t
| 001044 42P13 SQL compilation error: error line 1 at position 7\nInvalid argument types for function '-': (TIME(9), TIME(9))
no SELECT tm + 1 FROM t
| 001044 42P13 SQL compilation error: error line 1 at position 7\nInvalid argument types for function '+': (TIME(9), NUMBER(1,0))
no SELECT ts + ts FROM t
| 001044 42P13 SQL compilation error: error line 1 at position 7\nInvalid argument types for function '+': (TIMESTAMP_NTZ(9), TIMESTAMP_NTZ(9))
no SELECT 1 - d FROM t
| 001044 42P13 SQL compilation error: error line 1 at position 7\nInvalid argument types for function '-': (NUMBER(1,0), DATE)
no SELECT [1] + 1
| 001044 42P13 SQL compilation error: error line 1 at position 7\nInvalid argument types for function '+': (ARRAY, NUMBER(1,0))
yes SELECT 1 + 1, '1' + 1, d + 1, d - 1, d - d FROM t

# An interval is added to a date or a time
no SELECT INTERVAL '1 day'
| 000002 0A000 not supported by snowflake-local: an INTERVAL that is not added to a date or time
no SELECT 1 + INTERVAL '1 day'
| 001044 42P13 SQL compilation error: error line 1 at position 7\nInvalid argument types for function 'DATEADD': (VARCHAR(3), NUMBER(1,0), NUMBER(1,0))
no SELECT d * INTERVAL '1 day' FROM t
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 11 unexpected 'INTERVAL '1 day''.
no SELECT d + INTERVAL '1 fortnight' FROM t
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 11 unexpected 'INTERVAL '1 fortnight''.
no SELECT d + INTERVAL 1 DAY FROM t
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 20 unexpected '1'.
no SELECT 'x' + INTERVAL '1 day'
| 100035 22007 Timestamp 'x' is not recognized
yes SELECT d + INTERVAL '1 day', ts - INTERVAL '2 hours, 3 minutes' FROM t

# Comparisons are of types that convert
no SELECT b = d FROM t
| 001038 22023 SQL compilation error: error line 1 at position 7\nCan not convert parameter of type [DATE] into expected type [BOOLEAN]
no SELECT d = 1 FROM t
| 001038 22023 SQL compilation error: error line 1 at position 7\nCan not convert parameter of type [NUMBER(1,0)] into expected type [DATE]
no SELECT ts > 5 FROM t
| 001038 22023 SQL compilation error: error line 1 at position 7\nCan not convert parameter of type [NUMBER(1,0)] into expected type [TIMESTAMP_NTZ(9)]
no SELECT tm = d FROM t
| 001038 22023 SQL compilation error: error line 1 at position 7\nCan not convert parameter of type [DATE] into expected type [TIME(9)]
no SELECT bin = 1 FROM t
| 001038 22023 SQL compilation error: error line 1 at position 7\nCan not convert parameter of type [NUMBER(1,0)] into expected type [BINARY(8388608)]
no SELECT id = d FROM t
| 001038 22023 SQL compilation error: error line 1 at position 7\nCan not convert parameter of type [DATE] into expected type [NUMBER(38,0)]
no SELECT b > 'maybe' FROM t
| 100037 22018 Boolean value 'maybe' is not recognized
no SELECT id BETWEEN 'a' AND 'b' FROM t
| 100038 22018 Numeric value 'a' is not recognized
no SELECT id IN ('a', 'b') FROM t
| 100038 22018 Numeric value 'a' is not recognized
no SELECT COALESCE(d, 1) FROM t
| 001044 42P13 SQL compilation error: error line 1 at position 7\nInvalid argument types for function 'COALESCE': (DATE, NUMBER(1,0))
no SELECT COALESCE(b, 5.5, d) FROM t
| 001044 42P13 SQL compilation error: error line 1 at position 7\nInvalid argument types for function 'COALESCE': (BOOLEAN, NUMBER(2,1), DATE)
no SELECT NOT 'x'
| 100037 22018 Boolean value 'x' is not recognized
no SELECT 1 FROM t WHERE id
| 002016 22000 SQL compilation error:\nInvalid data type [NUMBER(38,0)] for predicate [id]
no SELECT 1 FROM t WHERE s
| 002016 22000 SQL compilation error:\nInvalid data type [VARCHAR(16777216)] for predicate [s]
yes SELECT id = '1', d = '2024-01-01', b = 'true', ts > d FROM t
yes SELECT 1 FROM t WHERE b

# Division by zero
no SELECT 1 / 0
| 100051 22012 Division by zero
no SELECT 1 % 0
| 100051 22012 Division by zero
no SELECT MOD(1, 0)
| 100051 22012 Division by zero
no SELECT id / (id - 1) FROM t
| 100051 22012 Division by zero
no SELECT 1::FLOAT / 0
| 100051 22012 Division by zero
yes SELECT 1 / 2, DIV0(1, 0)

# NULL in a column that is NOT NULL
no INSERT INTO n (r) VALUES (NULL)
| 100072 22000 DML operation to table N failed on column R with error: NULL result in a non-nullable column
no INSERT INTO n (a, r) SELECT 1, NULL
| 100072 22000 DML operation to table N failed on column R with error: NULL result in a non-nullable column
no UPDATE n SET r = NULL
| 100072 22000 DML operation to table N failed on column R with error: NULL result in a non-nullable column
yes INSERT INTO n (r) VALUES (1)

# Functions take their types and numbers of arguments
no SELECT UPPER()
| 000938 22023 SQL compilation error: error line 1 at position 7\nnot enough arguments for function [UPPER], expected 1, got 0
no SELECT UPPER('a', 'b')
| 000939 22023 SQL compilation error: error line 1 at position 7\ntoo many arguments for function [UPPER] expected 1, got 2
no SELECT ABS('x')
| 100038 22018 Numeric value 'x' is not recognized
no SELECT ABS(d) FROM t
| 001044 42P13 SQL compilation error: error line 1 at position 7\nInvalid argument types for function 'ABS': (DATE)
no SELECT DATEADD(DAY, 'x', d) FROM t
| 100038 22018 Numeric value 'x' is not recognized
no SELECT DATEADD(DAZE, 1, d) FROM t
| 001007 22023 SQL compilation error:\n'DAZE' is not a valid date/time component.
no SELECT DATEDIFF(DAY, 1, 2)
| 001044 42P13 SQL compilation error: error line 1 at position 7\nInvalid argument types for function 'DATEDIFF': (VARCHAR(3), NUMBER(1,0), NUMBER(1,0))
no SELECT DATE_TRUNC('DAZE', d) FROM t
| 001007 22023 SQL compilation error:\n'DAZE' is not a valid date/time component.
no SELECT ARRAY_SIZE('x')
| 001044 42P13 SQL compilation error: error line 1 at position 7\nInvalid argument types for function 'ARRAY_SIZE': (VARCHAR(1))
no SELECT ROUND(TRUE)
| 001044 42P13 SQL compilation error: error line 1 at position 7\nInvalid argument types for function 'ROUND': (BOOLEAN)
no SELECT SUBSTR(1)
| 000938 22023 SQL compilation error: error line 1 at position 7\nnot enough arguments for function [SUBSTR], expected 2, got 1
no SELECT NOPE(1)
| 002140 42601 SQL compilation error:\nUnknown function NOPE
no SELECT db.casts.NOPE(1)
| 002141 42P13 SQL compilation error:\nUnknown user-defined function DB.CASTS.NOPE
no SELECT TYPEOF(1)
| 001044 42P13 SQL compilation error: error line 1 at position 7\nInvalid argument types for function 'TYPEOF': (NUMBER(1,0))
no SELECT SQRT(-1)
| 100050 22023 Invalid floating point operation: sqrt
no SELECT LN(0)
| 100050 22023 Invalid floating point operation: ln
no SELECT PARSE_JSON('{')
| 100069 22P02 Error parsing JSON: incomplete object value, pos 2
no SELECT REGEXP_LIKE('a', '[')
| 100048 2201B Invalid regular expression: '[', Unclosed character class
yes SELECT UPPER('a'), ABS(-1), ABS('-1'), DATEADD(DAY, 1, d), DATEDIFF(DAY, d, d), PARSE_JSON('{}') FROM t

# Types that Snowflake has and the stand-in has not
no SELECT '1'::DECFLOAT
| 000002 0A000 not supported by snowflake-local: the data type DECFLOAT
no CREATE TABLE places (p GEOGRAPHY)
| 000002 0A000 not supported by snowflake-local: the data type GEOGRAPHY
no CREATE TABLE places (p GEOGRAPHIC)
| 002040 42601 SQL compilation error:\nUnsupported data type 'GEOGRAPHIC'.
yes SELECT '1'::NUMBER, '1'::FLOAT
