# setup
do CREATE TABLE t (id NUMBER(38,0), s VARCHAR, b BOOLEAN, d DATE, v VARIANT, f FLOAT)
do INSERT INTO t SELECT 1, 'a', TRUE, '2024-01-01', PARSE_JSON('{"a": 1}'), 1.5

# DML has no RETURNING
no INSERT INTO t (id) VALUES (2) RETURNING id
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 30 unexpected 'RETURNING'.
no DELETE FROM t WHERE id = 2 RETURNING *
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 27 unexpected 'RETURNING'.
no UPDATE t SET id = 3 WHERE id = 77 RETURNING id
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 34 unexpected 'RETURNING'.
yes UPDATE t SET id = 3 WHERE id = 77

# A query begins with SELECT or WITH
no FROM t
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 0 unexpected 'FROM'.
no FROM t SELECT id
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 0 unexpected 'FROM'.
no VALUES (1, 2)
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 0 unexpected 'VALUES'.
no TABLE t
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 0 unexpected 'TABLE'.
no SUMMARIZE t
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 0 unexpected 'SUMMARIZE'.
no PIVOT t ON s USING SUM(id)
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 0 unexpected 'PIVOT'.
no UNPIVOT t ON id INTO NAME k VALUE w
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 0 unexpected 'UNPIVOT'.
no DESCRIBE SELECT 1
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 9 unexpected 'SELECT'.
yes SELECT * FROM t
yes SELECT * FROM VALUES (1, 2)
yes DESCRIBE TABLE t

# A limit is a number of rows
no SELECT * FROM t LIMIT 50%
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 24 unexpected '%'.
no SELECT * FROM t LIMIT 50 PERCENT
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 25 unexpected 'PERCENT'.
no SELECT * FROM t USING SAMPLE 10
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 16 unexpected 'USING'.
no SELECT * FROM t TABLESAMPLE 10%
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 28 unexpected '10'.
no SELECT id FROM t LIMIT (SELECT 1)
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 23 unexpected '('.
no SELECT id FROM t LIMIT 1 + 1
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 25 unexpected '+'.
yes SELECT * FROM t LIMIT 50
yes SELECT * FROM t SAMPLE (10)

# Semi-structured values are not lists, structs and maps
no SELECT LIST_VALUE(1, 2)
| 002140 42601 SQL compilation error:\nUnknown function LIST_VALUE
no SELECT [1, 2, 3][1:2]
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 19 unexpected '2'.
no SELECT {'a': 1}.a
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 15 unexpected '.'.
no SELECT STRUCT_PACK(a := 1)
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 22 unexpected '='.
no SELECT ROW(1, 2)
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 7 unexpected 'ROW'.
no SELECT MAP {'a': 1}
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 11 unexpected '{'.
no SELECT LIST_TRANSFORM([1, 2], x -> x + 1)
| 000002 0A000 not supported by snowflake-local: a lambda function
no SELECT [x FOR x IN [1, 2]]
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 10 unexpected 'FOR'.
no SELECT UNNEST([1, 2])
| 002140 42601 SQL compilation error:\nUnknown function UNNEST
no SELECT * FROM UNNEST([1, 2])
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 20 unexpected '('.
no SELECT LIST_SUM([1])
| 002140 42601 SQL compilation error:\nUnknown function LIST_SUM
no SELECT ARRAY_LENGTH([1])
| 002140 42601 SQL compilation error:\nUnknown function ARRAY_LENGTH
no SELECT LIST(id) FROM t
| 002140 42601 SQL compilation error:\nUnknown function LIST
yes SELECT [1, 2, 3][1], {'a': 1}:a, ARRAY_SIZE([1])
yes SELECT ARRAY_AGG(id) FROM t

# Types are Snowflake's
no SELECT 1::HUGEINT
| 002040 42601 SQL compilation error:\nUnsupported data type 'HUGEINT'.
no SELECT 1::UBIGINT
| 002040 42601 SQL compilation error:\nUnsupported data type 'UBIGINT'.
no SELECT 1::UINTEGER
| 002040 42601 SQL compilation error:\nUnsupported data type 'UINTEGER'.
no SELECT 1::INT128
| 002040 42601 SQL compilation error:\nUnsupported data type 'INT128'.
no SELECT 1::INT8
| 002040 42601 SQL compilation error:\nUnsupported data type 'INT8'.
no SELECT 1::UTINYINT
| 002040 42601 SQL compilation error:\nUnsupported data type 'UTINYINT'.
no SELECT '1'::BLOB
| 002040 42601 SQL compilation error:\nUnsupported data type 'BLOB'.
no SELECT '1'::UUID
| 002040 42601 SQL compilation error:\nUnsupported data type 'UUID'.
no SELECT '1'::JSON
| 002040 42601 SQL compilation error:\nUnsupported data type 'JSON'.
no SELECT '1'::INTERVAL
| 002040 42601 SQL compilation error:\nUnsupported data type 'INTERVAL'.
no SELECT '1'::BIT
| 002040 42601 SQL compilation error:\nUnsupported data type 'BIT'.
no SELECT '1'::BPCHAR
| 002040 42601 SQL compilation error:\nUnsupported data type 'BPCHAR'.
no SELECT 1::BOOL
| 002040 42601 SQL compilation error:\nUnsupported data type 'BOOL'.
no SELECT 1::LONG
| 002040 42601 SQL compilation error:\nUnsupported data type 'LONG'.
no SELECT 1::SIGNED
| 002040 42601 SQL compilation error:\nUnsupported data type 'SIGNED'.
no SELECT '2024-01-01'::TIMESTAMP_S
| 002040 42601 SQL compilation error:\nUnsupported data type 'TIMESTAMP_S'.
no SELECT '12:00'::TIMETZ
| 002040 42601 SQL compilation error:\nUnsupported data type 'TIMETZ'.
no SELECT [1]::INT[]
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 16 unexpected ']'.
no SELECT 1::STRUCT(a INT)
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 17 unexpected 'a'.
no SELECT 1::ENUM('a')
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 15 unexpected ''a''.
no CREATE TABLE x (a INT[])
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 21 unexpected '['.
no CREATE TABLE x (a STRUCT(b INT))
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 25 unexpected 'b'.
no CREATE TABLE x (a UNION(b INT))
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 18 unexpected 'UNION'.
no CREATE TABLE x (a MONEY)
| 002040 42601 SQL compilation error:\nUnsupported data type 'MONEY'.
no CREATE TABLE x (a SERIAL)
| 002040 42601 SQL compilation error:\nUnsupported data type 'SERIAL'.
yes SELECT 1::BIGINT, 1::BYTEINT, '1'::TEXT, '1'::BINARY(1), TRUE::BOOLEAN, '2024-01-01'::TIMESTAMPTZ WHERE FALSE

# Files are read from stages only
no SELECT * FROM READ_TEXT('/etc/passwd')
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 23 unexpected '('.
no SELECT * FROM READ_CSV('/etc/passwd')
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 22 unexpected '('.
no SELECT * FROM READ_CSV_AUTO('/etc/passwd')
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 27 unexpected '('.
no SELECT * FROM READ_JSON('/etc/passwd')
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 23 unexpected '('.
no SELECT * FROM READ_PARQUET('/etc/passwd')
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 26 unexpected '('.
no SELECT * FROM READ_BLOB('/etc/passwd')
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 23 unexpected '('.
no SELECT * FROM GLOB('*')
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 18 unexpected '('.
no SELECT * FROM '/etc/passwd'
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 14 unexpected ''/etc/passwd''.
no SELECT * FROM "/etc/passwd"
| 002003 42S02 SQL compilation error:\nObject '"/etc/passwd"' does not exist or not authorized.
no SELECT * FROM 'x.csv'
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 14 unexpected ''x.csv''.
no SELECT * FROM TABLE(READ_TEXT('/etc/passwd'))
| 002140 42601 SQL compilation error:\nUnknown function READ_TEXT
no SELECT READ_TEXT('/etc/passwd')
| 002140 42601 SQL compilation error:\nUnknown function READ_TEXT
no SELECT GETENV('HOME')
| 002140 42601 SQL compilation error:\nUnknown function GETENV
no COPY t TO '/tmp/x.csv'
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 5 unexpected 't'.
no COPY t FROM '/tmp/x.csv'
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 5 unexpected 't'.
no COPY INTO t FROM '/etc/passwd'
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 17 unexpected ''/etc/passwd''.
no COPY INTO '/tmp/x.csv' FROM t
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 10 unexpected ''/tmp/x.csv''.
do CREATE STAGE st
yes SELECT $1 FROM @st

# The engine's tables and schemas are not there
no SELECT * FROM duckdb_tables()
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 27 unexpected '('.
no SELECT * FROM TABLE(DUCKDB_TABLES())
| 002140 42601 SQL compilation error:\nUnknown function DUCKDB_TABLES
no SELECT * FROM duckdb_settings
| 002003 42S02 SQL compilation error:\nObject 'DUCKDB_SETTINGS' does not exist or not authorized.
no SELECT * FROM sqlite_master
| 002003 42S02 SQL compilation error:\nObject 'SQLITE_MASTER' does not exist or not authorized.
no SELECT * FROM pg_catalog.pg_tables
| 002003 42S02 SQL compilation error:\nObject 'PG_CATALOG.PG_TABLES' does not exist or not authorized.
no SELECT * FROM main.t
| 002003 42S02 SQL compilation error:\nObject 'MAIN.T' does not exist or not authorized.
no SELECT * FROM system.information_schema.tables
| 002003 42S02 SQL compilation error:\nObject 'SYSTEM.INFORMATION_SCHEMA.TABLES' does not exist or not authorized.
no SELECT rowid FROM t
| 000904 42000 SQL compilation error: error line 1 at position 7\ninvalid identifier 'ROWID'
no SELECT * FROM RANGE(3)
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 19 unexpected '('.
no SELECT * FROM GENERATE_SERIES(1, 3)
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 29 unexpected '('.
no SELECT * FROM TABLE(RANGE(3))
| 002140 42601 SQL compilation error:\nUnknown function RANGE
yes SELECT TABLE_NAME FROM INFORMATION_SCHEMA.TABLES
yes SELECT SEQ4() FROM TABLE(GENERATOR(ROWCOUNT => 3))

# The engine's statements are not there
no PRAGMA version
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 0 unexpected 'PRAGMA'.
no PRAGMA table_info('t')
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 0 unexpected 'PRAGMA'.
no ATTACH 'x.db'
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 0 unexpected 'ATTACH'.
no DETACH x
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 0 unexpected 'DETACH'.
no INSTALL json
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 0 unexpected 'INSTALL'.
no LOAD json
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 0 unexpected 'LOAD'.
no CHECKPOINT
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 0 unexpected 'CHECKPOINT'.
no FORCE CHECKPOINT
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 0 unexpected 'FORCE'.
no VACUUM
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 0 unexpected 'VACUUM'.
no ANALYZE t
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 0 unexpected 'ANALYZE'.
no EXPORT DATABASE '/tmp/x'
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 0 unexpected 'EXPORT'.
no IMPORT DATABASE '/tmp/x'
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 0 unexpected 'IMPORT'.
no RESET threads
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 0 unexpected 'RESET'.
no SET VARIABLE x = 1
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 13 unexpected 'x'.
no SET GLOBAL threads = 1
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 11 unexpected 'threads'.
no SET threads TO 1
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 12 unexpected 'TO'.
no PREPARE p AS SELECT 1
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 0 unexpected 'PREPARE'.
no EXECUTE p
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 8 unexpected 'p'.
no DEALLOCATE p
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 0 unexpected 'DEALLOCATE'.
no CREATE MACRO m(a) AS a + 1
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 7 unexpected 'MACRO'.
no CREATE TYPE mood AS ENUM ('a')
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 7 unexpected 'TYPE'.
no CREATE INDEX i ON t (id)
| 000002 0A000 not supported by snowflake-local: CREATE INDEX
no CREATE TABLE x AS FROM t
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 18 unexpected 'FROM'.
no CREATE TABLE x (a INT CHECK (a > 0))
| 000002 0A000 not supported by snowflake-local: CHECK constraints
no CREATE TABLE x (a INT GENERATED ALWAYS AS (1))
| 000002 0A000 not supported by snowflake-local: virtual columns
no SHOW ALL TABLES
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 5 unexpected 'ALL'.
no SHOW t
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 5 unexpected 't'.
no SHOW DATABASES t
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 15 unexpected 't'.
yes SET x = 1
yes SHOW TABLES

# Functions are Snowflake's
no SELECT STRLEN('a')
| 002140 42601 SQL compilation error:\nUnknown function STRLEN
no SELECT STRING_SPLIT('a,b', ',')
| 002140 42601 SQL compilation error:\nUnknown function STRING_SPLIT
no SELECT REGEXP_MATCHES('a', 'a')
| 002140 42601 SQL compilation error:\nUnknown function REGEXP_MATCHES
no SELECT REGEXP_EXTRACT('a', 'a')
| 002140 42601 SQL compilation error:\nUnknown function REGEXP_EXTRACT
no SELECT STRFTIME(CURRENT_DATE, '%Y')
| 002140 42601 SQL compilation error:\nUnknown function STRFTIME
no SELECT STRPTIME('2024', '%Y')
| 002140 42601 SQL compilation error:\nUnknown function STRPTIME
no SELECT EPOCH(CURRENT_TIMESTAMP)
| 002140 42601 SQL compilation error:\nUnknown function EPOCH
no SELECT EPOCH_MS(1)
| 002140 42601 SQL compilation error:\nUnknown function EPOCH_MS
no SELECT MAKE_DATE(2024, 1, 1)
| 002140 42601 SQL compilation error:\nUnknown function MAKE_DATE
no SELECT DATE_DIFF('day', CURRENT_DATE, CURRENT_DATE)
| 002140 42601 SQL compilation error:\nUnknown function DATE_DIFF
no SELECT DATE_SUB('day', CURRENT_DATE, CURRENT_DATE)
| 002140 42601 SQL compilation error:\nUnknown function DATE_SUB
no SELECT TODAY()
| 002140 42601 SQL compilation error:\nUnknown function TODAY
no SELECT NOW()
| 002140 42601 SQL compilation error:\nUnknown function NOW
no SELECT AGE(CURRENT_DATE)
| 002140 42601 SQL compilation error:\nUnknown function AGE
no SELECT VERSION()
| 002140 42601 SQL compilation error:\nUnknown function VERSION
no SELECT CURRENT_SETTING('threads')
| 002140 42601 SQL compilation error:\nUnknown function CURRENT_SETTING
no SELECT SHA256('a')
| 002140 42601 SQL compilation error:\nUnknown function SHA256
no SELECT GEN_RANDOM_UUID()
| 002140 42601 SQL compilation error:\nUnknown function GEN_RANDOM_UUID
no SELECT UUID()
| 002140 42601 SQL compilation error:\nUnknown function UUID
no SELECT SETSEED(0.5)
| 002140 42601 SQL compilation error:\nUnknown function SETSEED
no SELECT ARG_MAX(id, id) FROM t
| 002140 42601 SQL compilation error:\nUnknown function ARG_MAX
no SELECT STRING_AGG(s, ',') FROM t
| 002140 42601 SQL compilation error:\nUnknown function STRING_AGG
no SELECT GROUP_CONCAT(s) FROM t
| 002140 42601 SQL compilation error:\nUnknown function GROUP_CONCAT
no SELECT FIRST(id) FROM t
| 002140 42601 SQL compilation error:\nUnknown function FIRST
no SELECT BOOL_AND(b) FROM t
| 002140 42601 SQL compilation error:\nUnknown function BOOL_AND
no SELECT QUANTILE(id, 0.5) FROM t
| 002140 42601 SQL compilation error:\nUnknown function QUANTILE
no SELECT COUNT_STAR() FROM t
| 002140 42601 SQL compilation error:\nUnknown function COUNT_STAR
no SELECT COLUMNS('i.*') FROM t
| 002140 42601 SQL compilation error:\nUnknown function COLUMNS
no SELECT ERROR('x')
| 002140 42601 SQL compilation error:\nUnknown function ERROR
no SELECT SLEEP(1)
| 002140 42601 SQL compilation error:\nUnknown function SLEEP
no SELECT sf_fit('a', 1)
| 002140 42601 SQL compilation error:\nUnknown function SF_FIT
no SELECT sf_json_type('a')
| 002140 42601 SQL compilation error:\nUnknown function SF_JSON_TYPE
yes SELECT LENGTH('a'), SPLIT('a,b', ','), REGEXP_SUBSTR('a', 'a'), TO_CHAR(CURRENT_DATE, 'YYYY'), SHA2('a'), UUID_STRING()
yes SELECT MAX_BY(id, id), LISTAGG(s, ','), BOOLAND_AGG(b), PERCENTILE_CONT(0.5) WITHIN GROUP (ORDER BY f) FROM t

# Operators are Snowflake's
no SELECT 2 ** 3
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 9 unexpected '**'.
no SELECT 2 ^ 3
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 9 unexpected '^'.
no SELECT 5 & 3
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 9 unexpected '&'.
no SELECT 5 | 3
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 9 unexpected '|'.
no SELECT ~5
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 7 unexpected '~'.
no SELECT 1 << 2
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 10 unexpected '<'.
no SELECT 5 >> 1
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 10 unexpected '>'.
no SELECT !TRUE
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 7 unexpected '!'.
no SELECT 5!
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 8 unexpected '!'.
no SELECT 'a' ~ 'a'
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 11 unexpected '~'.
no SELECT 'a' ~~ 'a'
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 11 unexpected '~'.
no SELECT 'a' ~* 'a'
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 11 unexpected '~'.
no SELECT 'a' GLOB 'a'
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 16 unexpected ''a''.
no SELECT 'a' SIMILAR TO 'a'
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 19 unexpected 'TO'.
no SELECT 'a' ^@ 'a'
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 11 unexpected '^'.
no SELECT 1 == 1
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 10 unexpected '='.
no SELECT 1 <=> 1
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 11 unexpected '>'.
no SELECT 'a' COLLATE nocase
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 19 unexpected 'nocase'.
no SELECT e'a'
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 8 unexpected ''a''.
no SELECT b'01'
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 8 unexpected ''01''.
no SELECT 1_000
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 7 unexpected '1_000'.
no SELECT 0x1F
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 7 unexpected '0x1F'.
no SELECT `a`
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 7 unexpected '`'.
no SELECT 'a' 'b'
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 11 unexpected ''b''.
no SELECT id FROM t WHERE id BETWEEN SYMMETRIC 2 AND 1
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 44 unexpected '2'.
no SELECT b IS UNKNOWN FROM t
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 12 unexpected 'UNKNOWN'.
no SELECT id = ANY ([1]) FROM t
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 17 unexpected '['.
yes SELECT POWER(2, 3), BITAND(5, 3), 'a' LIKE 'a', 'a' RLIKE 'a', 1 IS NOT DISTINCT FROM 1, NOT TRUE

# Stars are narrowed in Snowflake's way
no SELECT * EXCEPT (id) FROM t
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 17 unexpected 'id'.
no SELECT * LIKE 'i%' FROM t
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 9 unexpected 'LIKE'.
no SELECT * EXCLUDE (nope) FROM t
| 000904 42000 SQL compilation error: error line 1 at position 7\ninvalid identifier 'NOPE'
no SELECT * REPLACE (1 AS nope) FROM t
| 000904 42000 SQL compilation error: error line 1 at position 7\ninvalid identifier 'NOPE'
no SELECT * REPLACE (1) FROM t
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 19 unexpected ')'.
no SELECT * RENAME (nope AS s) FROM t
| 000904 42000 SQL compilation error: error line 1 at position 7\ninvalid identifier 'NOPE'
no SELECT * EXCLUDE () FROM t
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 18 unexpected ')'.
yes SELECT * EXCLUDE (id) FROM t
yes SELECT * REPLACE (1 AS id) FROM t
yes SELECT * RENAME (id AS number) FROM t
yes SELECT * ILIKE 'i%' FROM t

# Clauses are Snowflake's
no SELECT DISTINCT ON (id) id FROM t
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 16 unexpected 'ON'.
no SELECT SUM(id) FILTER (WHERE id > 0) FROM t
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 22 unexpected '('.
no SELECT SUM(id ORDER BY id) FROM t
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 14 unexpected 'ORDER'.
no SELECT ARRAY_AGG(id ORDER BY id) FROM t
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 20 unexpected 'ORDER'.
no SELECT LISTAGG(s, ',' ORDER BY s) FROM t
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 22 unexpected 'ORDER'.
no SELECT id, LAG(id) OVER w FROM t WINDOW w AS (ORDER BY id)
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 24 unexpected 'w'.
no SELECT SUM(id) OVER (ORDER BY id GROUPS BETWEEN 1 PRECEDING AND CURRENT ROW) FROM t
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 33 unexpected 'GROUPS'.
no SELECT SUM(id) OVER (ORDER BY id ROWS BETWEEN 1 PRECEDING AND CURRENT ROW EXCLUDE CURRENT ROW) FROM t
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 74 unexpected 'EXCLUDE'.
no SELECT id FROM t ORDER BY id USING >
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 29 unexpected 'USING'.
no SELECT id FROM t FETCH FIRST ROW WITH TIES
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 29 unexpected 'ROW'.
no SELECT 1 EXCEPT ALL SELECT 1
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 16 unexpected 'ALL'.
no SELECT 1 INTERSECT ALL SELECT 1
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 19 unexpected 'ALL'.
no WITH c AS MATERIALIZED (SELECT 1) SELECT * FROM c
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 10 unexpected 'MATERIALIZED'.
no SELECT * FROM t CROSS JOIN t u USING (id)
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 31 unexpected 'USING'.
no SELECT * FROM t SEMI JOIN t u ON t.id = u.id
| 000904 42000 SQL compilation error: error line 1 at position 33\ninvalid identifier 'T.ID'
no SELECT * FROM t ANTI JOIN t u ON t.id = u.id
| 000904 42000 SQL compilation error: error line 1 at position 33\ninvalid identifier 'T.ID'
no SELECT CAST('1' AS INT DEFAULT 0 ON CONVERSION ERROR)
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 23 unexpected 'DEFAULT'.
no SELECT SUBSTRING('abc' FROM 1 FOR 2)
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 23 unexpected 'FROM'.
no SELECT OVERLAY('abc' PLACING 'x' FROM 1)
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 21 unexpected 'PLACING'.
no SELECT TRIM(BOTH 'a' FROM 'aba')
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 17 unexpected ''a''.
no SELECT id 'x' FROM t
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 10 unexpected ''x''.
no SELECT x: id FROM t
| 000904 42000 SQL compilation error: error line 1 at position 7\ninvalid identifier 'X'
yes SELECT LISTAGG(s, ',') WITHIN GROUP (ORDER BY s), ARRAY_AGG(id) WITHIN GROUP (ORDER BY id) FROM t
yes SELECT s, SUM(id) FROM t GROUP BY ALL
