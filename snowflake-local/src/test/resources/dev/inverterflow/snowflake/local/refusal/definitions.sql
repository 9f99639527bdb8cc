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
