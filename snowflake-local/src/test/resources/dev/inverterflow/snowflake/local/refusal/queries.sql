# setup
do CREATE TABLE t (a NUMBER, b VARCHAR, c BOOLEAN, v VARIANT)
do CREATE TABLE u (a NUMBER, d VARCHAR)
do INSERT INTO t SELECT 1, 'x', TRUE, PARSE_JSON('[1]')

# A column of two tables is named with its table
no SELECT a FROM t, u
| 002028 42601 SQL compilation error:\nambiguous column name 'A'
no SELECT t.b FROM t JOIN u ON a = 1
| 002028 42601 SQL compilation error:\nambiguous column name 'A'
no SELECT 1 FROM t JOIN u USING (b)
| 000904 42000 SQL compilation error: error line 1 at position 30\ninvalid identifier 'B'
no SELECT x.a FROM t x, u x
| 002012 42601 SQL compilation error:\nduplicate alias 'X'
yes SELECT t.a FROM t, u
yes SELECT a FROM t JOIN u USING (a)

# No aggregates in WHERE, GROUP BY and ON
no SELECT b FROM t WHERE MAX(a) > 0
| 002035 42601 SQL compilation error:\nInvalid aggregate function in where clause [MAX(a) > 0]
no SELECT MAX(a) FROM t GROUP BY MAX(a)
| 000979 42601 SQL compilation error:\n[MAX(a)] is not a valid group by expression
no SELECT 1 FROM t JOIN u ON MAX(t.a) = u.a
| 002035 42601 SQL compilation error:\nInvalid aggregate function in join clause [MAX(t.a) = u.a]
no SELECT MAX(MIN(a)) FROM t
| 001018 42601 SQL compilation error:\nAggregate functions cannot be nested: [MAX(MIN(a))]
no SELECT b FROM t GROUP BY b HAVING a > 0
| 000979 42601 SQL compilation error:\n[A] is not a valid group by expression
no DELETE FROM t WHERE MAX(a) > 0
| 002035 42601 SQL compilation error:\nInvalid aggregate function in where clause [MAX(a) > 0]
no UPDATE t SET a = MAX(a)
| 002035 42601 SQL compilation error:\nInvalid aggregate function in set clause [MAX(a)]
yes SELECT b FROM t GROUP BY b HAVING MAX(a) > 0

# What is selected is grouped or aggregated
no SELECT b, MAX(a) FROM t
| 000979 42601 SQL compilation error:\n[B] is not a valid group by expression
no SELECT a, b, COUNT(*) FROM t GROUP BY a
| 000979 42601 SQL compilation error:\n[B] is not a valid group by expression
no SELECT * FROM t GROUP BY a
| 000979 42601 SQL compilation error:\n[B] is not a valid group by expression
no SELECT b FROM t GROUP BY a
| 000979 42601 SQL compilation error:\n[B] is not a valid group by expression
no SELECT a + 1 FROM t GROUP BY a + 2
| 000979 42601 SQL compilation error:\n[A] is not a valid group by expression
no SELECT MAX(a) FROM t ORDER BY b
| 000979 42601 SQL compilation error:\n[B] is not a valid group by expression
no SELECT b FROM t GROUP BY 5
| 002085 42601 SQL compilation error:\nGroup by position 5 is not in select list
no SELECT b FROM t ORDER BY 5
| 002085 42601 SQL compilation error:\nOrder by position 5 is not in select list
no SELECT b FROM t ORDER BY 0
| 002085 42601 SQL compilation error:\nOrder by position 0 is not in select list
yes SELECT b, MAX(a) FROM t GROUP BY b
yes SELECT b, MAX(a) FROM t GROUP BY 1 ORDER BY 2
yes SELECT b, MAX(a) FROM t GROUP BY ALL

# Windows stand in SELECT, QUALIFY and ORDER BY
no SELECT a FROM t WHERE ROW_NUMBER() OVER (ORDER BY a) = 1
| 002303 42601 SQL compilation error:\nWindow function [ROW_NUMBER() OVER (ORDER BY a) = 1] appears outside of SELECT, QUALIFY, and ORDER BY clauses.
no SELECT a FROM t GROUP BY ROW_NUMBER() OVER (ORDER BY a)
| 002303 42601 SQL compilation error:\nWindow function [ROW_NUMBER() OVER (ORDER BY a)] appears outside of SELECT, QUALIFY, and ORDER BY clauses.
no SELECT b FROM t GROUP BY b HAVING ROW_NUMBER() OVER (ORDER BY b) = 1
| 002303 42601 SQL compilation error:\nWindow function [ROW_NUMBER() OVER (ORDER BY b) = 1] appears outside of SELECT, QUALIFY, and ORDER BY clauses.
no SELECT ROW_NUMBER() FROM t
| 002301 42601 SQL compilation error:\nWindow function type [ROW_NUMBER] requires OVER clause.
no SELECT LAG(a) FROM t
| 002301 42601 SQL compilation error:\nWindow function type [LAG] requires OVER clause.
no SELECT ROW_NUMBER() OVER () FROM t
| 002305 42601 SQL compilation error:\nWindow function type [ROW_NUMBER] requires ORDER BY in window specification
no SELECT RANK() OVER (PARTITION BY a) FROM t
| 002305 42601 SQL compilation error:\nWindow function type [RANK] requires ORDER BY in window specification
no SELECT MAX(ROW_NUMBER() OVER (ORDER BY a)) FROM t
| 002303 42601 SQL compilation error:\nWindow function [MAX(ROW_NUMBER() OVER (ORDER BY a))] appears outside of SELECT, QUALIFY, and ORDER BY clauses.
no SELECT ROW_NUMBER() OVER (ORDER BY ROW_NUMBER() OVER (ORDER BY a)) FROM t
| 002303 42601 SQL compilation error:\nWindow function [ROW_NUMBER() OVER (ORDER BY ROW_NUMBER() OVER (ORDER BY a))] may not be nested inside another window function.
no SELECT a FROM t QUALIFY a = 1
| 002304 42601 SQL compilation error:\nQUALIFY requires at least one window function in the SELECT list or in its predicate.
no SELECT UPPER(b) OVER (ORDER BY a) FROM t
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 7 unexpected 'OVER'.
no SELECT SUM(a) OVER (ORDER BY a ROWS BETWEEN CURRENT ROW AND 1 PRECEDING) FROM t
| 002306 42601 SQL compilation error:\nInvalid window frame for function [SUM].
no SELECT SUM(a) OVER (ORDER BY a ROWS BETWEEN 2 FOLLOWING AND 1 FOLLOWING) FROM t
| 002306 42601 SQL compilation error:\nInvalid window frame for function [SUM].
no SELECT SUM(a) OVER (ORDER BY a RANGE BETWEEN 2 PRECEDING AND 4 PRECEDING) FROM t
| 002306 42601 SQL compilation error:\nInvalid window frame for function [SUM].
yes SELECT SUM(a) OVER (ORDER BY a ROWS BETWEEN 1 FOLLOWING AND 2 FOLLOWING), SUM(a) OVER (ORDER BY a RANGE BETWEEN 4 PRECEDING AND 2 PRECEDING), SUM(a) OVER (ORDER BY a ROWS BETWEEN 1 FOLLOWING AND 1 FOLLOWING) FROM t
no SELECT SUM(a) OVER (ROWS BETWEEN 1 PRECEDING AND CURRENT ROW) FROM t
| 002305 42601 SQL compilation error:\nWindow function type [SUM] requires ORDER BY in window specification
no SELECT SUM(DISTINCT a) OVER (ORDER BY a) FROM t
| 002302 42601 SQL compilation error:\ndistinct cannot be used with a window frame or an order.
yes SELECT ROW_NUMBER() OVER (ORDER BY a), SUM(a) OVER (PARTITION BY b) FROM t QUALIFY RANK() OVER (ORDER BY a) = 1

# Branches of a set operation fit
no SELECT a FROM t UNION SELECT a, b FROM t
| 001789 42601 SQL compilation error:\nInvalid number of result columns for set operator input branches. Expected 1, got 2 in a branch
no SELECT a FROM t UNION ALL SELECT c FROM t
| 001038 22023 SQL compilation error: error line 1 at position 0\nCan not convert parameter of type [BOOLEAN] into expected type [NUMBER(38,0)]
no SELECT a FROM t MINUS SELECT a, b FROM t
| 001789 42601 SQL compilation error:\nInvalid number of result columns for set operator input branches. Expected 1, got 2 in a branch
no SELECT a FROM t INTERSECT ALL SELECT a FROM u
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 26 unexpected 'ALL'.
no SELECT a FROM t ORDER BY a UNION SELECT a FROM u
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 27 unexpected 'UNION'.
yes SELECT a FROM t UNION ALL SELECT a FROM u ORDER BY 1

# A subquery as a value has one column and one row
no SELECT (SELECT a, b FROM t)
| 002081 42601 SQL compilation error:\nSubquery must return exactly one column, got 2
no SELECT a FROM t WHERE a = (SELECT a, b FROM t)
| 002081 42601 SQL compilation error:\nSubquery must return exactly one column, got 2
no SELECT a FROM t WHERE a IN (SELECT a, b FROM t)
| 002081 42601 SQL compilation error:\nSubquery must return exactly one column, got 2
no SELECT (SELECT 1 UNION ALL SELECT 2)
| 100090 21000 Single-row subquery returns more than one row.
no SELECT a FROM t WHERE a = (SELECT 1 UNION ALL SELECT 2)
| 100090 21000 Single-row subquery returns more than one row.
yes SELECT (SELECT MAX(a) FROM t)
yes SELECT a FROM t WHERE (a, b) IN (SELECT a, b FROM t)

# Lists of values are of one length
no SELECT * FROM VALUES (1, 2), (3)
| 002020 21S01 SQL compilation error:\nInsert value list does not match column list expecting 2 but got 1
no SELECT * FROM (VALUES (1)) AS x (a, b)
| 002024 42601 SQL compilation error:\nnumber of column aliases 2 does not match number of columns 1
no SELECT * FROM (VALUES (1), (TRUE))
| 002023 22000 SQL compilation error:\nExpression type does not match column data type, expecting NUMBER(1,0) but got BOOLEAN for column COLUMN1
no INSERT INTO t (a, b) VALUES (1)
| 002020 21S01 SQL compilation error:\nInsert value list does not match column list expecting 2 but got 1
no INSERT INTO t (a) VALUES (1, 2)
| 002020 21S01 SQL compilation error:\nInsert value list does not match column list expecting 1 but got 2
no INSERT INTO t SELECT 1
| 002020 21S01 SQL compilation error:\nInsert value list does not match column list expecting 4 but got 1
no INSERT INTO t (a, a) VALUES (1, 2)
| 002025 42S21 SQL compilation error:\nduplicate column name 'A'
yes SELECT * FROM VALUES (1, 2), (3, 4)
yes INSERT INTO t (a, b) VALUES (1, 'x'), (2, 'y')

# A common table expression has a query and columns that fit
no WITH x AS (SELECT 1) SELECT * FROM y
| 002003 42S02 SQL compilation error:\nObject 'Y' does not exist or not authorized.
no WITH x (p, q) AS (SELECT 1) SELECT * FROM x
| 002024 42601 SQL compilation error:\nnumber of column aliases 2 does not match number of columns 1
no WITH x AS (SELECT 1), x AS (SELECT 2) SELECT * FROM x
| 002012 42601 SQL compilation error:\nduplicate alias 'X'
no WITH x AS SELECT 1 SELECT * FROM x
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 10 unexpected 'SELECT'.
no WITH x AS (SELECT 1)
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 20 unexpected '<EOF>'.
yes WITH x (p) AS (SELECT 1) SELECT p FROM x

# FLATTEN takes a variant and its documented arguments
no SELECT * FROM TABLE(FLATTEN(INPUT => 'x'))
| 001044 42P13 SQL compilation error: error line 1 at position 20\nInvalid argument types for function 'FLATTEN': (VARCHAR(1))
no SELECT * FROM t, LATERAL FLATTEN(INPUT => a)
| 001044 42P13 SQL compilation error: error line 1 at position 25\nInvalid argument types for function 'FLATTEN': (NUMBER(38,0))
no SELECT * FROM t, LATERAL FLATTEN(INPUTS => v)
| 001006 22023 SQL compilation error:\ninvalid parameter 'INPUTS'
no SELECT * FROM t, LATERAL FLATTEN()
| 000938 22023 SQL compilation error: error line 1 at position 25\nnot enough arguments for function [FLATTEN], expected 1, got 0
no SELECT * FROM t, LATERAL FLATTEN(INPUT => v, MODE => 'SOME')
| 001008 22023 SQL compilation error:\ninvalid value [SOME] for parameter 'MODE'
no SELECT * FROM t, FLATTEN(INPUT => v)
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 24 unexpected '('.
no SELECT FLATTEN(v) FROM t
| 002140 42601 SQL compilation error:\nUnknown function FLATTEN
no SELECT * FROM t LEFT JOIN LATERAL FLATTEN(INPUT => v) f ON f.value = t.a
| 000002 0A000 not supported by snowflake-local: LEFT JOIN with a table function ON a condition
no SELECT f.nope FROM t, LATERAL FLATTEN(INPUT => v) f
| 000904 42000 SQL compilation error: error line 1 at position 7\ninvalid identifier 'F.NOPE'
yes SELECT f.value, f.index FROM t, LATERAL FLATTEN(INPUT => v, MODE => 'ARRAY', OUTER => TRUE) f

# LIMIT and OFFSET are numbers
no SELECT a FROM t LIMIT x
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 22 unexpected 'x'.
no SELECT a FROM t LIMIT -1
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 22 unexpected '-'.
no SELECT a FROM t LIMIT 1.5
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 22 unexpected '1.5'.
no SELECT a FROM t LIMIT '1'
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 22 unexpected ''1''.
no SELECT a FROM t OFFSET 1
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 24 unexpected '<EOF>'.
no SELECT TOP a b FROM t
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 13 unexpected 'b'.
yes SELECT a FROM t LIMIT 1 OFFSET 1
yes SELECT TOP 1 a FROM t

# A statement is finished, and one of those that there are
no SELECT
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 6 unexpected '<EOF>'.
no SELECT a FROM
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 13 unexpected '<EOF>'.
no SELECT a FROM t WHERE
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 21 unexpected '<EOF>'.
no SELECT a FROM t GROUP
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 16 unexpected 'GROUP'.
no SELECT a b c FROM t
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 11 unexpected 'c'.
no SELECT (a FROM t
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 10 unexpected 'FROM'.
no SELECT a) FROM t
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 8 unexpected ')'.
no SELECT 'a FROM t
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 7 unexpected '''.
no SELECT "a FROM t
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 7 unexpected '"'.
no SELECT a FROM t t2 t3
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 19 unexpected 't3'.
no SELECT a FROM t;; SELECT 1
| 000008 0A000 Actual statement count 2 did not match the desired statement count 1.
no SELEC 1
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 0 unexpected 'SELEC'.
no FOO BAR
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 0 unexpected 'FOO'.
no ;
| 000900 42601 SQL compilation error:\nEmpty SQL statement.
no INSERT t VALUES (1)
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 7 unexpected 't'.
no UPDATE SET a = 1
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 7 unexpected 'SET'.
no DELETE t
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 7 unexpected 't'.
no CREATE t
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 7 unexpected 't'.
no CREATE TABEL t (a NUMBER)
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 7 unexpected 'TABEL'.
no DROP t
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 5 unexpected 't'.
no ALTER t
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 6 unexpected 't'.
no SHOW
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 4 unexpected '<EOF>'.
no SHOW NOPES
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 5 unexpected 'NOPES'.
no DESCRIBE t
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 9 unexpected 't'.
yes SELECT a FROM t WHERE a = 1

# A time in the past is one that is there
no SELECT * FROM t AT (TIMESTAMP => 'x')
| 000002 0A000 not supported by snowflake-local: AT in FROM
no SELECT * FROM t AT (OFFSET => -60)
| 000002 0A000 not supported by snowflake-local: AT in FROM
no SELECT * FROM t BEFORE (STATEMENT => 'x')
| 000002 0A000 not supported by snowflake-local: BEFORE in FROM
yes SELECT * FROM t

# RESULT_SCAN names a statement
no SELECT * FROM TABLE(RESULT_SCAN('01234567-0000-0000-0000-000000000000'))
| 000709 02000 Statement 01234567-0000-0000-0000-000000000000 not found
no SELECT * FROM TABLE(RESULT_SCAN())
| 000938 22023 SQL compilation error: error line 1 at position 20\nnot enough arguments for function [RESULT_SCAN], expected 1, got 0
no SELECT * FROM TABLE(RESULT_SCAN(NOPE))
| 000904 42000 SQL compilation error: error line 1 at position 32\ninvalid identifier 'NOPE'
do SELECT a FROM t
yes SELECT * FROM TABLE(RESULT_SCAN(LAST_QUERY_ID()))

# PIVOT and UNPIVOT name columns
no SELECT * FROM t PIVOT (SUM(nope) FOR b IN ('x'))
| 000904 42000 SQL compilation error: error line 1 at position 27\ninvalid identifier 'NOPE'
no SELECT * FROM t PIVOT (SUM(a) FOR nope IN ('x'))
| 000904 42000 SQL compilation error: error line 1 at position 34\ninvalid identifier 'NOPE'
no SELECT * FROM t PIVOT (UPPER(a) FOR b IN ('x'))
| 000002 0A000 not supported by snowflake-local: PIVOT with UPPER(a)
no SELECT * FROM t UNPIVOT (x FOR y IN (nope))
| 000904 42000 SQL compilation error: error line 1 at position 37\ninvalid identifier 'NOPE'
yes SELECT * FROM u PIVOT (SUM(a) FOR d IN ('x'))
