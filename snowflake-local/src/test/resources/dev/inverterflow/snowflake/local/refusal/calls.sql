# setup
do CREATE STAGE jars
do CREATE PROCEDURE p(a NUMBER, b VARCHAR DEFAULT 'x') RETURNS VARCHAR LANGUAGE JAVA RUNTIME_VERSION = '17' PACKAGES = ('com.snowflake:snowpark:latest') IMPORTS = ('@jars/a.jar') HANDLER = 'A.b'
do CREATE PROCEDURE o(a DATE) RETURNS VARCHAR LANGUAGE JAVA RUNTIME_VERSION = '17' PACKAGES = ('com.snowflake:snowpark:latest') IMPORTS = ('@jars/a.jar') HANDLER = 'A.b'
do CREATE PROCEDURE o(a BOOLEAN) RETURNS VARCHAR LANGUAGE JAVA RUNTIME_VERSION = '17' PACKAGES = ('com.snowflake:snowpark:latest') IMPORTS = ('@jars/a.jar') HANDLER = 'A.b'

# A procedure is called by its name
no CALL nope()
| 002140 42601 SQL compilation error:\nUnknown function NOPE
no CALL nope.p(1)
| 002140 42601 SQL compilation error:\nUnknown function NOPE.P
no CALL db.calls.nope(1)
| 002140 42601 SQL compilation error:\nUnknown function DB.CALLS.NOPE
no CALL p
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 6 unexpected '<EOF>'.
no CALL p(1) + 1
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 10 unexpected '+'.
no SELECT p(1)
| 002140 42601 SQL compilation error:\nUnknown function P
yes DESCRIBE PROCEDURE p(NUMBER, VARCHAR)

# A procedure takes its number of arguments
no CALL p()
| 000938 22023 SQL compilation error: error line 1 at position 5\nnot enough arguments for function [P], expected 1, got 0
no CALL p(1, 'x', 2)
| 000939 22023 SQL compilation error: error line 1 at position 5\ntoo many arguments for function [P] expected 2, got 3
yes DESCRIBE PROCEDURE p(NUMBER, VARCHAR)
no DESCRIBE PROCEDURE p(NUMBER)
| 002003 02000 SQL compilation error:\nProcedure 'P(NUMBER)' does not exist or not authorized.
no DROP PROCEDURE p(NUMBER)
| 002003 02000 SQL compilation error:\nProcedure 'P(NUMBER)' does not exist or not authorized.

# A procedure takes its types of arguments
no CALL p('2024-01-01'::DATE)
| 001044 42P13 SQL compilation error: error line 1 at position 5\nInvalid argument types for function 'P': (DATE)
no CALL p(ARRAY_CONSTRUCT(1))
| 001044 42P13 SQL compilation error: error line 1 at position 5\nInvalid argument types for function 'P': (ARRAY)
no CALL p('one')
| 100038 22018 Numeric value 'one' is not recognized
yes DESCRIBE PROCEDURE o(DATE)

# Arguments are named as they are, all or none
no CALL p(c => 1)
| 000001 42601 SQL compilation error:\nThe argument names do not match those of P(A, B).
no CALL p(a => 1, c => 2)
| 000001 42601 SQL compilation error:\nThe argument names do not match those of P(A, B).
no CALL p(b => 'x')
| 000001 42601 SQL compilation error:\nThe argument names do not match those of P(A, B).
no CALL p(1, b => 'x')
| 000001 42601 SQL compilation error:\nThe arguments of P must all be given by position or each once by name.
no CALL p(a => 1, 'x')
| 000001 42601 SQL compilation error:\nThe arguments of P must all be given by position or each once by name.
no CALL p(a => 1, a => 2)
| 000001 42601 SQL compilation error:\nThe arguments of P must all be given by position or each once by name.
yes DESCRIBE PROCEDURE p(NUMBER, VARCHAR)

# Scripting is refused by name
no CREATE PROCEDURE s() RETURNS VARCHAR LANGUAGE SQL AS 'BEGIN RETURN 1; END'
| 000002 0A000 not supported by snowflake-local: procedures in LANGUAGE SQL
no EXECUTE IMMEDIATE 'BEGIN RETURN 1; END'
| 000002 0A000 not supported by snowflake-local: BEGIN … END of Snowflake Scripting
no DECLARE x NUMBER DEFAULT 1; BEGIN RETURN x; END
| 000002 0A000 not supported by snowflake-local: DECLARE
no CREATE TASK s WAREHOUSE = COMPUTE_WH SCHEDULE = '1 MINUTE' AS BEGIN SELECT 1; END
| 000002 0A000 not supported by snowflake-local: BEGIN … END of Snowflake Scripting
yes EXECUTE IMMEDIATE 'SELECT 1'
