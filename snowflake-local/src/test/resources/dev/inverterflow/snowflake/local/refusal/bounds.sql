# setup
do CREATE TABLE t (a NUMBER, b VARCHAR, d DATE)
do INSERT INTO t VALUES (1, 'x', '2024-01-01'), (2, 'y', '2024-01-02')

# A function of real numbers is one where it is defined
no SELECT ACOS(2)
| 100050 22023 Invalid floating point operation: acos
no SELECT ASIN(-1.5)
| 100050 22023 Invalid floating point operation: asin
no SELECT ATANH(1)
| 100050 22023 Invalid floating point operation: atanh
no SELECT SQRT(-1)
| 100050 22023 Invalid floating point operation: sqrt
no SELECT LN(0)
| 100050 22023 Invalid floating point operation: ln
no SELECT LOG(-1, 2)
| 100050 22023 Invalid floating point operation: log
no SELECT LOG(1, 2)
| 100050 22023 Invalid floating point operation: log
no SELECT POWER(-8, 0.5)
| 100050 22023 Invalid floating point operation: pow
no SELECT POWER(0, -1)
| 100050 22023 Invalid floating point operation: pow
no SELECT COT(0)
| 100050 22023 Invalid floating point operation: cot
no SELECT WIDTH_BUCKET(1, 5, 2, 3)
| 100050 22023 Invalid floating point operation: width_bucket
no SELECT WIDTH_BUCKET(1, 2, 5, 0)
| 100050 22023 Invalid floating point operation: width_bucket
yes SELECT ACOS(1), ASIN(-1), ATANH(0.5), SQRT(0), LN(1), LOG(10, 2), POWER(-8, 3), COT(1), WIDTH_BUCKET(1, 2, 5, 1)

# A real number that overflows
no SELECT EXP(1000)
| 100050 22023 Invalid floating point operation: exp
no SELECT SINH(1000)
| 100050 22023 Invalid floating point operation: sinh
no SELECT POWER(10, 400)
| 100050 22023 Invalid floating point operation: pow
no SELECT FACTORIAL(34)
| 100046 22003 Number out of representable range: type FIXED(38,0), value 34!
no SELECT FACTORIAL(-1)
| 100046 22003 Number out of representable range: type FIXED(38,0), value -1!
yes SELECT EXP(100), SINH(100), POWER(10, 300), FACTORIAL(33), EXP('inf'::FLOAT), ACOS('NaN'::FLOAT)

# A sum of a date and a number is a date that can be written
no SELECT DATEADD(YEAR, 100000, '2024-01-01'::DATE)
| 000002 0A000 not supported by snowflake-local: dates before the year 1 or after 99999
no SELECT DATEADD(MONTH, 1200000, '2024-01-01'::TIMESTAMP_NTZ)
| 000002 0A000 not supported by snowflake-local: dates before the year 1 or after 99999
no SELECT DATEADD(YEAR, -3000, '2024-01-01'::TIMESTAMP_LTZ)
| 000002 0A000 not supported by snowflake-local: dates before the year 1 or after 99999
no SELECT DATEADD(YEAR, 100000 * a, '2024-01-01'::TIMESTAMP_TZ) FROM t
| 000002 0A000 not supported by snowflake-local: dates before the year 1 or after 99999
no SELECT d + 100000000 * a FROM t
| 000002 0A000 not supported by snowflake-local: dates before the year 1 or after 99999
no SELECT d - 1000000 FROM t
| 000002 0A000 not supported by snowflake-local: dates before the year 1 or after 99999
no SELECT ADD_MONTHS(d, 1200000) FROM t
| 000002 0A000 not supported by snowflake-local: dates before the year 1 or after 99999
no SELECT DATEADD(DAY, -1, '0001-01-01'::DATE)
| 000002 0A000 not supported by snowflake-local: dates before the year 1 or after 99999
no SELECT DATEADD(MONTH, -1, '0001-01-15'::TIMESTAMP_TZ)
| 000002 0A000 not supported by snowflake-local: dates before the year 1 or after 99999
no SELECT ADD_MONTHS('0001-01-15'::DATE, -1)
| 000002 0A000 not supported by snowflake-local: dates before the year 1 or after 99999
no SELECT '0001-01-01'::DATE - 1
| 000002 0A000 not supported by snowflake-local: dates before the year 1 or after 99999
no SELECT DATEADD(YEAR, -1, DATEADD(DAY, -2000, d)) FROM (SELECT '0006-01-01'::TIMESTAMP_NTZ AS d)
| 000002 0A000 not supported by snowflake-local: dates before the year 1 or after 99999
no SELECT DATEADD(HOUR, 99999999999999, '2024-01-01'::TIMESTAMP)
| 100046 22003 Number out of representable range: type FIXED(38,0), value 99999999999999
yes SELECT DATEADD(DAY, -1, '0001-01-02'::DATE), DATEADD(YEAR, -1, DATEADD(DAY, -2000, d)), ADD_MONTHS('0001-02-15'::DATE, -1), DATEADD(YEAR, 5 * a, d), DATEADD(MONTH, a, '2024-01-01'::TIMESTAMP_LTZ), DATEADD(DAY, a, '2024-01-01'::TIMESTAMP_TZ), d + a, d - 1000, ADD_MONTHS(d, 12 * a), DATEADD(MINUTE, 100000 * a, '10:00'::TIME), DATEADD(YEAR, NULL, d), DATEADD(DAY, 1, '9999-12-31'::DATE) FROM t

# Objects are made of pairs
no SELECT OBJECT_CONSTRUCT('a')
| 000938 22023 SQL compilation error: error line 1 at position 7\nnot enough arguments for function [OBJECT_CONSTRUCT], expected 2, got 1
no SELECT OBJECT_CONSTRUCT('a', 1, 'b')
| 000938 22023 SQL compilation error: error line 1 at position 7\nnot enough arguments for function [OBJECT_CONSTRUCT], expected 4, got 3
no SELECT OBJECT_CONSTRUCT(1, 2)
| 001044 42P13 SQL compilation error: error line 1 at position 7\nInvalid argument types for function 'OBJECT_CONSTRUCT': (NUMBER(1,0), NUMBER(1,0))
no SELECT OBJECT_CONSTRUCT(a, b) FROM t
| 001044 42P13 SQL compilation error: error line 1 at position 7\nInvalid argument types for function 'OBJECT_CONSTRUCT': (NUMBER(38,0), VARCHAR(16777216))
no SELECT OBJECT_CONSTRUCT_KEEP_NULL('a')
| 000938 22023 SQL compilation error: error line 1 at position 7\nnot enough arguments for function [OBJECT_CONSTRUCT_KEEP_NULL], expected 2, got 1
no SELECT OBJECT_CONSTRUCT_KEEP_NULL(TRUE, 1)
| 001044 42P13 SQL compilation error: error line 1 at position 7\nInvalid argument types for function 'OBJECT_CONSTRUCT_KEEP_NULL': (BOOLEAN, NUMBER(1,0))
yes SELECT OBJECT_CONSTRUCT('a', 1, 'b', 2), OBJECT_CONSTRUCT(b, a), OBJECT_CONSTRUCT(NULL, 1), OBJECT_CONSTRUCT() FROM t

# NTH_VALUE takes a place from 1 to 1,000
no SELECT NTH_VALUE(a, 0) OVER (ORDER BY a) FROM t
| 001007 22023 SQL compilation error:\nInvalid argument: NTH_VALUE takes the place of a row from 1 to 1000.
no SELECT NTH_VALUE(a, -1) OVER (ORDER BY a) FROM t
| 001007 22023 SQL compilation error:\nInvalid argument: NTH_VALUE takes the place of a row from 1 to 1000.
no SELECT NTH_VALUE(a, 4294967297) OVER (ORDER BY a) FROM t
| 001007 22023 SQL compilation error:\nInvalid argument: NTH_VALUE takes the place of a row from 1 to 1000.
no SELECT NTH_VALUE(a, 1001) OVER (ORDER BY a) FROM t
| 001007 22023 SQL compilation error:\nInvalid argument: NTH_VALUE takes the place of a row from 1 to 1000.
yes SELECT NTH_VALUE(a, 1) OVER (ORDER BY a), NTH_VALUE(a, 1000) OVER (ORDER BY a) FROM t

# RANGE counts along one number
no SELECT SUM(a) OVER (ORDER BY b RANGE BETWEEN 1 PRECEDING AND CURRENT ROW) FROM t
| 002306 42601 SQL compilation error:\nInvalid window frame for function [SUM].
no SELECT SUM(a) OVER (ORDER BY d RANGE BETWEEN 1 PRECEDING AND CURRENT ROW) FROM t
| 002306 42601 SQL compilation error:\nInvalid window frame for function [SUM].
no SELECT SUM(a) OVER (ORDER BY a, b RANGE BETWEEN 1 PRECEDING AND CURRENT ROW) FROM t
| 002306 42601 SQL compilation error:\nInvalid window frame for function [SUM].
no SELECT SUM(a) OVER (ORDER BY a RANGE BETWEEN -1 PRECEDING AND CURRENT ROW) FROM t
| 001007 22023 SQL compilation error:\nInvalid argument: A frame's offset is negative.
no SELECT SUM(a) OVER (ORDER BY a ROWS BETWEEN 1 PRECEDING AND -1 FOLLOWING) FROM t
| 001007 22023 SQL compilation error:\nInvalid argument: A frame's offset is negative.
yes SELECT SUM(a) OVER (ORDER BY a RANGE BETWEEN 1 PRECEDING AND CURRENT ROW) FROM t
yes SELECT SUM(a) OVER (ORDER BY b RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) FROM t
yes SELECT SUM(a) OVER (ORDER BY b ROWS BETWEEN 1 PRECEDING AND CURRENT ROW) FROM t

# A sample is of 0 to 100 percent or of 0 to 1,000,000 rows
no SELECT * FROM t SAMPLE (-1)
| 001007 22023 SQL compilation error:\nInvalid argument: A sample is of 0 to 100 percent.
no SELECT * FROM t SAMPLE (100.5)
| 001007 22023 SQL compilation error:\nInvalid argument: A sample is of 0 to 100 percent.
no SELECT * FROM t SAMPLE (-1 ROWS)
| 001007 22023 SQL compilation error:\nInvalid argument: A sample is of 0 to 1000000 rows.
no SELECT * FROM t SAMPLE (1000001 ROWS)
| 001007 22023 SQL compilation error:\nInvalid argument: A sample is of 0 to 1000000 rows.
no SELECT * FROM t SAMPLE (10) SEED (-1)
| 001007 22023 SQL compilation error:\nInvalid argument: A seed is a number from 0 to 2147483647.
no SELECT * FROM t SAMPLE (10) SEED (2147483648)
| 001007 22023 SQL compilation error:\nInvalid argument: A seed is a number from 0 to 2147483647.
no SELECT * FROM t SAMPLE ('x')
| 001015 22023 SQL compilation error:\nThe argument of SAMPLE must be a constant.
yes SELECT * FROM t SAMPLE (100)
yes SELECT * FROM t SAMPLE (0.5) SEED (2147483647)
yes SELECT * FROM t SAMPLE (1000000 ROWS)

# A star is of columns
no SELECT * FROM TABLE(GENERATOR(ROWCOUNT => 3))
| 001080 42601 SQL compilation error: error line 1 at position 7\nSELECT with no columns
no SELECT * EXCLUDE (a, b, d) FROM t
| 001080 42601 SQL compilation error: error line 1 at position 7\nSELECT with no columns
yes SELECT SEQ4() FROM TABLE(GENERATOR(ROWCOUNT => 3))
yes SELECT * EXCLUDE (a, b) FROM t

# A table that is joined with itself needs another name
no SELECT * FROM t JOIN t ON TRUE
| 002012 42601 SQL compilation error:\nduplicate alias 'T'
no SELECT 1 FROM t, t
| 002012 42601 SQL compilation error:\nduplicate alias 'T'
no SELECT 1 FROM bounds.t JOIN t ON TRUE
| 002012 42601 SQL compilation error:\nduplicate alias 'T'
no SELECT 1 FROM t x JOIN t x ON TRUE
| 002012 42601 SQL compilation error:\nduplicate alias 'X'
yes SELECT 1 FROM t JOIN t x ON t.a = x.a
yes SELECT 1 FROM t WHERE a IN (SELECT a FROM t)

# A moment has bounds
no SELECT DATEADD(day, 99999999999, '2024-01-01'::DATE)
| 100046 22003 Number out of representable range: type FIXED(38,0), value 99999999999
no SELECT DATEADD(month, 999999999999, '2024-01-01'::TIMESTAMP_NTZ)
| 100046 22003 Number out of representable range: type FIXED(38,0), value 999999999999
no SELECT DATEADD(second, 99999999999999, '2024-01-01'::TIMESTAMP_NTZ)
| 100046 22003 Number out of representable range: type FIXED(38,0), value 99999999999999
no SELECT DATEADD(year, 1000000, '2024-01-01'::DATE)
| 001007 22023 SQL compilation error:\nInvalid argument: Date or timestamp is out of range.
no SELECT DATEADD(year, 1000000, CURRENT_TIMESTAMP())
| 001007 22023 SQL compilation error:\nInvalid argument: Date or timestamp is out of range.
yes SELECT DATEADD(year, 1000, '2024-01-01'::DATE), DATEADD(day, -365, '2024-01-01'::TIMESTAMP_NTZ)

# GENERATOR takes a number of rows
no SELECT 1 FROM TABLE(GENERATOR())
| 000002 0A000 not supported by snowflake-local: GENERATOR without ROWCOUNT
no SELECT 1 FROM TABLE(GENERATOR(ROWCOUNT => 'x'))
| 001008 22023 SQL compilation error:\ninvalid value [x] for parameter 'ROWCOUNT'
no SELECT 1 FROM TABLE(GENERATOR(NOPE => 1))
| 000002 0A000 not supported by snowflake-local: GENERATOR with NOPE
yes SELECT 1 FROM TABLE(GENERATOR(ROWCOUNT => 0))

# A type is told of what is known: of constants, columns and numbers
no SELECT SYSTEM$TYPEOF()
| 000938 22023 SQL compilation error: error line 1 at position 7\nnot enough arguments for function [SYSTEM$TYPEOF], expected 1, got 0
no SELECT SYSTEM$TYPEOF(UPPER('abc'))
| 000002 0A000 not supported by snowflake-local: SYSTEM$TYPEOF of a computed text
no SELECT SYSTEM$TYPEOF(CURRENT_DATE())
| 000002 0A000 not supported by snowflake-local: SYSTEM$TYPEOF of type DATE
yes SELECT SYSTEM$TYPEOF(a), SYSTEM$TYPEOF(b), SYSTEM$TYPEOF(1e5) FROM t

# A number of seconds is one that the calendar reaches
no SELECT TO_TIMESTAMP(1e30)
| 100035 22007 Timestamp '1000000000000000000000000000000' is not recognized
no SELECT TO_TIMESTAMP('1000000000000000000000000000000')
| 100035 22007 Timestamp '1000000000000000000000000000000' is not recognized
no SELECT TO_TIMESTAMP(1e30, 3)
| 100035 22007 Timestamp '1000000000000000000000000000000' is not recognized
yes SELECT TO_TIMESTAMP(1e10), TO_TIMESTAMP('1e3'::FLOAT::NUMBER, 3), TRY_TO_TIMESTAMP('1000000000000000000000000000000')
