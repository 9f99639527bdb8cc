# setup
do CREATE TABLE t (a NUMBER)
do CREATE STAGE jars

# FROM, TO and START are reserved
no CREATE PROCEDURE r(FROM TIMESTAMP_NTZ) RETURNS VARCHAR LANGUAGE JAVA RUNTIME_VERSION = '17' PACKAGES = ('com.snowflake:snowpark:latest') IMPORTS = ('@jars/b.jar') HANDLER = 'B.b'
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 19 unexpected 'FROM'.
no CREATE PROCEDURE r(TO TIMESTAMP_NTZ) RETURNS VARCHAR LANGUAGE JAVA RUNTIME_VERSION = '17' PACKAGES = ('com.snowflake:snowpark:latest') IMPORTS = ('@jars/b.jar') HANDLER = 'B.b'
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 19 unexpected 'TO'.
no CREATE PROCEDURE r(START TIMESTAMP_NTZ) RETURNS VARCHAR LANGUAGE JAVA RUNTIME_VERSION = '17' PACKAGES = ('com.snowflake:snowpark:latest') IMPORTS = ('@jars/b.jar') HANDLER = 'B.b'
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 19 unexpected 'START'.
yes CREATE PROCEDURE r(FROM_TIME TIMESTAMP_NTZ, TO_TIME TIMESTAMP_NTZ) RETURNS VARCHAR LANGUAGE JAVA RUNTIME_VERSION = '17' PACKAGES = ('com.snowflake:snowpark:latest') IMPORTS = ('@jars/b.jar') HANDLER = 'B.b'

# Arguments have types, the optional ones stand last
no CREATE PROCEDURE a1(x) RETURNS VARCHAR LANGUAGE JAVA RUNTIME_VERSION = '17' PACKAGES = ('com.snowflake:snowpark:latest') IMPORTS = ('@jars/b.jar') HANDLER = 'B.b'
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 21 unexpected ')'.
no CREATE PROCEDURE a1(x HUGEINT) RETURNS VARCHAR LANGUAGE JAVA RUNTIME_VERSION = '17' PACKAGES = ('com.snowflake:snowpark:latest') IMPORTS = ('@jars/b.jar') HANDLER = 'B.b'
| 000002 0A000 not supported by snowflake-local: the type HUGEINT
no CREATE PROCEDURE a1(x NUMBER, x NUMBER) RETURNS VARCHAR LANGUAGE JAVA RUNTIME_VERSION = '17' PACKAGES = ('com.snowflake:snowpark:latest') IMPORTS = ('@jars/b.jar') HANDLER = 'B.b'
| 000001 42601 SQL compilation error:\nduplicate parameter name 'X'
no CREATE PROCEDURE a1(x NUMBER DEFAULT 1, y NUMBER) RETURNS VARCHAR LANGUAGE JAVA RUNTIME_VERSION = '17' PACKAGES = ('com.snowflake:snowpark:latest') IMPORTS = ('@jars/b.jar') HANDLER = 'B.b'
| 000001 42601 SQL compilation error:\nparameter 'Y' without a default follows one with a default
yes CREATE PROCEDURE a1(y NUMBER, x NUMBER DEFAULT 1) RETURNS VARCHAR LANGUAGE JAVA RUNTIME_VERSION = '17' PACKAGES = ('com.snowflake:snowpark:latest') IMPORTS = ('@jars/b.jar') HANDLER = 'B.b'

# A procedure is made once
no CREATE PROCEDURE a1(y NUMBER, x NUMBER) RETURNS VARCHAR LANGUAGE JAVA RUNTIME_VERSION = '17' PACKAGES = ('com.snowflake:snowpark:latest') IMPORTS = ('@jars/b.jar') HANDLER = 'B.b'
| 002002 42710 SQL compilation error:\nObject 'A1' already exists.
no DROP PROCEDURE nope()
| 002003 02000 SQL compilation error:\nProcedure 'NOPE()' does not exist or not authorized.
no DROP PROCEDURE a1
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 17 unexpected '<EOF>'.
no DROP PROCEDURE a1(VARCHAR)
| 002003 02000 SQL compilation error:\nProcedure 'A1(VARCHAR)' does not exist or not authorized.
no DESCRIBE PROCEDURE nope()
| 002003 02000 SQL compilation error:\nProcedure 'NOPE()' does not exist or not authorized.
no CREATE OR ALTER PROCEDURE a1(y NUMBER, x NUMBER) RETURNS VARCHAR LANGUAGE JAVA RUNTIME_VERSION = '17' PACKAGES = ('com.snowflake:snowpark:latest') IMPORTS = ('@jars/b.jar') HANDLER = 'B.b'
| 000002 0A000 not supported by snowflake-local: CREATE OR ALTER PROCEDURE
yes CREATE OR REPLACE PROCEDURE a1(y NUMBER, x NUMBER) RETURNS VARCHAR LANGUAGE JAVA RUNTIME_VERSION = '17' PACKAGES = ('com.snowflake:snowpark:latest') IMPORTS = ('@jars/b.jar') HANDLER = 'B.b'
yes DESCRIBE PROCEDURE a1(NUMBER, NUMBER)

# ALTER PROCEDURE changes name, comment, level of the log and rights; the rest is refused by name
no ALTER PROCEDURE nope() SET COMMENT = 'x'
| 002003 02000 SQL compilation error:\nProcedure 'NOPE()' does not exist or not authorized.
yes ALTER PROCEDURE IF EXISTS nope() SET COMMENT = 'x'
no ALTER PROCEDURE a1(NUMBER, NUMBER) SET LOG_LEVEL = 'LOUD'
| 001008 22023 SQL compilation error:\ninvalid value [LOUD] for parameter 'LOG_LEVEL'
yes ALTER PROCEDURE a1(NUMBER, NUMBER) SET LOG_LEVEL = 'WARN' COMMENT = 'x'
no ALTER PROCEDURE a1(NUMBER, NUMBER) UNSET LOG_LEVEL
| 000002 0A000 not supported by snowflake-local: LOG_LEVEL of PROCEDURE
yes ALTER PROCEDURE a1(NUMBER, NUMBER) UNSET COMMENT
no ALTER PROCEDURE a1(NUMBER, NUMBER) SET TRACE_LEVEL = 'ALWAYS'
| 000002 0A000 not supported by snowflake-local: TRACE_LEVEL of PROCEDURE
no ALTER PROCEDURE a1(NUMBER, NUMBER) SET SECRETS = ('s' = secret)
| 000002 0A000 not supported by snowflake-local: SECRETS of PROCEDURE
no ALTER PROCEDURE a1(NUMBER, NUMBER) SET TAG cost = 'x'
| 000002 0A000 not supported by snowflake-local: SET TAG
no ALTER PROCEDURE a1(NUMBER, NUMBER) SET SECURE
| 000002 0A000 not supported by snowflake-local: SET SECURE
no ALTER PROCEDURE a1(NUMBER, NUMBER) SET HANDLER = 'A.b'
| 001420 22023 SQL compilation error:\ninvalid property 'HANDLER' for 'PROCEDURE'
no ALTER PROCEDURE a1(NUMBER, NUMBER) EXECUTE AS RESTRICTED CALLER
| 000002 0A000 not supported by snowflake-local: EXECUTE AS RESTRICTED CALLER
yes ALTER PROCEDURE a1(NUMBER, NUMBER) EXECUTE AS CALLER
no ALTER FUNCTION nope() SET SECURE
| 002003 02000 SQL compilation error:\nFunction 'NOPE()' does not exist or not authorized.
no ALTER FUNCTION nope() SET MAX_BATCH_ROWS = 10
| 000002 0A000 not supported by snowflake-local: MAX_BATCH_ROWS of FUNCTION
yes ALTER FUNCTION IF EXISTS nope() UNSET SECURE

# Handlers are in Java
no CREATE PROCEDURE sp() RETURNS VARCHAR LANGUAGE SQL AS 'BEGIN RETURN ''x''; END'
| 000002 0A000 not supported by snowflake-local: procedures in LANGUAGE SQL
no CREATE FUNCTION f(a NUMBER) RETURNS NUMBER AS 'a + 1'
| 000002 0A000 not supported by snowflake-local: functions in LANGUAGE SQL
no CREATE FUNCTION f(a NUMBER) RETURNS NUMBER LANGUAGE JAVASCRIPT AS 'return A'
| 000002 0A000 not supported by snowflake-local: functions in LANGUAGE JAVASCRIPT
yes CREATE PROCEDURE sp() RETURNS VARCHAR LANGUAGE JAVA RUNTIME_VERSION = '17' PACKAGES = ('com.snowflake:snowpark:latest') IMPORTS = ('@jars/b.jar') HANDLER = 'B.b'

# A Java procedure names its runtime, packages and handler
no CREATE PROCEDURE j() RETURNS VARCHAR LANGUAGE JAVA RUNTIME_VERSION = '17' PACKAGES = ('com.snowflake:snowpark:latest') IMPORTS = ('@jars/a.jar')
| 000002 42601 SQL compilation error:\nMissing option(s): [HANDLER]
no CREATE PROCEDURE j() RETURNS VARCHAR LANGUAGE JAVA RUNTIME_VERSION = '8' PACKAGES = ('com.snowflake:snowpark:latest') IMPORTS = ('@jars/a.jar') HANDLER = 'A.b'
| 001008 22023 SQL compilation error:\ninvalid value [8] for parameter 'RUNTIME_VERSION'
no CREATE PROCEDURE j() RETURNS VARCHAR LANGUAGE JAVA RUNTIME_VERSION = '17' PACKAGES = ('com.snowflake:snowpork:latest') IMPORTS = ('@jars/a.jar') HANDLER = 'A.b'
| 000002 0A000 not supported by snowflake-local: the package 'com.snowflake:snowpork:latest' of PACKAGES; known are com.snowflake:snowpark and com.snowflake:telemetry
no CREATE PROCEDURE j() RETURNS VARCHAR LANGUAGE JAVA RUNTIME_VERSION = '17' PACKAGES = ('com.snowflake:snowpark:0.0.1') IMPORTS = ('@jars/a.jar') HANDLER = 'A.b'
| 000002 0A000 not supported by snowflake-local: Snowpark 0.0.1 in PACKAGES; procedures run on [1.16.0, latest]
no CREATE PROCEDURE j() RETURNS VARCHAR LANGUAGE JAVA RUNTIME_VERSION = '17' IMPORTS = ('@jars/a.jar') HANDLER = 'A.b'
| 000002 42601 SQL compilation error:\nJava stored procedures need the package 'com.snowflake:snowpark:<version>' in PACKAGES.
no CREATE PROCEDURE j() RETURNS VARCHAR LANGUAGE JAVA RUNTIME_VERSION = '17' PACKAGES = ('com.snowflake:snowpark:latest') IMPORTS = ('@%t/a.jar') HANDLER = 'A.b'
| 000002 0A000 not supported by snowflake-local: IMPORTS of @%t/a.jar, which is on no named stage
no CREATE PROCEDURE j() RETURNS VARCHAR LANGUAGE JAVA RUNTIME_VERSION = '17' PACKAGES = ('com.snowflake:snowpark:latest') IMPORTS = ('@jars/a.jar', '@jars/x/a.jar') HANDLER = 'A.b'
| 000001 42601 SQL compilation error:\nthe file name 'a.jar' appears more than once in IMPORTS
no CREATE PROCEDURE j() RETURNS VARCHAR LANGUAGE COBOL HANDLER = 'A.b'
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 46 unexpected 'COBOL'.
no CREATE PROCEDURE j() RETURNS VARCHAR LANGUAGE PYTHON RUNTIME_VERSION = '3.11' PACKAGES = ('snowflake-snowpark-python') HANDLER = 'a.b'
| 000002 0A000 not supported by snowflake-local: procedures in LANGUAGE PYTHON
no CREATE PROCEDURE j() RETURNS TABLE (a NUMBER) LANGUAGE JAVA RUNTIME_VERSION = '17' PACKAGES = ('com.snowflake:snowpark:latest') IMPORTS = ('@jars/a.jar') HANDLER = 'A.b'
| 000002 0A000 not supported by snowflake-local: RETURNS TABLE of CREATE PROCEDURE
no CREATE PROCEDURE j() LANGUAGE JAVA RUNTIME_VERSION = '17' PACKAGES = ('com.snowflake:snowpark:latest') IMPORTS = ('@jars/a.jar') HANDLER = 'A.b'
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 21 unexpected 'LANGUAGE'.
no CREATE PROCEDURE j() RETURNS VARCHAR LANGUAGE JAVA RUNTIME_VERSION = '17' PACKAGES = ('com.snowflake:snowpark:latest') IMPORTS = ('@nope/a.jar') HANDLER = 'A.b'
| 002003 02000 SQL compilation error:\nStage 'DB.PROCEDURES.NOPE' does not exist or not authorized.
no CREATE PROCEDURE j() RETURNS VARCHAR LANGUAGE JAVA RUNTIME_VERSION = '17' PACKAGES = ('com.snowflake:snowpark:latest') IMPORTS = ('@jars/a.jar') HANDLER = 'A.b' EXECUTE AS NOBODY
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 172 unexpected 'NOBODY'.
no CREATE PROCEDURE j() RETURNS VARCHAR LANGUAGE JAVA RUNTIME_VERSION = '17' PACKAGES = ('com.snowflake:snowpark:latest') IMPORTS = ('@jars/a.jar') HANDLER = 'A.b' EXECUTE AS RESTRICTED CALLER
| 000002 0A000 not supported by snowflake-local: EXECUTE AS RESTRICTED CALLER
no CREATE PROCEDURE j() RETURNS VARCHAR LANGUAGE JAVA RUNTIME_VERSION = '17' PACKAGES = ('com.snowflake:snowpark:latest') IMPORT = ('@jars/a.jar') HANDLER = 'A.b'
| 001420 22023 SQL compilation error:\ninvalid property 'IMPORT' for 'PROCEDURE'
yes CREATE PROCEDURE j() RETURNS VARCHAR LANGUAGE JAVA RUNTIME_VERSION = '17' PACKAGES = ('com.snowflake:snowpark:latest') IMPORTS = ('@jars/a.jar') HANDLER = 'A.b' EXECUTE AS CALLER

# CALL names a procedure that there is
no CALL nope()
| 002140 42601 SQL compilation error:\nUnknown function NOPE
no CALL nope(1, 'x')
| 002140 42601 SQL compilation error:\nUnknown function NOPE
no CALL nowhere.nope()
| 002140 42601 SQL compilation error:\nUnknown function NOWHERE.NOPE
no CALL t()
| 002140 42601 SQL compilation error:\nUnknown function T
no CALL a1('x', 1)
| 100038 22018 Numeric value 'x' is not recognized
no CALL a1(1)
| 000938 22023 SQL compilation error: error line 1 at position 5\nnot enough arguments for function [A1], expected 2, got 1
no CALL a1(1, 2, 3)
| 000939 22023 SQL compilation error: error line 1 at position 5\ntoo many arguments for function [A1] expected 2, got 3
no CALL a1(1, CURRENT_DATE())
| 001044 42P13 SQL compilation error: error line 1 at position 5\nInvalid argument types for function 'A1': (NUMBER(1,0), DATE)
no CALL a1(1, z => 2)
| 000001 42601 SQL compilation error:\nThe arguments of A1 must all be given by position or each once by name.
no CALL a1(y => 1, y => 2)
| 000001 42601 SQL compilation error:\nThe arguments of A1 must all be given by position or each once by name.
no CALL a1(y => 1, z => 2)
| 000001 42601 SQL compilation error:\nThe argument names do not match those of A1(Y, X).
yes DESCRIBE PROCEDURE a1(NUMBER, NUMBER)

# Scoped temporary objects are no procedures
no CREATE SCOPED TEMPORARY PROCEDURE s() RETURNS VARCHAR LANGUAGE JAVA RUNTIME_VERSION = '17' PACKAGES = ('com.snowflake:snowpark:latest') IMPORTS = ('@jars/b.jar') HANDLER = 'B.b'
| 000002 0A000 SQL compilation error:\nUnsupported feature 'SCOPED_TEMPORARY'.
no CREATE SCOPED TABLE u (a NUMBER)
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 7 unexpected 'SCOPED'.
yes CREATE TEMPORARY PROCEDURE s() RETURNS VARCHAR LANGUAGE JAVA RUNTIME_VERSION = '17' PACKAGES = ('com.snowflake:snowpark:latest') IMPORTS = ('@jars/b.jar') HANDLER = 'B.b'
yes CREATE SCOPED TEMPORARY TABLE u (a NUMBER)

# Snowflake Scripting is refused by name, outside of a block, too
no FOR i IN 1 TO 3 DO SELECT 1; END FOR
| 000002 0A000 not supported by snowflake-local: Snowflake Scripting's FOR
no IF (1 = 1) THEN SELECT 1; END IF
| 000002 0A000 not supported by snowflake-local: Snowflake Scripting's IF
no EXECUTE IMMEDIATE 'WHILE (1 = 1) DO SELECT 1; END WHILE'
| 000002 0A000 not supported by snowflake-local: Snowflake Scripting's WHILE
no LET x := 1
| 000002 0A000 not supported by snowflake-local: Snowflake Scripting's LET
no WITH p AS PROCEDURE () RETURNS INT LANGUAGE SQL AS 'BEGIN RETURN 1; END' CALL p()
| 000002 0A000 not supported by snowflake-local: WITH … AS PROCEDURE
yes EXECUTE IMMEDIATE 'SELECT 1'
yes WITH p AS (SELECT 1) SELECT * FROM p
