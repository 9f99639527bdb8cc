# setup
do CREATE TABLE t (a NUMBER, b VARCHAR)
do INSERT INTO t VALUES (1, 'x')
do CREATE SEQUENCE q

# A constant default is a value of its column
no CREATE TABLE d (a NUMBER DEFAULT 'x')
| 002023 22000 SQL compilation error:\nExpression type does not match column data type, expecting NUMBER(38,0) but got VARCHAR(1) for column A
no CREATE TABLE d (a DATE DEFAULT 'x')
| 002023 22000 SQL compilation error:\nExpression type does not match column data type, expecting DATE but got VARCHAR(1) for column A
no CREATE TABLE d (a DATE DEFAULT 1)
| 002023 22000 SQL compilation error:\nExpression type does not match column data type, expecting DATE but got NUMBER(1,0) for column A
no CREATE TABLE d (a TIMESTAMP_TZ DEFAULT 1.5)
| 002023 22000 SQL compilation error:\nExpression type does not match column data type, expecting TIMESTAMP_TZ(9) but got NUMBER(2,1) for column A
no CREATE TABLE d (a NUMBER DEFAULT TRUE)
| 002023 22000 SQL compilation error:\nExpression type does not match column data type, expecting NUMBER(38,0) but got BOOLEAN for column A
no CREATE TABLE d (a VARCHAR DEFAULT FALSE)
| 002023 22000 SQL compilation error:\nExpression type does not match column data type, expecting VARCHAR(16777216) but got BOOLEAN for column A
no CREATE TABLE d (a BOOLEAN DEFAULT 'true')
| 002023 22000 SQL compilation error:\nExpression type does not match column data type, expecting BOOLEAN but got VARCHAR(4) for column A
no CREATE TABLE d (a NUMBER DEFAULT 'x') AS SELECT 1
| 002023 22000 SQL compilation error:\nExpression type does not match column data type, expecting NUMBER(38,0) but got VARCHAR(1) for column A
no ALTER TABLE t ADD COLUMN c TIME DEFAULT 5
| 002023 22000 SQL compilation error:\nExpression type does not match column data type, expecting TIME(9) but got NUMBER(1,0) for column C
yes CREATE TABLE d (a NUMBER DEFAULT '12', b DATE DEFAULT '2024-01-01', c BOOLEAN DEFAULT TRUE, d VARCHAR DEFAULT 1, e NUMBER DEFAULT NULL)
yes ALTER TABLE t ADD COLUMN c TIME DEFAULT '05:00:00'

# A default is a simple expression
no CREATE TABLE e (a NUMBER DEFAULT (SELECT 1))
| 000002 0A000 SQL compilation error:\nUnsupported feature 'subquery in DEFAULT': [(SELECT 1)]
no CREATE TABLE e (a BOOLEAN DEFAULT EXISTS (SELECT 1))
| 000002 0A000 SQL compilation error:\nUnsupported feature 'subquery in DEFAULT': [EXISTS (SELECT 1)]
no CREATE TABLE e (a NUMBER DEFAULT SUM(1))
| 002035 42601 SQL compilation error:\nInvalid aggregate function in default clause [SUM(1)]
no CREATE TABLE e (a NUMBER DEFAULT ROW_NUMBER() OVER (ORDER BY 1))
| 002303 42601 SQL compilation error:\nWindow function [ROW_NUMBER() OVER (ORDER BY 1)] appears outside of SELECT, QUALIFY, and ORDER BY clauses.
no CREATE TABLE e (a NUMBER, b NUMBER DEFAULT a)
| 000904 42000 SQL compilation error: error line 1 at position 43\ninvalid identifier 'A'
no CREATE TABLE e (a NUMBER DEFAULT NOFUNCTION())
| 002140 42601 SQL compilation error:\nUnknown function NOFUNCTION
yes CREATE TABLE e (a NUMBER DEFAULT q.NEXTVAL, b TIMESTAMP_NTZ DEFAULT CURRENT_TIMESTAMP(), c VARCHAR DEFAULT UPPER('x') || 'y', d VARIANT DEFAULT PARSE_JSON('1'))

# AUTOINCREMENT numbers
no CREATE TABLE i (a VARCHAR AUTOINCREMENT)
| 002263 42601 SQL compilation error:\nIdentity column 'A' must be of a numeric type, not VARCHAR(16777216)
no CREATE TABLE i (a DATE IDENTITY (1, 1))
| 002263 42601 SQL compilation error:\nIdentity column 'A' must be of a numeric type, not DATE
no CREATE TABLE i (a NUMBER AUTOINCREMENT START 1 INCREMENT 0)
| 001008 22023 SQL compilation error:\ninvalid value [0] for parameter 'INCREMENT'
no CREATE TABLE i (a NUMBER DEFAULT 1 AUTOINCREMENT)
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 35 unexpected 'AUTOINCREMENT'.
no CREATE SEQUENCE s0 INCREMENT 0
| 001008 22023 SQL compilation error:\ninvalid value [0] for parameter 'INCREMENT'
yes CREATE TABLE i (a NUMBER AUTOINCREMENT START 1 INCREMENT -1, b FLOAT IDENTITY)

# A clustering key is of the table's columns
no CREATE TABLE k (a NUMBER) CLUSTER BY (nope)
| 000904 42000 SQL compilation error: error line 1 at position 38\ninvalid identifier 'NOPE'
no CREATE TABLE k (a NUMBER) CLUSTER BY (SUM(a))
| 002035 42601 SQL compilation error:\nInvalid aggregate function in cluster by clause [SUM(a)]
no CREATE TABLE k (a NUMBER) CLUSTER BY ((SELECT 1))
| 000002 0A000 SQL compilation error:\nUnsupported feature 'subquery in CLUSTER BY': [(SELECT 1)]
no CREATE TABLE k CLUSTER BY (nope) AS SELECT 1 AS a
| 000904 42000 SQL compilation error: error line 1 at position 27\ninvalid identifier 'NOPE'
no ALTER TABLE t CLUSTER BY (nope)
| 000904 42000 SQL compilation error: error line 1 at position 26\ninvalid identifier 'NOPE'
yes CREATE TABLE k (a NUMBER, b VARCHAR) CLUSTER BY (a, SUBSTR(b, 1, 2))
yes ALTER TABLE t CLUSTER BY (a)

# A comment is a string
no CREATE TABLE c (a NUMBER) COMMENT = 1
| 001008 22023 SQL compilation error:\ninvalid value [1] for parameter 'COMMENT'
no CREATE TABLE c (a NUMBER) COMMENT = word
| 001008 22023 SQL compilation error:\ninvalid value [WORD] for parameter 'COMMENT'
no CREATE SCHEMA c COMMENT = TRUE
| 001008 22023 SQL compilation error:\ninvalid value [TRUE] for parameter 'COMMENT'
no ALTER TABLE t SET COMMENT = 1
| 001008 22023 SQL compilation error:\ninvalid value [1] for parameter 'COMMENT'
yes CREATE TABLE c (a NUMBER) COMMENT = '1'

# SHOW names roles, users and objects that are there
no SHOW GRANTS TO ROLE nope
| 002003 02000 SQL compilation error:\nRole 'NOPE' does not exist or not authorized.
no SHOW GRANTS OF ROLE nope
| 002003 02000 SQL compilation error:\nRole 'NOPE' does not exist or not authorized.
no SHOW GRANTS TO USER nope
| 002003 02000 SQL compilation error:\nUser 'NOPE' does not exist or not authorized.
no SHOW GRANTS ON TABLE nope
| 002003 42S02 SQL compilation error:\nTable 'DB.DEFINITIONS.NOPE' does not exist or not authorized.
no SHOW PARAMETERS IN TASK nope
| 002003 02000 SQL compilation error:\nTask 'DB.DEFINITIONS.NOPE' does not exist or not authorized.
no SHOW PARAMETERS IN TABLE nope
| 002003 42S02 SQL compilation error:\nTable 'DB.DEFINITIONS.NOPE' does not exist or not authorized.
no SHOW PARAMETERS IN WAREHOUSE nope
| 002003 02000 SQL compilation error:\nWarehouse 'NOPE' does not exist or not authorized.
no SHOW PARAMETERS FOR USER nope
| 002003 02000 SQL compilation error:\nUser 'NOPE' does not exist or not authorized.
no SHOW PARAMETERS IN DATABASE nope
| 002003 02000 SQL compilation error:\nDatabase 'NOPE' does not exist or not authorized.
yes SHOW GRANTS TO ROLE accountadmin
yes SHOW PARAMETERS IN TABLE t

# What ADD COLUMN takes less of than CREATE TABLE: docs.snowflake.com/en/sql-reference/sql/alter-table, "Table column actions"
do CREATE TABLE ac (x NUMBER, v VARIANT)
do INSERT INTO ac (x) VALUES (1)
no ALTER TABLE ac ADD COLUMN c5 VARCHAR DEFAULT 12345::VARCHAR
| 002263 22000 SQL compilation error:\nInvalid column default expression [12345::VARCHAR]
no ALTER TABLE ac ADD COLUMN c5 VARCHAR DEFAULT CURRENT_USER()
| 002263 22000 SQL compilation error:\nInvalid column default expression [CURRENT_USER()]
no ALTER TABLE ac ADD COLUMN c6 DATE DEFAULT '20230101'
| 002023 22000 SQL compilation error:\nExpression type does not match column data type, expecting DATE but got VARCHAR(8) for column C6
no ALTER TABLE ac ADD COLUMN IF NOT EXISTS c7 NUMBER DEFAULT 1
| 000002 0A000 SQL compilation error:\nUnsupported feature 'ADD COLUMN IF NOT EXISTS with DEFAULT, AUTOINCREMENT, IDENTITY, UNIQUE, PRIMARY KEY or FOREIGN KEY'.
no ALTER TABLE ac ADD COLUMN IF NOT EXISTS c7 NUMBER UNIQUE
| 000002 0A000 SQL compilation error:\nUnsupported feature 'ADD COLUMN IF NOT EXISTS with DEFAULT, AUTOINCREMENT, IDENTITY, UNIQUE, PRIMARY KEY or FOREIGN KEY'.
yes ALTER TABLE ac ADD COLUMN c5 VARCHAR DEFAULT '12345', c6 DATE DEFAULT '2023-01-01', c8 NUMBER DEFAULT -5
yes ALTER TABLE ac ADD COLUMN IF NOT EXISTS c7 NUMBER

# What stays of a column: docs.snowflake.com/en/sql-reference/sql/alter-table-column, "Usage notes"
do CREATE TABLE acc CLONE ac
no ALTER TABLE ac ALTER COLUMN c5 DROP DEFAULT
| 000002 0A000 SQL compilation error:\nUnsupported feature 'Alter Column Drop Default' of column 'C5', which was added with its default.
no ALTER TABLE acc ALTER COLUMN c5 DROP DEFAULT
| 000002 0A000 SQL compilation error:\nUnsupported feature 'Alter Column Drop Default' of column 'C5', which was added with its default.
no ALTER TABLE ac ALTER COLUMN v SET NOT NULL
| 000002 0A000 SQL compilation error:\nUnsupported feature 'Alter Column Set Not Null' of column 'V' of type VARIANT in a table with rows.
no ALTER TABLE ac ALTER COLUMN c7 SET NOT NULL
| 001471 42601 SQL compilation error:\nColumn 'C7' contains null values. Not null constraint cannot be added.
do TRUNCATE TABLE ac
yes ALTER TABLE ac ALTER COLUMN v SET NOT NULL
do CREATE TABLE ak (a NUMBER, b NUMBER) CLUSTER BY (a)
no ALTER TABLE ak RENAME COLUMN a TO c
| 000002 0A000 SQL compilation error:\nCannot rename column 'A' which is part of the clustering key of table 'AK'.
no ALTER TABLE ak DROP COLUMN a
| 000002 0A000 SQL compilation error:\nCannot drop column 'A' which is part of the clustering key of table 'AK'.
yes ALTER TABLE ak RENAME COLUMN b TO c

# Columns of a query: docs.snowflake.com/en/sql-reference/sql/create-table, "CREATE TABLE … AS SELECT (CTAS)"
no CREATE TABLE cq AS SELECT 1 AS a, 1 + 1
| 002022 42601 SQL compilation error:\nMissing column specification
no CREATE VIEW cq AS SELECT COUNT(*) FROM ac
| 002022 42601 SQL compilation error:\nMissing column specification
no CREATE TABLE cq (a DATE) AS SELECT 1
| 002023 22000 SQL compilation error:\nExpression type does not match column data type, expecting DATE but got NUMBER(1,0) for column A
no CREATE TABLE cq (a VARCHAR(2)) AS SELECT 'abc'
| 100078 22000 String 'abc' is too long and would be truncated
no CREATE TABLE cq (a NUMBER CHECK (a > 1))
| 000002 0A000 not supported by snowflake-local: CHECK constraints
no CREATE TABLE cq (a NUMBER, b NUMBER GENERATED ALWAYS AS (a + 1))
| 000002 0A000 not supported by snowflake-local: virtual columns
yes CREATE TABLE cq (a DATE, b VARCHAR(3), c) AS SELECT '2020-01-01', 'abc', 1 + 1
no CREATE VIEW cw CHANGE_TRACKING = MAYBE AS SELECT 1 AS n
| 001008 22023 SQL compilation error:\ninvalid value [MAYBE] for parameter 'CHANGE_TRACKING'
yes CREATE VIEW cw (n) CHANGE_TRACKING = FALSE AS SELECT COUNT(*) FROM ac

# A view whose query has changed under it, and one of the name of a table
do CREATE TABLE vt (a NUMBER, b NUMBER)
do CREATE VIEW vstar AS SELECT * FROM vt
do CREATE VIEW vnamed AS SELECT a, b FROM vt
do ALTER TABLE vt ADD COLUMN c NUMBER
no SELECT * FROM vstar
| 002057 42601 SQL compilation error:\nView definition for 'DB.DEFINITIONS.VSTAR' declared 2 column(s), but view query produces 3 column(s).
do ALTER TABLE vt DROP COLUMN b
no SELECT * FROM vstar
| 002057 42601 SQL compilation error:\nView definition for 'DB.DEFINITIONS.VSTAR' declared column 'B', but view query produces column 'C'.
no SELECT * FROM vnamed
| 002037 42601 SQL compilation error:\nFailure during expansion of view 'VNAMED': SQL compilation error: error line 1 at position 32\ninvalid identifier 'B'
no DROP TABLE vnamed
| 002203 02000 SQL compilation error:\nObject found is of type 'VIEW', not specified type 'TABLE'.
no DROP VIEW vt
| 002203 02000 SQL compilation error:\nObject found is of type 'TABLE', not specified type 'VIEW'.
no CREATE OR REPLACE TABLE vnamed (a NUMBER)
| 001998 42710 SQL compilation error:\nObject 'DB.DEFINITIONS.VNAMED' already exists as VIEW
no CREATE OR REPLACE VIEW vt AS SELECT 1 AS a
| 001998 42710 SQL compilation error:\nObject 'DB.DEFINITIONS.VT' already exists as TABLE
yes ALTER VIEW vnamed SET SECURE COMMENT = 'x'
yes DROP VIEW vnamed

# A table whose key another one refers to: docs.snowflake.com/en/sql-reference/sql/drop-table, "Parameters"
do CREATE TABLE parent (a NUMBER PRIMARY KEY)
do CREATE TABLE child (a NUMBER REFERENCES parent (a))
no DROP TABLE parent RESTRICT
| 000002 0A000 SQL compilation error:\nCannot drop the table because of dependencies
yes DROP TABLE parent
do CREATE TABLE parent (a NUMBER PRIMARY KEY)
yes DROP TABLE parent RESTRICT
no SELECT * FROM TABLE(GETNEXTVAL(q))
| 000002 0A000 not supported by snowflake-local: table function GETNEXTVAL

# Rarer forms of ALTER
no ALTER SCHEMA definitions ENABLE MANAGED ACCESS
| 000002 0A000 not supported by snowflake-local: ALTER … ENABLE MANAGED
no ALTER DATABASE db SWAP WITH other
| 000002 0A000 not supported by snowflake-local: ALTER … SWAP WITH
no CREATE SEQUENCE q2 CLONE q
| 000002 0A000 not supported by snowflake-local: CREATE SEQUENCE … CLONE
yes ALTER SCHEMA definitions SET COMMENT = 'x'
