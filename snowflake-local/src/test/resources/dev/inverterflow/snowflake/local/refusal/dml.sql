# setup
do CREATE TABLE t (a NUMBER, b VARCHAR)
do CREATE TABLE s (a NUMBER, b VARCHAR)
do INSERT INTO t VALUES (1, 'x')
do INSERT INTO s VALUES (1, 'y'), (1, 'z'), (2, 'w')

# A MERGE that would change a row twice is refused
no MERGE INTO t USING s ON t.a = s.a WHEN MATCHED THEN UPDATE SET b = s.b
| 100090 42P18 Duplicate row detected during DML action
no MERGE INTO t USING s ON t.a = s.a WHEN MATCHED THEN UPDATE SET b = s.b WHEN NOT MATCHED THEN INSERT (a, b) VALUES (s.a, s.b)
| 100090 42P18 Duplicate row detected during DML action
yes MERGE INTO t USING (SELECT * FROM s QUALIFY ROW_NUMBER() OVER (PARTITION BY a ORDER BY b) = 1) s ON t.a = s.a
  WHEN MATCHED THEN UPDATE SET b = s.b
no MERGE INTO t USING s ON t.a = s.a WHEN MATCHED AND s.b = 'y' THEN DELETE WHEN MATCHED THEN UPDATE SET b = s.b
| 100090 42P18 Duplicate row detected during DML action
yes MERGE INTO t USING s ON t.a = s.a WHEN MATCHED AND s.b = 'y' THEN UPDATE SET b = s.b

# The clauses of a MERGE
no MERGE INTO t USING s ON t.a = s.a
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 33 unexpected '<EOF>'.
no MERGE INTO t USING s WHEN MATCHED THEN DELETE
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 26 unexpected 'MATCHED'.
no MERGE INTO t USING s ON t.a = s.a WHEN MATCHED THEN INSERT (a) VALUES (1)
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 52 unexpected 'INSERT'.
no MERGE INTO t USING s ON t.a = s.a WHEN NOT MATCHED THEN DELETE
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 56 unexpected 'DELETE'.
no MERGE INTO t USING s ON t.a = s.a WHEN NOT MATCHED THEN UPDATE SET b = 'x'
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 56 unexpected 'UPDATE'.
no MERGE INTO t USING s ON t.a = s.a WHEN NOT MATCHED THEN INSERT (a) VALUES (1, 2)
| 002020 21S01 SQL compilation error:\nInsert value list does not match column list expecting 1 but got 2
no MERGE INTO t USING s ON t.a = s.a WHEN NOT MATCHED THEN INSERT (nope) VALUES (1)
| 000904 42000 SQL compilation error: error line 1 at position 64\ninvalid identifier 'NOPE'
no MERGE INTO t USING s ON t.a = s.a WHEN NOT MATCHED THEN INSERT (a) VALUES (t.a)
| 000904 42000 SQL compilation error: error line 1 at position 75\ninvalid identifier 'T.A'
no MERGE INTO t USING s ON t.a = s.a WHEN MATCHED THEN UPDATE SET nope = 1
| 000904 42000 SQL compilation error: error line 1 at position 63\ninvalid identifier 'NOPE'
no MERGE INTO t USING s ON t.nope = s.a WHEN MATCHED THEN DELETE
| 000904 42000 SQL compilation error: error line 1 at position 24\ninvalid identifier 'T.NOPE'
no MERGE INTO t USING nope ON t.a = nope.a WHEN MATCHED THEN DELETE
| 002003 42S02 SQL compilation error:\nObject 'NOPE' does not exist or not authorized.
no MERGE INTO t USING s ON t.a = s.a WHEN NOT MATCHED BY SOURCE THEN DELETE
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 51 unexpected 'BY'.
no MERGE INTO t USING s ON t.a = s.a WHEN MATCHED THEN DELETE RETURNING a
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 59 unexpected 'RETURNING'.
no MERGE t USING s ON t.a = s.a WHEN MATCHED THEN DELETE
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 6 unexpected 't'.
yes MERGE INTO t USING s ON t.a = s.a AND FALSE WHEN MATCHED THEN DELETE WHEN NOT MATCHED AND s.a > 5 THEN INSERT (a) VALUES (s.a)

# INSERT
no INSERT INTO t VALUES
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 20 unexpected '<EOF>'.
no INSERT INTO t (a) VALUES (1), (2, 3)
| 002020 21S01 SQL compilation error:\nInsert value list does not match column list expecting 1 but got 2
no INSERT INTO t VALUES (1, 'x') RETURNING a
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 30 unexpected 'RETURNING'.
no INSERT INTO t VALUES (1, 'x') ON CONFLICT DO NOTHING
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 30 unexpected 'ON'.
no INSERT OR REPLACE INTO t VALUES (1, 'x')
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 7 unexpected 'OR'.
no INSERT INTO t DEFAULT VALUES
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 14 unexpected 'DEFAULT'.
no INSERT INTO t BY NAME SELECT 1 AS a
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 14 unexpected 'BY'.
no INSERT INTO t SET a = 1
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 14 unexpected 'SET'.
no INSERT INTO t (a) VALUES ((SELECT 1, 2))
| 002081 42601 SQL compilation error:\nSubquery must return exactly one column, got 2
no INSERT INTO t SELECT 'x', 'y'
| 100038 22018 Numeric value 'x' is not recognized
no INSERT INTO t (a, b) SELECT TRUE, [1]
| 002023 22000 SQL compilation error:\nExpression type does not match column data type, expecting NUMBER(38,0) but got BOOLEAN for column A
no REPLACE INTO t VALUES (1, 'x')
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 0 unexpected 'REPLACE'.
yes INSERT INTO t VALUES (DEFAULT, 'x')
yes INSERT INTO t SELECT '2', 'y'

# What VALUES of an INSERT may not hold: docs.snowflake.com/en/sql-reference/sql/insert, "Usage notes"
do CREATE TABLE w (a NUMBER, b VARCHAR(3), v VARIANT, n NUMBER NOT NULL)
no INSERT INTO w (a, n) VALUES ((SELECT 1), 1)
| 002014 22000 SQL compilation error:\nInvalid expression [(SELECT 1)] in VALUES clause
no INSERT INTO w (v, n) VALUES (PARSE_JSON('{}'), 1)
| 002014 22000 SQL compilation error:\nInvalid expression [PARSE_JSON('{}')] in VALUES clause
no INSERT INTO w (v, n) VALUES (ARRAY_CONSTRUCT(1, 2, 3), 1)
| 002014 22000 SQL compilation error:\nInvalid expression [ARRAY_CONSTRUCT(1, 2, 3)] in VALUES clause
no INSERT INTO w (a, n) VALUES (ROW_NUMBER() OVER (ORDER BY 1), 1)
| 002014 22000 SQL compilation error:\nInvalid expression [ROW_NUMBER() OVER (ORDER BY 1)] in VALUES clause
no INSERT INTO w (a, n) VALUES (SUM(1), 1)
| 002014 22000 SQL compilation error:\nInvalid expression [SUM(1)] in VALUES clause
yes INSERT INTO w (a, v, n) SELECT 4, PARSE_JSON('{"key1": "value1"}'), 1
yes INSERT INTO w (b, n) VALUES (PARSE_JSON('"x"')::VARCHAR, 1)

# The first value of a column guides the others, and an error names the column: the same page, "Multi-row insert"
no INSERT INTO w (b, n) VALUES (3, 1), ('d', 1)
| 100038 22018 DML operation to table W failed on column B with error: Numeric value 'd' is not recognized
no INSERT INTO w (b, n) VALUES ('abc', 1), ('abcd', 1)
| 100078 22000 DML operation to table W failed on column B with error: String 'abcd' is too long and would be truncated
no INSERT INTO w (a) VALUES (1)
| 100072 22000 DML operation to table W failed on column N with error: NULL result in a non-nullable column
no UPDATE w SET b = 'abcd'
| 100078 22000 DML operation to table W failed on column B with error: String 'abcd' is too long and would be truncated
no UPDATE w SET n = NULL
| 100072 22000 DML operation to table W failed on column N with error: NULL result in a non-nullable column
yes INSERT INTO w (b, n) VALUES (3, 1), (4, 1), (DEFAULT, 1), (NULL, 1)
yes INSERT INTO w (b, n) VALUES ('d', 1), (3, 1)

# INSERT into several tables
no INSERT ALL INTO t VALUES (a) SELECT a FROM s
| 002020 21S01 SQL compilation error:\nInsert value list does not match column list expecting 2 but got 1
no INSERT ALL INTO t (a) VALUES (nope) SELECT a FROM s
| 000904 42000 SQL compilation error: error line 1 at position 30\ninvalid identifier 'NOPE'
no INSERT FIRST INTO t (a) VALUES (a) SELECT a FROM s
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 13 unexpected 'INTO'.
no INSERT ALL WHEN a > 1 THEN INTO nope SELECT a FROM s
| 002003 42S02 SQL compilation error:\nObject 'NOPE' does not exist or not authorized.
no INSERT ALL INTO t (a) VALUES (a)
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 32 unexpected '<EOF>'.
yes INSERT ALL WHEN a > 5 THEN INTO t (a) VALUES (a) ELSE INTO s (a) VALUES (a) SELECT a FROM s

# UPDATE and DELETE
no UPDATE t SET a = 1 ORDER BY a
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 19 unexpected 'ORDER'.
no UPDATE t SET a = 1 LIMIT 1
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 19 unexpected 'LIMIT'.
no UPDATE t SET (a, b) = (1, 'x')
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 13 unexpected '('.
no UPDATE t SET a = 1, a = 2
| 002025 42S21 SQL compilation error:\nduplicate column name 'A'
no UPDATE t SET a = (SELECT a, b FROM s)
| 002081 42601 SQL compilation error:\nSubquery must return exactly one column, got 2
no UPDATE t SET a = 1 RETURNING a
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 19 unexpected 'RETURNING'.
no UPDATE t SET s.a = 1 FROM s
| 000904 42000 SQL compilation error: error line 1 at position 13\ninvalid identifier 'S.A'
no DELETE FROM t LIMIT 1
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 14 unexpected 'LIMIT'.
no DELETE FROM t ORDER BY a
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 14 unexpected 'ORDER'.
no DELETE FROM t RETURNING a
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 24 unexpected 'a'.
no DELETE t FROM s
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 7 unexpected 't'.
no DELETE FROM t USING nope WHERE t.a = nope.a
| 002003 42S02 SQL compilation error:\nObject 'NOPE' does not exist or not authorized.
no TRUNCATE t WHERE a = 1
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 11 unexpected 'WHERE'.
yes UPDATE t SET a = s.a FROM s WHERE t.b = s.b
yes DELETE FROM t USING s WHERE t.a = s.a AND FALSE

# ALTER TABLE
no ALTER TABLE t ADD COLUMN
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 24 unexpected '<EOF>'.
no ALTER TABLE t ADD COLUMN c NOTYPE
| 002040 42601 SQL compilation error:\nUnsupported data type 'NOTYPE'.
no ALTER TABLE t ADD COLUMN c NUMBER NOT NULL
| 002123 42601 SQL compilation error:\nNon-nullable column 'C' cannot be added to non-empty table 'T' unless it has a non-null default value.
no ALTER TABLE t DROP COLUMN nope
| 000904 42000 SQL compilation error: error line 1 at position 26\ninvalid identifier 'NOPE'
no ALTER TABLE t RENAME COLUMN nope TO c
| 000904 42000 SQL compilation error: error line 1 at position 28\ninvalid identifier 'NOPE'
no ALTER TABLE t ALTER COLUMN nope SET DATA TYPE NUMBER
| 000904 42000 SQL compilation error: error line 1 at position 27\ninvalid identifier 'NOPE'
no ALTER TABLE t ALTER COLUMN b SET DATA TYPE NUMBER
| 002108 22000 SQL compilation error:\ncannot change column B from type VARCHAR(16777216) to NUMBER(38,0)
no ALTER TABLE t ALTER COLUMN b TYPE VARCHAR(1) USING b
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 45 unexpected 'USING'.
no ALTER TABLE t SET NOPE = 1
| 001420 22023 SQL compilation error:\ninvalid property 'NOPE' for 'TABLE'
no ALTER TABLE t ADD CONSTRAINT c CHECK (a > 0)
| 000002 0A000 not supported by snowflake-local: CHECK constraints
no ALTER TABLE t ADD CONSTRAINT k UNIQUE (nope)
| 000904 42000 SQL compilation error: error line 1 at position 39\ninvalid identifier 'NOPE'
no ALTER TABLE t DROP CONSTRAINT nope
| 002003 02000 SQL compilation error:\nConstraint 'NOPE' does not exist or not authorized.
no ALTER TABLE t NOPE
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 14 unexpected 'NOPE'.
no ALTER TABLE t ATTACH PARTITION p
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 14 unexpected 'ATTACH'.
no ALTER TABLE t SUSPEND RECLUSTER
| 000002 0A000 not supported by snowflake-local: ALTER TABLE … SUSPEND or RESUME RECLUSTER
no ALTER TABLE t SET CHANGE_TRACKING = MAYBE
| 001008 22023 SQL compilation error:\ninvalid value [MAYBE] for parameter 'CHANGE_TRACKING'
yes ALTER TABLE t ADD COLUMN c NUMBER DEFAULT 5
yes ALTER TABLE t DROP COLUMN c CASCADE
yes ALTER TABLE t SET CHANGE_TRACKING = FALSE
yes ALTER TABLE t ADD CONSTRAINT k UNIQUE (a)
