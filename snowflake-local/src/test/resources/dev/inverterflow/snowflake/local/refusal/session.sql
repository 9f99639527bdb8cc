# setup
do CREATE TABLE t (a NUMBER)

# A transaction is begun once; BEGIN in one goes on with it
yes BEGIN
yes BEGIN TRANSACTION
yes ROLLBACK
no BEGIN NOPE
| 000002 0A000 not supported by snowflake-local: BEGIN … END of Snowflake Scripting
no COMMIT NOPE
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 7 unexpected 'NOPE'.
no SAVEPOINT a
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 0 unexpected 'SAVEPOINT'.
no START
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 5 unexpected '<EOF>'.
no SET TRANSACTION ISOLATION LEVEL SERIALIZABLE
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 16 unexpected 'ISOLATION'.
yes START TRANSACTION
yes COMMIT

# COMMIT and ROLLBACK without a transaction do nothing
yes COMMIT
yes ROLLBACK
no ROLLBACK TO a
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 9 unexpected 'TO'.
no ABORT
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 0 unexpected 'ABORT'.

# A failed statement of a transaction undoes itself only
do BEGIN
do INSERT INTO t VALUES (1)
no INSERT INTO t VALUES ('x')
| 100038 22018 DML operation to table T failed on column A with error: Numeric value 'x' is not recognized
no SELECT nope FROM t
| 000904 42000 SQL compilation error: error line 1 at position 7\ninvalid identifier 'NOPE'
no SELECT 1 / 0
| 100051 22012 Division by zero
yes INSERT INTO t VALUES (2)
yes COMMIT

# Session parameters are those that there are, with values they take
no ALTER SESSION SET NOPE = 1
| 001006 22023 SQL compilation error:\ninvalid parameter 'NOPE'
no ALTER SESSION SET AUTOCOMMIT = MAYBE
| 001008 22023 SQL compilation error:\ninvalid value [MAYBE] for parameter 'AUTOCOMMIT'
no ALTER SESSION SET TIMEZONE = 'Mars/Base'
| 001008 22023 SQL compilation error:\ninvalid value [Mars/Base] for parameter 'TIMEZONE'
no ALTER SESSION SET LOCK_TIMEOUT = 'long'
| 001008 22023 SQL compilation error:\ninvalid value [long] for parameter 'LOCK_TIMEOUT'
no ALTER SESSION SET LOCK_TIMEOUT = -1
| 001008 22023 SQL compilation error:\ninvalid value [-1] for parameter 'LOCK_TIMEOUT'
no ALTER SESSION SET WEEK_START = 8
| 001008 22023 SQL compilation error:\ninvalid value [8] for parameter 'WEEK_START'
no ALTER SESSION SET WEEK_OF_YEAR_POLICY = 2
| 001008 22023 SQL compilation error:\ninvalid value [2] for parameter 'WEEK_OF_YEAR_POLICY'
no ALTER SESSION SET STATEMENT_TIMEOUT_IN_SECONDS = 604801
| 001008 22023 SQL compilation error:\ninvalid value [604801] for parameter 'STATEMENT_TIMEOUT_IN_SECONDS'
no ALTER SESSION SET TIMESTAMP_TYPE_MAPPING = TIMESTAMP_XYZ
| 001008 22023 SQL compilation error:\ninvalid value [TIMESTAMP_XYZ] for parameter 'TIMESTAMP_TYPE_MAPPING'
no ALTER SESSION SET BINARY_OUTPUT_FORMAT = 'OCTAL'
| 001008 22023 SQL compilation error:\ninvalid value [OCTAL] for parameter 'BINARY_OUTPUT_FORMAT'
no ALTER SESSION SET JSON_INDENT = 17
| 001008 22023 SQL compilation error:\ninvalid value [17] for parameter 'JSON_INDENT'
no ALTER SESSION SET TWO_DIGIT_CENTURY_START = 1800
| 001008 22023 SQL compilation error:\ninvalid value [1800] for parameter 'TWO_DIGIT_CENTURY_START'
no ALTER SESSION SET TRANSACTION_DEFAULT_ISOLATION_LEVEL = 'SERIALIZABLE'
| 000002 0A000 not supported by snowflake-local: TRANSACTION_DEFAULT_ISOLATION_LEVEL = SERIALIZABLE
no ALTER SESSION UNSET NOPE
| 001006 22023 SQL compilation error:\ninvalid parameter 'NOPE'
no ALTER SESSION SET
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 17 unexpected '<EOF>'.
no ALTER SESSION RESET TIMEZONE
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 14 unexpected 'RESET'.
no SHOW PARAMETERS LIKE
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 20 unexpected '<EOF>'.
no ALTER SESSION SET QUOTED_IDENTIFIERS_IGNORE_CASE = TRUE
| 000002 0A000 not supported by snowflake-local: QUOTED_IDENTIFIERS_IGNORE_CASE = true
no ALTER SESSION SET TIMESTAMP_TYPE_MAPPING = TIMESTAMP_LTZ
| 000002 0A000 not supported by snowflake-local: TIMESTAMP_TYPE_MAPPING = TIMESTAMP_LTZ
yes ALTER SESSION SET TIMEZONE = 'UTC', LOCK_TIMEOUT = 60, WEEK_START = 0
yes ALTER SESSION UNSET TIMEZONE
yes ALTER SESSION SET QUERY_TAG = 'q'

# Several statements need MULTI_STATEMENT_COUNT
no SELECT 1; SELECT 2
| 000008 0A000 Actual statement count 2 did not match the desired statement count 1.
no INSERT INTO t VALUES (1); DELETE FROM t
| 000008 0A000 Actual statement count 2 did not match the desired statement count 1.
no BEGIN; COMMIT
| 000008 0A000 Actual statement count 2 did not match the desired statement count 1.
yes SELECT 1
yes SELECT 1;
do ALTER SESSION SET MULTI_STATEMENT_COUNT = 0
yes SELECT 1; SELECT 2
yes BEGIN; COMMIT
do ALTER SESSION UNSET MULTI_STATEMENT_COUNT
no SELECT 1; SELECT 2
| 000008 0A000 Actual statement count 2 did not match the desired statement count 1.
no ALTER SESSION SET MULTI_STATEMENT_COUNT = -1
| 001008 22023 SQL compilation error:\ninvalid value [-1] for parameter 'MULTI_STATEMENT_COUNT'

# An anonymous block and its parts
no BEGIN SELECT 1; END
| 000002 0A000 not supported by snowflake-local: BEGIN … END of Snowflake Scripting
no DECLARE x NUMBER; BEGIN RETURN x; END
| 000002 0A000 not supported by snowflake-local: DECLARE
no EXECUTE IMMEDIATE 'SELEC 1'
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 0 unexpected 'SELEC'.
no EXECUTE IMMEDIATE 5
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 0 unexpected '5'.
no EXECUTE IMMEDIATE FROM @nope/x.sql
| 000002 0A000 not supported by snowflake-local: EXECUTE IMMEDIATE FROM
no IF (TRUE) THEN SELECT 1; END IF
| 000002 0A000 not supported by snowflake-local: Snowflake Scripting's IF
no EXECUTE IMMEDIATE 'BEGIN RETURN 1; END'
| 000002 0A000 not supported by snowflake-local: BEGIN … END of Snowflake Scripting
no EXECUTE IMMEDIATE 'DECLARE x NUMBER; BEGIN RETURN 1; END'
| 000002 0A000 not supported by snowflake-local: DECLARE
no LET x := 1
| 000002 0A000 not supported by snowflake-local: Snowflake Scripting's LET
no RETURN 1
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 0 unexpected 'RETURN'.
yes EXECUTE IMMEDIATE 'SELECT 1'

# What is Snowflake's and not here is refused by name
no CREATE DYNAMIC TABLE d TARGET_LAG = '1 minute' WAREHOUSE = w AS SELECT 1 AS a
| 000002 0A000 not supported by snowflake-local: CREATE DYNAMIC TABLE
no CREATE MATERIALIZED VIEW m AS SELECT a FROM t
| 000002 0A000 not supported by snowflake-local: CREATE MATERIALIZED VIEW
no CREATE EXTERNAL TABLE e WITH LOCATION = @st FILE_FORMAT = (TYPE = CSV)
| 000002 0A000 not supported by snowflake-local: CREATE EXTERNAL TABLE
no CREATE HYBRID TABLE h (a NUMBER PRIMARY KEY)
| 000002 0A000 not supported by snowflake-local: CREATE HYBRID TABLE
no CREATE MASKING POLICY m AS (v VARCHAR) RETURNS VARCHAR -> v
| 000002 0A000 not supported by snowflake-local: CREATE MASKING POLICY
no CREATE ROW ACCESS POLICY r AS (v VARCHAR) RETURNS BOOLEAN -> TRUE
| 000002 0A000 not supported by snowflake-local: CREATE ROW ACCESS POLICY
no CREATE TAG g
| 000002 0A000 not supported by snowflake-local: CREATE TAG
no CREATE SHARE s
| 000002 0A000 not supported by snowflake-local: CREATE SHARE
no CREATE NETWORK POLICY n ALLOWED_IP_LIST = ('1.2.3.4')
| 000002 0A000 not supported by snowflake-local: CREATE NETWORK POLICY
no CREATE SECRET s TYPE = PASSWORD USERNAME = 'a' PASSWORD = 'b'
| 000002 0A000 not supported by snowflake-local: CREATE SECRET
no CREATE STREAMLIT s ROOT_LOCATION = '@st' MAIN_FILE = 'a.py'
| 000002 0A000 not supported by snowflake-local: CREATE STREAMLIT
no CREATE EVENT TABLE e
| 000002 0A000 not supported by snowflake-local: CREATE EVENT TABLE
no CREATE DATABASE ROLE r
| 000002 0A000 not supported by snowflake-local: CREATE DATABASE ROLE
no CREATE ICEBERG TABLE i (a NUMBER)
| 000002 0A000 not supported by snowflake-local: CREATE ICEBERG TABLE
no CREATE GIT REPOSITORY g API_INTEGRATION = a ORIGIN = 'https://example.com'
| 000002 0A000 not supported by snowflake-local: CREATE GIT REPOSITORY
no CREATE API INTEGRATION a API_PROVIDER = AWS_API_GATEWAY ENABLED = TRUE
| 000002 0A000 not supported by snowflake-local: CREATE API INTEGRATION
no CREATE SECURITY INTEGRATION a TYPE = OAUTH ENABLED = TRUE
| 000002 0A000 not supported by snowflake-local: CREATE SECURITY INTEGRATION
no UNDROP TABLE t
| 000002 0A000 not supported by snowflake-local: UNDROP
no CREATE TABLE z CLONE t AT (OFFSET => -60)
| 000002 0A000 not supported by snowflake-local: CLONE … AT a past moment
no CREATE SECURE EXTERNAL FUNCTION f() RETURNS NUMBER API_INTEGRATION = a AS 'https://example.com'
| 000002 0A000 not supported by snowflake-local: CREATE EXTERNAL FUNCTION
no SELECT * FROM t CHANGES (INFORMATION => DEFAULT) AT (OFFSET => -60)
| 000002 0A000 not supported by snowflake-local: CHANGES in FROM
no SELECT * FROM t MATCH_RECOGNIZE (PATTERN (a) DEFINE a AS TRUE)
| 000002 0A000 not supported by snowflake-local: MATCH_RECOGNIZE in FROM
no SELECT a FROM t CONNECT BY PRIOR a = a
| 000002 0A000 not supported by snowflake-local: hierarchical queries: CONNECT BY
no EXPLAIN USING PARQUET SELECT 1
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 14 unexpected 'PARQUET'.
yes SELECT a FROM t

# What reads or changes rows wants a warehouse
do CREATE OR REPLACE WAREHOUSE session_wh
do DROP WAREHOUSE session_wh
no SELECT a FROM t
| 000606 57P03 No active warehouse selected in the current session.  Select an active warehouse with the 'use warehouse' command.
no SELECT COUNT(*) FROM t WHERE a > 0
| 000606 57P03 No active warehouse selected in the current session.  Select an active warehouse with the 'use warehouse' command.
no INSERT INTO t VALUES (3)
| 000606 57P03 No active warehouse selected in the current session.  Select an active warehouse with the 'use warehouse' command.
no CREATE TABLE t2 AS SELECT 1 AS a
| 000606 57P03 No active warehouse selected in the current session.  Select an active warehouse with the 'use warehouse' command.
no SET x = (SELECT MAX(a) FROM t WHERE a < 9)
| 000606 57P03 No active warehouse selected in the current session.  Select an active warehouse with the 'use warehouse' command.
no SELECT table_name FROM information_schema.tables
| 000606 57P03 No active warehouse selected in the current session.  Select an active warehouse with the 'use warehouse' command.
no ALTER WAREHOUSE SUSPEND
| 000606 57P03 No active warehouse selected in the current session.  Select an active warehouse with the 'use warehouse' command.
yes SELECT COUNT(*) FROM t
yes SELECT 1
yes SET x = 1
yes CREATE TABLE t2 (a NUMBER)
yes DROP TABLE t2
yes SHOW TABLES
do USE WAREHOUSE compute_wh
yes SELECT a FROM t
yes SELECT COUNT(*) FROM t WHERE a > 0
yes INSERT INTO t VALUES (3)
yes CREATE TABLE t2 AS SELECT 1 AS a
yes SET x = (SELECT MAX(a) FROM t WHERE a < 9)
yes SELECT table_name FROM information_schema.tables

# A suspended warehouse that does not resume by itself wants to be resumed
do CREATE OR REPLACE WAREHOUSE session_wh INITIALLY_SUSPENDED = TRUE AUTO_RESUME = FALSE
no SELECT a FROM t
| 000608 57P03 Warehouse 'SESSION_WH' is suspended. Use 'alter warehouse SESSION_WH resume;' command if you need to use it again.
yes SELECT 1
yes ALTER WAREHOUSE RESUME
yes SELECT a FROM t
do DROP WAREHOUSE session_wh
do USE WAREHOUSE compute_wh
