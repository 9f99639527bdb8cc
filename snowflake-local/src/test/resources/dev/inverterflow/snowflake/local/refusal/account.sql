# setup
do CREATE STORAGE INTEGRATION account_s3 TYPE = EXTERNAL_STAGE STORAGE_PROVIDER = 'S3' ENABLED = TRUE
  STORAGE_AWS_ROLE_ARN = 'arn:aws:iam::000000000000:role/r' STORAGE_ALLOWED_LOCATIONS = ('s3://bucket/raw/')
  STORAGE_BLOCKED_LOCATIONS = ('s3://bucket/raw/secret/')
do CREATE STAGE sse ENCRYPTION = (TYPE = 'SNOWFLAKE_SSE')
do CREATE STAGE plain
do PUT file://${files}/rows.csv @sse AUTO_COMPRESS = FALSE
do PUT file://${files}/rows.csv @plain AUTO_COMPRESS = FALSE
do CREATE WAREHOUSE IF NOT EXISTS account_wh

# A presigned URL needs a stage with SNOWFLAKE_SSE
no SELECT GET_PRESIGNED_URL(@plain, 'rows.csv')
| 000002 0A000 not supported by snowflake-local: GET_PRESIGNED_URL of a stage that was not created with ENCRYPTION = (TYPE = 'SNOWFLAKE_SSE'), whose files nobody could read through the URL
no SELECT GET_PRESIGNED_URL(@nope, 'rows.csv')
| 002003 02000 SQL compilation error:\nStage 'DB.ACCOUNT.NOPE' does not exist or not authorized.
no SELECT GET_PRESIGNED_URL(@sse, 'rows.csv', 604801)
| 001008 22023 SQL compilation error:\ninvalid value [604801] for parameter 'expiration_time'
no SELECT GET_PRESIGNED_URL(@sse, 'rows.csv', 0)
| 001008 22023 SQL compilation error:\ninvalid value [0] for parameter 'expiration_time'
no SELECT GET_PRESIGNED_URL(@sse)
| 000938 22023 SQL compilation error: error line 1 at position 7\nnot enough arguments for function [GET_PRESIGNED_URL], expected 2, got 1
yes SELECT GET_PRESIGNED_URL(@sse, 'rows.csv')
yes SELECT GET_PRESIGNED_URL(@sse, 'rows.csv', 604800)

# The encryption of a stage is fixed when it is made
no CREATE STAGE st2 ENCRYPTION = (TYPE = 'SNOWFLAKE_SEE')
| 001008 22023 SQL compilation error:\ninvalid value [SNOWFLAKE_SEE] for parameter 'ENCRYPTION.TYPE'
no CREATE STAGE st2 ENCRYPTION = (TIPE = 'SNOWFLAKE_SSE')
| 001006 22023 SQL compilation error:\ninvalid parameter 'TIPE'
no ALTER STAGE plain SET ENCRYPTION = (TYPE = 'SNOWFLAKE_SSE')
| 001420 22023 SQL compilation error:\ninvalid property 'ENCRYPTION' for 'STAGE'
yes CREATE STAGE st2 ENCRYPTION = (TYPE = 'SNOWFLAKE_FULL')
no CREATE STAGE st3 FILE_FORMAT = (FORMAT_NAME = 'nope')
| 002003 02000 SQL compilation error:\nFile format 'nope' does not exist or not authorized.
no CREATE STAGE st3 FILE_FORMAT = (TYPE = PARQUET)
| 000002 0A000 not supported by snowflake-local: files of TYPE = PARQUET
no CREATE STAGE st3 FILE_FORMAT = (TYPE = TEXT)
| 001008 22023 SQL compilation error:\ninvalid value [TEXT] for parameter 'TYPE'
no CREATE STAGE st3 FILE_FORMAT = (TYPE = JSON FIELD_DELIMITER = ';')
| 001006 22023 SQL compilation error:\ninvalid parameter 'FIELD_DELIMITER'
no CREATE STAGE st3 FILE_FORMAT = (TYPE = CSV SKIP_HEADER = 'a')
| 001008 22023 SQL compilation error:\ninvalid value [a] for parameter 'SKIP_HEADER'
yes CREATE STAGE st3 FILE_FORMAT = (TYPE = CSV SKIP_HEADER = 1)
no ALTER STAGE st3 SET FILE_FORMAT = (FORMAT_NAME = 'nope')
| 002003 02000 SQL compilation error:\nFile format 'nope' does not exist or not authorized.
yes ALTER STAGE st3 SET FILE_FORMAT = (TYPE = JSON STRIP_OUTER_ARRAY = TRUE)

# Time travel is 0 or 1 day on Standard Edition
no CREATE TABLE r (a NUMBER) DATA_RETENTION_TIME_IN_DAYS = 2
| 001008 22023 SQL compilation error:\ninvalid value [2] for parameter 'DATA_RETENTION_TIME_IN_DAYS'
no CREATE SCHEMA r2 DATA_RETENTION_TIME_IN_DAYS = 90
| 001008 22023 SQL compilation error:\ninvalid value [90] for parameter 'DATA_RETENTION_TIME_IN_DAYS'
no CREATE DATABASE r3 DATA_RETENTION_TIME_IN_DAYS = 2
| 001008 22023 SQL compilation error:\ninvalid value [2] for parameter 'DATA_RETENTION_TIME_IN_DAYS'
no CREATE TABLE r (a NUMBER) DATA_RETENTION_TIME_IN_DAYS = -1
| 001008 22023 SQL compilation error:\ninvalid value [-1] for parameter 'DATA_RETENTION_TIME_IN_DAYS'
no CREATE TABLE r (a NUMBER) DATA_RETENTION_TIME_IN_DAYS = 'long'
| 001008 22023 SQL compilation error:\ninvalid value [long] for parameter 'DATA_RETENTION_TIME_IN_DAYS'
yes CREATE TABLE r (a NUMBER) DATA_RETENTION_TIME_IN_DAYS = 1
no ALTER TABLE r SET DATA_RETENTION_TIME_IN_DAYS = 2
| 001008 22023 SQL compilation error:\ninvalid value [2] for parameter 'DATA_RETENTION_TIME_IN_DAYS'
yes ALTER TABLE r SET DATA_RETENTION_TIME_IN_DAYS = 0

# The extension of a stream's life is 0 to 90 days
no CREATE TABLE m (a NUMBER) MAX_DATA_EXTENSION_TIME_IN_DAYS = 91
| 001008 22023 SQL compilation error:\ninvalid value [91] for parameter 'MAX_DATA_EXTENSION_TIME_IN_DAYS'
no CREATE TABLE m (a NUMBER) MAX_DATA_EXTENSION_TIME_IN_DAYS = -1
| 001008 22023 SQL compilation error:\ninvalid value [-1] for parameter 'MAX_DATA_EXTENSION_TIME_IN_DAYS'
yes CREATE TABLE m (a NUMBER) MAX_DATA_EXTENSION_TIME_IN_DAYS = 90

# A resource monitor watches warehouses
do CREATE RESOURCE MONITOR account_rm WITH CREDIT_QUOTA = 1 TRIGGERS ON 90 PERCENT DO NOTIFY ON 100 PERCENT DO SUSPEND
do CREATE TASK account_task SCHEDULE = '60 MINUTES' AS SELECT 1
no ALTER TASK account_task SET RESOURCE_MONITOR = account_rm
| 001420 22023 SQL compilation error:\ninvalid property 'RESOURCE_MONITOR' for 'TASK'
no CREATE PIPE p RESOURCE_MONITOR = account_rm AS COPY INTO r FROM @plain
| 001420 22023 SQL compilation error:\ninvalid property 'RESOURCE_MONITOR' for 'PIPE'
no ALTER WAREHOUSE account_wh SET RESOURCE_MONITOR = nope
| 002003 02000 SQL compilation error:\nResource monitor 'NOPE' does not exist or not authorized.
no CREATE RESOURCE MONITOR rm2 WITH CREDIT_QUOTA = -1
| 001008 22023 SQL compilation error:\ninvalid value [-1] for parameter 'CREDIT_QUOTA'
no CREATE RESOURCE MONITOR rm2 WITH QUOTA = 1
| 001420 22023 SQL compilation error:\ninvalid property 'QUOTA' for 'RESOURCE_MONITOR'
no CREATE RESOURCE MONITOR rm2 WITH CREDIT_QUOTA = 1 FREQUENCY = HOURLY START_TIMESTAMP = IMMEDIATELY
| 001008 22023 SQL compilation error:\ninvalid value [HOURLY] for parameter 'FREQUENCY'
no CREATE RESOURCE MONITOR rm2 WITH CREDIT_QUOTA = 1 TRIGGERS ON 90 PERCENT DO SHOUT
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 76 unexpected 'SHOUT'.
no CREATE RESOURCE MONITOR account_rm WITH CREDIT_QUOTA = 1
| 002002 42710 SQL compilation error:\nObject 'ACCOUNT_RM' already exists.
yes ALTER WAREHOUSE account_wh SET RESOURCE_MONITOR = account_rm
yes CREATE RESOURCE MONITOR rm2 WITH CREDIT_QUOTA = 1 FREQUENCY = MONTHLY START_TIMESTAMP = IMMEDIATELY

# A stage lies where its integration allows
no CREATE STAGE e URL = 's3://other/raw/' STORAGE_INTEGRATION = account_s3
| 003001 42501 SQL access control error:\nLocation 's3://other/raw/' is not allowed by integration 'ACCOUNT_S3'. Please use DESC INTEGRATION to check out allowed and blocked locations.
no CREATE STAGE e URL = 's3://bucket/cooked/' STORAGE_INTEGRATION = account_s3
| 003001 42501 SQL access control error:\nLocation 's3://bucket/cooked/' is not allowed by integration 'ACCOUNT_S3'. Please use DESC INTEGRATION to check out allowed and blocked locations.
no CREATE STAGE e URL = 's3://bucket/raw/secret/' STORAGE_INTEGRATION = account_s3
| 003001 42501 SQL access control error:\nLocation 's3://bucket/raw/secret/' is not allowed by integration 'ACCOUNT_S3'. Please use DESC INTEGRATION to check out allowed and blocked locations.
no CREATE STAGE e URL = 's3://bucket/raw/' STORAGE_INTEGRATION = nope
| 002003 02000 SQL compilation error:\nIntegration 'NOPE' does not exist or not authorized.
no CREATE STAGE e URL = 'ftp://bucket/raw/' STORAGE_INTEGRATION = account_s3
| 000002 0A000 not supported by snowflake-local: stages at 'ftp://bucket/raw/': only s3:// locations are read
no CREATE STAGE e STORAGE_INTEGRATION = account_s3
| 001420 22023 SQL compilation error:\ninvalid property 'STORAGE_INTEGRATION' for 'STAGE'
yes CREATE STAGE e URL = 's3://bucket/raw/' STORAGE_INTEGRATION = account_s3
no ALTER STAGE e SET URL = 's3://other/raw/'
| 003001 42501 SQL access control error:\nLocation 's3://other/raw/' is not allowed by integration 'ACCOUNT_S3'. Please use DESC INTEGRATION to check out allowed and blocked locations.
yes ALTER STAGE e SET URL = 's3://bucket/raw/more/'

# An integration has the documented properties
no CREATE STORAGE INTEGRATION i2 TYPE = EXTERNAL_STAGE STORAGE_PROVIDER = 'S3' ENABLED = TRUE STORAGE_ALLOWED_LOCATIONS = ('s3://b/')
| 002029 42601 SQL compilation error:\nMissing option(s): [STORAGE_AWS_ROLE_ARN]
no CREATE STORAGE INTEGRATION i2 TYPE = EXTERNAL_STAGE STORAGE_PROVIDER = 'S4' ENABLED = TRUE STORAGE_AWS_ROLE_ARN = 'arn:aws:iam::000000000000:role/r' STORAGE_ALLOWED_LOCATIONS = ('s3://b/')
| 000002 0A000 not supported by snowflake-local: STORAGE_PROVIDER = 'S4'
no CREATE STORAGE INTEGRATION i2 TYPE = EXTERNAL_STAGE STORAGE_PROVIDER = 'S3' ENABLED = TRUE STORAGE_AWS_ROLE_ARN = 'arn:aws:iam::000000000000:role/r' STORAGE_ALLOWED_LOCATIONS = ('s3://b/') REGION = 'x'
| 001420 22023 SQL compilation error:\ninvalid property 'REGION' for 'INTEGRATION'
no CREATE STORAGE INTEGRATION account_s3 TYPE = EXTERNAL_STAGE STORAGE_PROVIDER = 'S3' ENABLED = TRUE STORAGE_AWS_ROLE_ARN = 'arn:aws:iam::000000000000:role/r' STORAGE_ALLOWED_LOCATIONS = ('s3://b/')
| 002002 42710 SQL compilation error:\nObject 'ACCOUNT_S3' already exists.
yes CREATE STORAGE INTEGRATION i2 TYPE = EXTERNAL_STAGE STORAGE_PROVIDER = 'S3' ENABLED = TRUE
  STORAGE_AWS_ROLE_ARN = 'arn:aws:iam::000000000000:role/r' STORAGE_ALLOWED_LOCATIONS = ('s3://b/')

# LIST and REMOVE name a stage
no LIST @nope
| 002003 02000 SQL compilation error:\nStage 'DB.ACCOUNT.NOPE' does not exist or not authorized.
no REMOVE @nope/x
| 002003 02000 SQL compilation error:\nStage 'DB.ACCOUNT.NOPE' does not exist or not authorized.
no LIST plain
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 5 unexpected 'plain'.
no LIST @plain PATTERN = '['
| 001008 22023 SQL compilation error:\ninvalid value [[] for parameter 'PATTERN'
no LIST @plain PATERN = '.*'
| 001006 22023 SQL compilation error:\ninvalid parameter 'PATERN'
yes LIST @plain PATTERN = '.*csv'
yes REMOVE @plain/x

# PUT and GET name a stage and a file
no PUT file:///nope/nothing.csv @plain
| 200008 22000 File not found.\nCause: specified file does not exist: /nope/nothing.csv\nUsage: to specify files, use "file://" prefix followed by path to files. A path can be relative or absolute. Example: put file:///tmp/bla* @table.
no PUT file://${files}/rows.csv @nope
| 002003 02000 SQL compilation error:\nStage 'DB.ACCOUNT.NOPE' does not exist or not authorized.
no PUT file://${files}/rows.csv @plain COMPRESS = TRUE
| 001006 22023 SQL compilation error:\ninvalid parameter 'COMPRESS'
yes PUT file://${files}/rows.csv @plain OVERWRITE = TRUE

# A warehouse has the documented properties
no CREATE WAREHOUSE w2 SIZE = 'SMALL'
| 001420 22023 SQL compilation error:\ninvalid property 'SIZE' for 'WAREHOUSE'
no CREATE WAREHOUSE w2 WAREHOUSE_SIZE = 'TINY'
| 001008 22023 SQL compilation error:\ninvalid value [TINY] for parameter 'WAREHOUSE_SIZE'
no CREATE WAREHOUSE w2 AUTO_SUSPEND = -1
| 001008 22023 SQL compilation error:\ninvalid value [-1] for parameter 'AUTO_SUSPEND'
no CREATE WAREHOUSE w2 MIN_CLUSTER_COUNT = 2 MAX_CLUSTER_COUNT = 1
| 001008 22023 SQL compilation error:\ninvalid value [2] for parameter 'MIN_CLUSTER_COUNT'
no CREATE WAREHOUSE w2 MAX_CLUSTER_COUNT = 3
| 001423 22023 SQL compilation error:\ninvalid property 'MAX_CLUSTER_COUNT'; feature 'MULTI_CLUSTER_WAREHOUSES' not enabled
no CREATE WAREHOUSE w2 QUERY_ACCELERATION_MAX_SCALE_FACTOR = 8
| 001423 22023 SQL compilation error:\ninvalid property 'QUERY_ACCELERATION_MAX_SCALE_FACTOR'; feature 'Query Acceleration Service' not enabled
no ALTER WAREHOUSE account_wh SET ENABLE_QUERY_ACCELERATION = TRUE
| 001423 22023 SQL compilation error:\ninvalid property 'ENABLE_QUERY_ACCELERATION'; feature 'Query Acceleration Service' not enabled
yes ALTER WAREHOUSE account_wh SET MAX_CLUSTER_COUNT = 1
no CREATE WAREHOUSE account_wh
| 002002 42710 SQL compilation error:\nObject 'ACCOUNT_WH' already exists.
no CREATE OR REPLACE WAREHOUSE IF NOT EXISTS w2
| 001000 42601 SQL compilation error:\noptions IF NOT EXISTS and OR REPLACE are incompatible.
no ALTER WAREHOUSE account_wh SET NOPE = 1
| 001420 22023 SQL compilation error:\ninvalid property 'NOPE' for 'WAREHOUSE'
no ALTER WAREHOUSE nope SUSPEND
| 002003 02000 SQL compilation error:\nWarehouse 'NOPE' does not exist or not authorized.
no ALTER WAREHOUSE account_wh PAUSE
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 27 unexpected 'PAUSE'.
no DROP WAREHOUSE nope
| 002003 02000 SQL compilation error:\nWarehouse 'NOPE' does not exist or not authorized.
no USE WAREHOUSE nope
| 002043 02000 SQL compilation error:\nObject does not exist, or operation cannot be performed.
yes CREATE WAREHOUSE w2 WAREHOUSE_SIZE = 'SMALL' AUTO_SUSPEND = 60
yes ALTER WAREHOUSE w2 SET WAREHOUSE_SIZE = XSMALL

# A role and a user have the documented properties
no CREATE ROLE r1 OWNER = x
| 001420 22023 SQL compilation error:\ninvalid property 'OWNER' for 'ROLE'
no CREATE ROLE accountadmin
| 002002 42710 SQL compilation error:\nObject 'ACCOUNTADMIN' already exists.
no DROP ROLE nope
| 002003 02000 SQL compilation error:\nRole 'NOPE' does not exist or not authorized.
no USE ROLE nope
| 002043 02000 SQL compilation error:\nObject does not exist, or operation cannot be performed.
no GRANT ROLE nope TO USER local
| 002003 02000 SQL compilation error:\nRole 'NOPE' does not exist or not authorized.
no GRANT ROLE sysadmin TO USER nope
| 002003 02000 SQL compilation error:\nUser 'NOPE' does not exist or not authorized.
no CREATE USER u1 NOPE = 1
| 001420 22023 SQL compilation error:\ninvalid property 'NOPE' for 'USER'
no CREATE USER u1 TYPE = ROBOT
| 001008 22023 SQL compilation error:\ninvalid value [ROBOT] for parameter 'TYPE'
no CREATE USER u1 TYPE = SERVICE PASSWORD = 'abc12345678ABC'
| 001420 22023 SQL compilation error:\ninvalid property 'PASSWORD' for 'USER'
no CREATE USER u1 DEFAULT_SECONDARY_ROLES = ('SOME')
| 001008 22023 SQL compilation error:\ninvalid value [SOME] for parameter 'DEFAULT_SECONDARY_ROLES'
no CREATE USER local
| 002002 42710 SQL compilation error:\nObject 'LOCAL' already exists.
no DROP USER nope
| 002003 02000 SQL compilation error:\nUser 'NOPE' does not exist or not authorized.
no ALTER USER local SET NOPE = 1
| 001420 22023 SQL compilation error:\ninvalid property 'NOPE' for 'USER'
yes CREATE ROLE r1 COMMENT = 'c'
yes CREATE USER u1 TYPE = SERVICE
yes GRANT ROLE r1 TO USER u1

# Grants are of privileges that the kind of object has
no GRANT SELECT ON WAREHOUSE account_wh TO ROLE r1
| 003008 42501 SQL access control error:\nInvalid object type 'WAREHOUSE' for privilege 'SELECT'.
no GRANT OPERATE ON TABLE r TO ROLE r1
| 003008 42501 SQL access control error:\nInvalid object type 'TABLE' for privilege 'OPERATE'.
no GRANT NOPE ON TABLE r TO ROLE r1
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 6 unexpected 'NOPE'.
no GRANT EXECUTE TASK ON DATABASE db TO ROLE r1
| 003008 42501 SQL access control error:\nInvalid object type 'DATABASE' for privilege 'EXECUTE TASK'.
no GRANT SELECT ON TABLE nope TO ROLE r1
| 002003 42S02 SQL compilation error:\nTable 'DB.ACCOUNT.NOPE' does not exist or not authorized.
no GRANT SELECT ON TABLE r TO ROLE nope
| 002003 02000 SQL compilation error:\nRole 'NOPE' does not exist or not authorized.
no GRANT SELECT ON TABLE r TO USER local
| 002003 02000 SQL compilation error:\nRole 'LOCAL' does not exist or not authorized.
no GRANT DATABASE ROLE snowflake.nope TO ROLE r1
| 002003 02000 SQL compilation error:\nDatabase role 'SNOWFLAKE.NOPE' does not exist or not authorized.
no REVOKE SELECT ON TABLE nope FROM ROLE r1
| 002003 42S02 SQL compilation error:\nTable 'DB.ACCOUNT.NOPE' does not exist or not authorized.
yes GRANT SELECT ON TABLE r TO ROLE r1
yes GRANT EXECUTE TASK ON ACCOUNT TO ROLE r1
yes GRANT DATABASE ROLE snowflake.usage_viewer TO ROLE r1
yes REVOKE SELECT ON TABLE r FROM ROLE r1
