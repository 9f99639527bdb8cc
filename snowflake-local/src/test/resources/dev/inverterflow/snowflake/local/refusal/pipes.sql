# setup
do CREATE STAGE st
do CREATE TABLE t (v VARIANT, f VARCHAR)
do CREATE STORAGE INTEGRATION pipes_s3 TYPE = EXTERNAL_STAGE STORAGE_PROVIDER = 'S3' ENABLED = TRUE
  STORAGE_AWS_ROLE_ARN = 'arn:aws:iam::000000000000:role/r' STORAGE_ALLOWED_LOCATIONS = ('s3://bucket/raw/')
do CREATE STAGE ext URL = 's3://bucket/raw/' STORAGE_INTEGRATION = pipes_s3

# A pipe takes no list of files
no CREATE PIPE p AS COPY INTO t (v) FROM @st FILES = ('a.json') FILE_FORMAT = (TYPE = JSON)
| 001420 22023 SQL compilation error:\nCopy option FILES is not supported in a pipe.
yes CREATE OR REPLACE PIPE p AS COPY INTO t (v) FROM @st PATTERN = '.*[.]json' FILE_FORMAT = (TYPE = JSON)

# A pipe takes no SIZE_LIMIT, PURGE, FORCE, RETURN_FAILED_ONLY, VALIDATION_MODE
no CREATE PIPE p2 AS COPY INTO t (v) FROM @st FILE_FORMAT = (TYPE = JSON) SIZE_LIMIT = 10
| 001420 22023 SQL compilation error:\nCopy option SIZE_LIMIT is not supported in a pipe.
no CREATE PIPE p2 AS COPY INTO t (v) FROM @st FILE_FORMAT = (TYPE = JSON) PURGE = TRUE
| 001420 22023 SQL compilation error:\nCopy option PURGE is not supported in a pipe.
no CREATE PIPE p2 AS COPY INTO t (v) FROM @st FILE_FORMAT = (TYPE = JSON) FORCE = TRUE
| 001420 22023 SQL compilation error:\nCopy option FORCE is not supported in a pipe.
no CREATE PIPE p2 AS COPY INTO t (v) FROM @st FILE_FORMAT = (TYPE = JSON) RETURN_FAILED_ONLY = TRUE
| 001420 22023 SQL compilation error:\nCopy option RETURN_FAILED_ONLY is not supported in a pipe.
no CREATE PIPE p2 AS COPY INTO t (v) FROM @st FILE_FORMAT = (TYPE = JSON) VALIDATION_MODE = RETURN_ERRORS
| 001420 22023 SQL compilation error:\nCopy option VALIDATION_MODE is not supported in a pipe.
yes CREATE PIPE p2 AS COPY INTO t (v) FROM @st FILE_FORMAT = (TYPE = JSON)

# A pipe never aborts
no CREATE PIPE p3 AS COPY INTO t (v) FROM @st FILE_FORMAT = (TYPE = JSON) ON_ERROR = ABORT_STATEMENT
| 001420 22023 SQL compilation error:\nCopy option ON_ERROR = ABORT_STATEMENT is not supported in a pipe.
no CREATE PIPE p3 AS COPY INTO t (v) FROM @st FILE_FORMAT = (TYPE = JSON) ON_ERROR = 'abort_statement'
| 001420 22023 SQL compilation error:\nCopy option ON_ERROR = ABORT_STATEMENT is not supported in a pipe.
yes CREATE PIPE p3 AS COPY INTO t (v) FROM @st FILE_FORMAT = (TYPE = JSON) ON_ERROR = SKIP_FILE
yes CREATE PIPE p4 AS COPY INTO t (v) FROM @st FILE_FORMAT = (TYPE = JSON) ON_ERROR = CONTINUE

# OR REPLACE and IF NOT EXISTS exclude each other
no CREATE OR REPLACE PIPE IF NOT EXISTS p5 AS COPY INTO t (v) FROM @st FILE_FORMAT = (TYPE = JSON)
| 001000 42601 SQL compilation error:\noptions IF NOT EXISTS and OR REPLACE are incompatible.
yes CREATE PIPE IF NOT EXISTS p5 AS COPY INTO t (v) FROM @st FILE_FORMAT = (TYPE = JSON)
yes CREATE OR REPLACE PIPE p5 AS COPY INTO t (v) FROM @st FILE_FORMAT = (TYPE = JSON)

# CREATE OR ALTER of a pipe is refused
no CREATE OR ALTER PIPE p6 AS COPY INTO t (v) FROM @st FILE_FORMAT = (TYPE = JSON)
| 000002 0A000 not supported by snowflake-local: CREATE OR ALTER PIPE
yes CREATE OR REPLACE PIPE p6 AS COPY INTO t (v) FROM @st FILE_FORMAT = (TYPE = JSON)

# The transformation of a pipe is as simple as that of a COPY
no CREATE PIPE p7 AS COPY INTO t (v) FROM (SELECT $1 FROM @st WHERE TRUE) FILE_FORMAT = (TYPE = JSON)
| 002098 0A000 SQL compilation error:\nCOPY statement only supports simple SELECT from stage statements for import.
no CREATE PIPE p7 AS COPY INTO t (v) FROM (SELECT x FROM (SELECT $1 AS x FROM @st)) FILE_FORMAT = (TYPE = JSON)
| 002098 0A000 SQL compilation error:\nCOPY statement only supports simple SELECT from stage statements for import.
no CREATE PIPE p7 AS COPY INTO t (f) FROM (SELECT UPPER($1) FROM @st) FILE_FORMAT = (TYPE = JSON)
| 000002 0A000 SQL Compilation error: Function 'UPPER' not supported within a COPY
no CREATE PIPE p7 AS COPY INTO t (f) FROM (SELECT CURRENT_TIMESTAMP()::VARCHAR FROM @st) FILE_FORMAT = (TYPE = JSON)
| 000002 0A000 SQL Compilation error: Function 'CURRENT_TIMESTAMP' not supported within a COPY
yes CREATE PIPE p7 AS COPY INTO t (v) FROM (SELECT $1 FROM @st) FILE_FORMAT = (TYPE = JSON)

# A pipe has the documented properties
no CREATE PIPE p8 AUTO_INGST = TRUE AS COPY INTO t (v) FROM @ext FILE_FORMAT = (TYPE = JSON)
| 001420 22023 SQL compilation error:\ninvalid property 'AUTO_INGST' for 'PIPE'
no CREATE PIPE p8 AUTO_INGEST = SOON AS COPY INTO t (v) FROM @ext FILE_FORMAT = (TYPE = JSON)
| 001008 22023 SQL compilation error:\ninvalid value [SOON] for parameter 'AUTO_INGEST'
no CREATE PIPE p8 ERROR_INTEGRATION = nope AS COPY INTO t (v) FROM @ext FILE_FORMAT = (TYPE = JSON)
| 002003 02000 SQL compilation error:\nIntegration 'NOPE' does not exist or not authorized.
no CREATE PIPE p8 ERROR_INTEGRATION = pipes_s3 AS COPY INTO t (v) FROM @ext FILE_FORMAT = (TYPE = JSON)
| 001008 22023 SQL compilation error:\ninvalid value [PIPES_S3] for parameter 'ERROR_INTEGRATION'
no CREATE PIPE p8 INTEGRATION = 'X' AS COPY INTO t (v) FROM @ext FILE_FORMAT = (TYPE = JSON)
| 000002 0A000 not supported by snowflake-local: INTEGRATION of PIPE
yes CREATE PIPE p8 AUTO_INGEST = TRUE COMMENT = 'c' AS COPY INTO t (v) FROM @ext FILE_FORMAT = (TYPE = JSON)

# A pipe needs what it loads from and into
no CREATE PIPE p9 AS COPY INTO nope FROM @st FILE_FORMAT = (TYPE = JSON)
| 002003 42S02 SQL compilation error:\nTable 'DB.PIPES.NOPE' does not exist or not authorized.
no CREATE PIPE p9 AS COPY INTO t FROM @nope FILE_FORMAT = (TYPE = JSON)
| 002003 02000 SQL compilation error:\nStage 'DB.PIPES.NOPE' does not exist or not authorized.
no CREATE PIPE p9 AS INSERT INTO t SELECT 1
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 18 unexpected 'INSERT'.
no CREATE PIPE p9 AS SELECT 1
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 18 unexpected 'SELECT'.
no CREATE PIPE p9
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 14 unexpected '<EOF>'.
no CREATE PIPE p AS COPY INTO t (v) FROM @st FILE_FORMAT = (TYPE = JSON)
| 002002 42710 SQL compilation error:\nObject 'DB.PIPES.P' already exists.
yes CREATE PIPE p9 AS COPY INTO t (v) FROM @st FILE_FORMAT = (TYPE = JSON)

# A pipe is altered by the documented actions
no ALTER PIPE p RESUME
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 13 unexpected 'RESUME'.
no ALTER PIPE p SET AUTO_INGEST = TRUE
| 001420 22023 SQL compilation error:\ninvalid property 'AUTO_INGEST' for 'PIPE'
no ALTER PIPE p SET PIPE_EXECUTION_PAUSED = MAYBE
| 001008 22023 SQL compilation error:\ninvalid value [MAYBE] for parameter 'PIPE_EXECUTION_PAUSED'
no ALTER PIPE p RENAME TO q
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 13 unexpected 'RENAME'.
no ALTER PIPE p REFRESH PREFX = 'a/'
| 001420 22023 SQL compilation error:\ninvalid property 'PREFX' for 'PIPE'
no ALTER PIPE p REFRESH MODIFIED_AFTER = 'yesterday'
| 001008 22023 SQL compilation error:\ninvalid value [yesterday] for parameter 'MODIFIED_AFTER'
no ALTER PIPE nope REFRESH
| 002003 02000 SQL compilation error:\nPipe 'DB.PIPES.NOPE' does not exist or not authorized.
no ALTER PIPE p SET
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 16 unexpected '<EOF>'.
yes ALTER PIPE p SET PIPE_EXECUTION_PAUSED = TRUE
yes ALTER PIPE p SET PIPE_EXECUTION_PAUSED = FALSE
yes ALTER PIPE p REFRESH PREFIX = 'a/'
yes ALTER PIPE IF EXISTS nope REFRESH

# The functions of pipes name a pipe
no SELECT SYSTEM$PIPE_STATUS('nope')
| 002003 02000 SQL compilation error:\nPipe 'DB.PIPES.NOPE' does not exist or not authorized.
no SELECT SYSTEM$PIPE_STATUS()
| 000938 22023 SQL compilation error: error line 1 at position 7\nnot enough arguments for function [SYSTEM$PIPE_STATUS], expected 1, got 0
no SELECT SYSTEM$PIPE_STATUS(p)
| 000904 42000 SQL compilation error: error line 1 at position 26\ninvalid identifier 'P'
no SELECT SYSTEM$PIPE_FORCE_RESUME('nope')
| 002003 02000 SQL compilation error:\nPipe 'DB.PIPES.NOPE' does not exist or not authorized.
no SELECT SYSTEM$PIPE_FORCE_RESUME('p', 'please')
| 001008 22023 SQL compilation error:\ninvalid value [please] for parameter 'SYSTEM$PIPE_FORCE_RESUME'
yes SELECT SYSTEM$PIPE_STATUS('p')

# VALIDATE_PIPE_LOAD refuses a pipe that transforms
no SELECT * FROM TABLE(VALIDATE_PIPE_LOAD(PIPE_NAME => 'pipes.p7', START_TIME => DATEADD(HOUR, -1, CURRENT_TIMESTAMP())))
| 000002 0A000 not supported by snowflake-local: table function VALIDATE_PIPE_LOAD
yes SELECT * FROM TABLE(INFORMATION_SCHEMA.COPY_HISTORY(TABLE_NAME => 't', START_TIME => DATEADD(HOUR, -1, CURRENT_TIMESTAMP())))

# A pipe that is not there
no DROP PIPE nope
| 002003 02000 SQL compilation error:\nPipe 'DB.PIPES.NOPE' does not exist or not authorized.
no DESCRIBE PIPE nope
| 002003 02000 SQL compilation error:\nPipe 'DB.PIPES.NOPE' does not exist or not authorized.
no SHOW PIPES IN SCHEMA nope
| 002043 02000 SQL compilation error:\nObject does not exist, or operation cannot be performed.
yes DROP PIPE IF EXISTS nope
yes DESCRIBE PIPE p

# Clauses of a pipe: a COPY from a stage, in parentheses or not; what is set can be unset
no CREATE PIPE clause AS COPY INTO t (v) FROM (SELECT $1 FROM TABLE(DATA_SOURCE(TYPE => 'STREAMING')))
| 000002 0A000 not supported by snowflake-local: COPY from DATA_SOURCE (Snowpipe Streaming)
no CREATE PIPE clause AS (COPY INTO t (v) FROM @st FILE_FORMAT = (TYPE = JSON)
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 75 unexpected '<EOF>'.
yes CREATE PIPE clause AS (COPY INTO t (v) FROM @st FILE_FORMAT = (TYPE = JSON))
yes ALTER PIPE clause SET PIPE_EXECUTION_PAUSED = TRUE COMMENT = 'c'
yes ALTER PIPE clause UNSET PIPE_EXECUTION_PAUSED, COMMENT, ERROR_INTEGRATION
no ALTER PIPE clause UNSET COMMENT = 'c'
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 32 unexpected '='.
no ALTER PIPE clause UNSET AWS_SNS_TOPIC
| 001420 22023 SQL compilation error:\ninvalid property 'AWS_SNS_TOPIC' for 'PIPE'
