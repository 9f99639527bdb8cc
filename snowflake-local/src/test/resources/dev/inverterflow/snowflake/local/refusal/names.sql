# setup
do CREATE TABLE t (a NUMBER, b VARCHAR)
do CREATE TABLE u (a NUMBER, c VARCHAR)
do CREATE VIEW v AS SELECT a FROM t
do CREATE SEQUENCE q

# An unknown column is named with its place
no SELECT nope FROM t
| 000904 42000 SQL compilation error: error line 1 at position 7\ninvalid identifier 'NOPE'
no SELECT t.nope FROM t
| 000904 42000 SQL compilation error: error line 1 at position 7\ninvalid identifier 'T.NOPE'
no SELECT x.a FROM t
| 000904 42000 SQL compilation error: error line 1 at position 7\ninvalid identifier 'X.A'
no SELECT a FROM t WHERE nope = 1
| 000904 42000 SQL compilation error: error line 1 at position 22\ninvalid identifier 'NOPE'
no SELECT a FROM t ORDER BY nope
| 000904 42000 SQL compilation error: error line 1 at position 25\ninvalid identifier 'NOPE'
no SELECT a FROM t GROUP BY nope
| 000904 42000 SQL compilation error: error line 1 at position 25\ninvalid identifier 'NOPE'
no SELECT "a" FROM t
| 000904 42000 SQL compilation error: error line 1 at position 7\ninvalid identifier '"a"'
no UPDATE t SET nope = 1
| 000904 42000 SQL compilation error: error line 1 at position 13\ninvalid identifier 'NOPE'
no UPDATE t SET a = nope
| 000904 42000 SQL compilation error: error line 1 at position 17\ninvalid identifier 'NOPE'
no DELETE FROM t WHERE nope = 1
| 000904 42000 SQL compilation error: error line 1 at position 20\ninvalid identifier 'NOPE'
no INSERT INTO t (nope) VALUES (1)
| 000904 42000 SQL compilation error: error line 1 at position 15\ninvalid identifier 'NOPE'
no INSERT INTO t (a) SELECT nope FROM t
| 000904 42000 SQL compilation error: error line 1 at position 25\ninvalid identifier 'NOPE'
yes SELECT a, t.a, "A" FROM t WHERE a = 1 ORDER BY a

# An unknown object is named
no SELECT * FROM nope
| 002003 42S02 SQL compilation error:\nObject 'NOPE' does not exist or not authorized.
no SELECT * FROM db.names.nope
| 002003 42S02 SQL compilation error:\nObject 'DB.NAMES.NOPE' does not exist or not authorized.
no SELECT * FROM nope.names.t
| 002003 42S02 SQL compilation error:\nObject 'NOPE.NAMES.T' does not exist or not authorized.
no SELECT * FROM db.nope.t
| 002003 42S02 SQL compilation error:\nObject 'DB.NOPE.T' does not exist or not authorized.
no SELECT * FROM "t"
| 002003 42S02 SQL compilation error:\nObject '"t"' does not exist or not authorized.
no INSERT INTO nope VALUES (1)
| 002003 42S02 SQL compilation error:\nObject 'NOPE' does not exist or not authorized.
no UPDATE nope SET a = 1
| 002003 42S02 SQL compilation error:\nObject 'NOPE' does not exist or not authorized.
no DELETE FROM nope
| 002003 42S02 SQL compilation error:\nObject 'NOPE' does not exist or not authorized.
no TRUNCATE TABLE nope
| 002003 42S02 SQL compilation error:\nObject 'NOPE' does not exist or not authorized.
no MERGE INTO nope USING t ON nope.a = t.a WHEN MATCHED THEN DELETE
| 002003 42S02 SQL compilation error:\nObject 'NOPE' does not exist or not authorized.
no CREATE VIEW w AS SELECT * FROM nope
| 002003 42S02 SQL compilation error:\nObject 'NOPE' does not exist or not authorized.
no CREATE TABLE w AS SELECT * FROM nope
| 002003 42S02 SQL compilation error:\nObject 'NOPE' does not exist or not authorized.
no CREATE TABLE w LIKE nope
| 002003 42S02 SQL compilation error:\nTable 'DB.NAMES.NOPE' does not exist or not authorized.
no CREATE TABLE nope.w (a NUMBER)
| 002003 02000 SQL compilation error:\nSchema 'DB.NOPE' does not exist or not authorized.
no SELECT nope.NEXTVAL
| 000904 42000 SQL compilation error: error line 1 at position 7\ninvalid identifier 'NOPE.NEXTVAL'
no SELECT * FROM IDENTIFIER('nope')
| 002003 42S02 SQL compilation error:\nObject 'NOPE' does not exist or not authorized.
no DESCRIBE TABLE nope
| 002003 42S02 SQL compilation error:\nTable 'DB.NAMES.NOPE' does not exist or not authorized.
no DESCRIBE VIEW nope
| 002003 42S02 SQL compilation error:\nView 'DB.NAMES.NOPE' does not exist or not authorized.
yes SELECT * FROM db.names.t
yes SELECT * FROM IDENTIFIER('t')
yes SELECT q.NEXTVAL

# A missing thing is not dropped
no DROP TABLE nope
| 002003 42S02 SQL compilation error:\nTable 'DB.NAMES.NOPE' does not exist or not authorized.
no DROP VIEW nope
| 002003 42S02 SQL compilation error:\nView 'DB.NAMES.NOPE' does not exist or not authorized.
no DROP SCHEMA nope
| 002043 02000 SQL compilation error:\nObject does not exist, or operation cannot be performed.
no DROP DATABASE nope
| 002043 02000 SQL compilation error:\nObject does not exist, or operation cannot be performed.
no DROP SEQUENCE nope
| 002003 02000 SQL compilation error:\nSequence 'DB.NAMES.NOPE' does not exist or not authorized.
no DROP STAGE nope
| 002003 02000 SQL compilation error:\nStage 'DB.NAMES.NOPE' does not exist or not authorized.
no DROP FILE FORMAT nope
| 002003 02000 SQL compilation error:\nFile format 'DB.NAMES.NOPE' does not exist or not authorized.
no DROP INTEGRATION nope
| 002003 02000 SQL compilation error:\nIntegration 'NOPE' does not exist or not authorized.
no DROP RESOURCE MONITOR nope
| 002003 02000 SQL compilation error:\nResource monitor 'NOPE' does not exist or not authorized.
no DROP FUNCTION nope()
| 002003 02000 SQL compilation error:\nFunction 'NOPE()' does not exist or not authorized.
no DROP TABLE v
| 002203 02000 SQL compilation error:\nObject found is of type 'VIEW', not specified type 'TABLE'.
no DROP VIEW t
| 002203 02000 SQL compilation error:\nObject found is of type 'TABLE', not specified type 'VIEW'.
no DROP TABLE a.b.c.d
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 16 unexpected '.'.
yes DROP TABLE IF EXISTS nope
yes DROP VIEW IF EXISTS nope
yes DROP SCHEMA IF EXISTS nope
yes DROP DATABASE IF EXISTS nope

# A missing thing is not altered
no ALTER TABLE nope ADD COLUMN x NUMBER
| 002003 42S02 SQL compilation error:\nTable 'DB.NAMES.NOPE' does not exist or not authorized.
no ALTER VIEW nope SET COMMENT = 'c'
| 002003 42S02 SQL compilation error:\nView 'DB.NAMES.NOPE' does not exist or not authorized.
no ALTER SCHEMA nope SET COMMENT = 'c'
| 002043 02000 SQL compilation error:\nObject does not exist, or operation cannot be performed.
no ALTER DATABASE nope SET COMMENT = 'c'
| 002043 02000 SQL compilation error:\nObject does not exist, or operation cannot be performed.
no ALTER SEQUENCE nope SET COMMENT = 'c'
| 002003 02000 SQL compilation error:\nSequence 'DB.NAMES.NOPE' does not exist or not authorized.
no ALTER STAGE nope SET COMMENT = 'c'
| 002003 02000 SQL compilation error:\nStage 'DB.NAMES.NOPE' does not exist or not authorized.
no ALTER FILE FORMAT nope SET COMMENT = 'c'
| 002003 02000 SQL compilation error:\nFile format 'DB.NAMES.NOPE' does not exist or not authorized.
no COMMENT ON TABLE nope IS 'c'
| 002003 42S02 SQL compilation error:\nTable 'DB.NAMES.NOPE' does not exist or not authorized.
no TRUNCATE TABLE v
| 002003 42S02 SQL compilation error:\nObject 'V' is not a table: its rows cannot be changed.
no ALTER TABLE v ADD COLUMN x NUMBER
| 002003 42S02 SQL compilation error:\nTable 'DB.NAMES.V' does not exist or not authorized.
yes ALTER TABLE IF EXISTS nope ADD COLUMN x NUMBER
yes TRUNCATE TABLE IF EXISTS nope
yes COMMENT ON TABLE t IS 'c'

# A name that is taken
no CREATE TABLE t (a NUMBER)
| 002002 42710 SQL compilation error:\nObject 'DB.NAMES.T' already exists.
no CREATE TABLE v (a NUMBER)
| 002002 42710 SQL compilation error:\nObject 'DB.NAMES.V' already exists.
no CREATE VIEW t AS SELECT 1 AS a
| 002002 42710 SQL compilation error:\nObject 'DB.NAMES.T' already exists.
no CREATE VIEW v AS SELECT 1 AS a
| 002002 42710 SQL compilation error:\nObject 'DB.NAMES.V' already exists.
no CREATE SCHEMA names
| 002002 42710 SQL compilation error:\nObject 'DB.NAMES' already exists.
no CREATE DATABASE db
| 002002 42710 SQL compilation error:\nObject 'DB' already exists.
no CREATE SEQUENCE q
| 002002 42710 SQL compilation error:\nObject 'DB.NAMES.Q' already exists.
no ALTER TABLE u RENAME TO t
| 002002 42710 SQL compilation error:\nObject 'DB.NAMES.T' already exists.
no ALTER TABLE t ADD COLUMN b VARCHAR
| 001430 42601 SQL compilation error:\ncolumn 'B' already exists
no ALTER TABLE t RENAME COLUMN a TO b
| 001430 42601 SQL compilation error:\ncolumn 'B' already exists
yes CREATE TABLE IF NOT EXISTS t (a NUMBER)
yes CREATE OR REPLACE VIEW v AS SELECT a FROM t

# OR REPLACE and IF NOT EXISTS exclude each other
no CREATE OR REPLACE TABLE IF NOT EXISTS t (a NUMBER)
| 001000 42601 SQL compilation error:\noptions IF NOT EXISTS and OR REPLACE are incompatible.
no CREATE OR REPLACE VIEW IF NOT EXISTS v AS SELECT 1 AS a
| 001000 42601 SQL compilation error:\noptions IF NOT EXISTS and OR REPLACE are incompatible.
no CREATE OR REPLACE SCHEMA IF NOT EXISTS names
| 001000 42601 SQL compilation error:\noptions IF NOT EXISTS and OR REPLACE are incompatible.
no CREATE OR REPLACE STAGE IF NOT EXISTS st
| 001000 42601 SQL compilation error:\noptions IF NOT EXISTS and OR REPLACE are incompatible.
no CREATE OR REPLACE SEQUENCE IF NOT EXISTS q
| 001000 42601 SQL compilation error:\noptions IF NOT EXISTS and OR REPLACE are incompatible.
no CREATE OR REPLACE FILE FORMAT IF NOT EXISTS ff TYPE = JSON
| 001000 42601 SQL compilation error:\noptions IF NOT EXISTS and OR REPLACE are incompatible.
no CREATE OR REPLACE ROLE IF NOT EXISTS rr
| 001000 42601 SQL compilation error:\noptions IF NOT EXISTS and OR REPLACE are incompatible.
yes CREATE STAGE IF NOT EXISTS st
yes CREATE OR REPLACE SEQUENCE q

# Columns of a table are told apart and typed
no CREATE TABLE w (a NUMBER, a VARCHAR)
| 002025 42S21 SQL compilation error:\nduplicate column name 'A'
no CREATE TABLE w (a)
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 18 unexpected '<EOF>'.
no CREATE TABLE w ()
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 16 unexpected ')'.
no CREATE TABLE w
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 14 unexpected '<EOF>'.
no CREATE TABLE w (a NUMBER,)
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 25 unexpected ')'.
no CREATE TABLE w AS SELECT 1 AS a, 2 AS a
| 002025 42S21 SQL compilation error:\nduplicate column name 'A'
no CREATE TABLE w (x, y) AS SELECT 1 AS a
| 002026 42601 SQL compilation error:\nInvalid column definition list
no CREATE TABLE w AS SELECT t.a, u.a FROM t, u
| 002025 42S21 SQL compilation error:\nduplicate column name 'A'
no CREATE VIEW w AS SELECT 1 AS a, 2 AS a
| 002025 42S21 SQL compilation error:\nduplicate column name 'A'
no CREATE VIEW w (x, y) AS SELECT 1 AS a
| 002026 42601 SQL compilation error:\nInvalid column definition list
no CREATE TABLE w (a NUMBER PRIMARY KEY, b NUMBER PRIMARY KEY)
| 002200 42601 SQL compilation error:\nprimary key already exists for table 'W'
no CREATE TABLE w (a NUMBER, PRIMARY KEY (nope))
| 000904 42000 SQL compilation error: error line 1 at position 39\ninvalid identifier 'NOPE'
yes CREATE TABLE w (a NUMBER AUTOINCREMENT, b VARCHAR DEFAULT 'x', PRIMARY KEY (a))

# Reserved words are no names
no CREATE TABLE select (a NUMBER)
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 13 unexpected 'select'.
no CREATE TABLE table (a NUMBER)
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 13 unexpected 'table'.
no CREATE TABLE w2 (from NUMBER)
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 17 unexpected 'from'.
no CREATE TABLE w2 (order NUMBER)
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 17 unexpected 'order'.
no CREATE TABLE w2 (current_date DATE)
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 17 unexpected 'current_date'.
no SELECT 1 AS from
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 12 unexpected 'from'.
no SELECT 1 AS where
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 12 unexpected 'where'.
no SELECT a FROM t AS join
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 19 unexpected 'join'.
yes CREATE TABLE w2 ("FROM" NUMBER, "select" NUMBER)
yes SELECT 1 AS "FROM"

# A name without database or schema needs a current one
do CREATE DATABASE IF NOT EXISTS names_gone
do USE DATABASE names_gone
do DROP DATABASE names_gone
no SELECT * FROM t
| 090105 22000 Cannot perform SELECT. This session does not have a current database. Call 'USE DATABASE', or use a qualified name.
no CREATE TABLE x (a NUMBER)
| 090105 22000 Cannot perform CREATE TABLE. This session does not have a current database. Call 'USE DATABASE', or use a qualified name.
no CREATE VIEW x AS SELECT 1 AS a
| 090105 22000 Cannot perform CREATE VIEW. This session does not have a current database. Call 'USE DATABASE', or use a qualified name.
no INSERT INTO t VALUES (1)
| 090105 22000 Cannot perform INSERT. This session does not have a current database. Call 'USE DATABASE', or use a qualified name.
no LIST @st
| 090105 22000 Cannot perform LIST. This session does not have a current database. Call 'USE DATABASE', or use a qualified name.
yes SELECT * FROM db.names.t
do USE SCHEMA db.names
yes SELECT * FROM t

# USE names what is there
no USE DATABASE nope
| 002043 02000 SQL compilation error:\nObject does not exist, or operation cannot be performed.
no USE SCHEMA nope
| 002043 02000 SQL compilation error:\nObject does not exist, or operation cannot be performed.
no USE SCHEMA nope.names
| 002043 02000 SQL compilation error:\nObject does not exist, or operation cannot be performed.
no USE nope
| 002043 02000 SQL compilation error:\nObject does not exist, or operation cannot be performed.
no USE ROLE nope
| 002043 02000 SQL compilation error:\nObject does not exist, or operation cannot be performed.
no USE WAREHOUSE nope
| 002043 02000 SQL compilation error:\nObject does not exist, or operation cannot be performed.
yes USE SCHEMA db.names
yes USE DATABASE db
do USE SCHEMA db.names

# UNIQUE and PRIMARY KEY are not enforced, NOT NULL is
do CREATE TABLE keyed (a NUMBER NOT NULL PRIMARY KEY, b NUMBER UNIQUE)
yes INSERT INTO keyed VALUES (1, 1), (1, 1)
no INSERT INTO keyed VALUES (NULL, 1)
| 100072 22000 DML operation to table KEYED failed on column A with error: NULL result in a non-nullable column
no INSERT INTO keyed (b) VALUES (1)
| 100072 22000 DML operation to table KEYED failed on column A with error: NULL result in a non-nullable column

# Session variables are set first
no SELECT $nope
| 002211 02000 SQL compilation error: error line 1 at position 7\nSession variable '$NOPE' does not exist
no SET x = (SELECT 1, 2)
| 002081 42601 SQL compilation error:\nSubquery must return exactly one column, got 2
no SET (x, y) = (1)
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 15 unexpected ')'.
no SET x
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 5 unexpected '<EOF>'.
no SELECT * FROM IDENTIFIER($nope)
| 002211 02000 SQL compilation error: error line 1 at position 25\nSession variable '$NOPE' does not exist
yes SET x = (SELECT 1)
yes SELECT $x
