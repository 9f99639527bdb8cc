# setup
do CREATE OR REPLACE ROLE limited
do CREATE TABLE t (a NUMBER)
do CREATE VIEW v AS SELECT a FROM t
do CREATE STREAM s ON TABLE t
do CREATE STAGE st ENCRYPTION = (TYPE = 'SNOWFLAKE_SSE')
do CREATE FILE FORMAT js TYPE = JSON
do CREATE SEQUENCE q
do CREATE WAREHOUSE IF NOT EXISTS privileges_wh
do USE WAREHOUSE compute_wh
do GRANT USAGE ON WAREHOUSE compute_wh TO ROLE limited
do CREATE TASK k WAREHOUSE = privileges_wh SCHEDULE = '60 MINUTES' AS SELECT 1
do CREATE PIPE p AS COPY INTO t FROM @st
do CREATE ALERT al WAREHOUSE = privileges_wh SCHEDULE = '60 MINUTES' IF (EXISTS (SELECT 1)) THEN SELECT 1
do CREATE PROCEDURE proc() RETURNS VARCHAR LANGUAGE JAVA RUNTIME_VERSION = '17' PACKAGES = ('com.snowflake:snowpark:latest') IMPORTS = ('@st/a.jar') HANDLER = 'A.b'
do CREATE STORAGE INTEGRATION privileges_s3 TYPE = EXTERNAL_STAGE STORAGE_PROVIDER = 'S3' ENABLED = TRUE
  STORAGE_AWS_ROLE_ARN = 'arn:aws:iam::000000000000:role/r' STORAGE_ALLOWED_LOCATIONS = ('s3://bucket/')
do CREATE NOTIFICATION INTEGRATION privileges_mail TYPE = EMAIL ENABLED = TRUE ALLOWED_RECIPIENTS = ('a@example.com')
do GRANT USAGE ON DATABASE db TO ROLE limited
do GRANT USAGE ON SCHEMA privileges TO ROLE limited

# A query wants SELECT on its table
do USE ROLE limited
no SELECT * FROM t
| 002003 42S02 SQL compilation error:\nTable 'DB.PRIVILEGES.T' does not exist or not authorized.
no SELECT COUNT(*) FROM privileges.t
| 002003 42S02 SQL compilation error:\nTable 'DB.PRIVILEGES.T' does not exist or not authorized.
no DESCRIBE TABLE t
| 002003 42S02 SQL compilation error:\nTable 'T' does not exist or not authorized.
do USE ROLE ACCOUNTADMIN
do GRANT SELECT ON TABLE t TO ROLE limited
do USE ROLE limited
yes SELECT * FROM t
yes DESCRIBE TABLE t
do USE ROLE ACCOUNTADMIN

# INSERT wants INSERT, UPDATE wants UPDATE, DELETE wants DELETE, TRUNCATE wants TRUNCATE
do USE ROLE limited
no INSERT INTO t VALUES (1)
| 003001 42501 SQL access control error:\nInsufficient privileges to operate on table 'T'
no UPDATE t SET a = 2
| 003001 42501 SQL access control error:\nInsufficient privileges to operate on table 'T'
no DELETE FROM t
| 003001 42501 SQL access control error:\nInsufficient privileges to operate on table 'T'
no TRUNCATE TABLE t
| 003001 42501 SQL access control error:\nInsufficient privileges to operate on table 'T'
no MERGE INTO t USING (SELECT 1 AS a) x ON t.a = x.a WHEN NOT MATCHED THEN INSERT (a) VALUES (x.a)
| 003001 42501 SQL access control error:\nInsufficient privileges to operate on table 'T'
no INSERT OVERWRITE INTO t VALUES (1)
| 003001 42501 SQL access control error:\nInsufficient privileges to operate on table 'T'
do USE ROLE ACCOUNTADMIN
do GRANT INSERT, UPDATE, DELETE, TRUNCATE ON TABLE t TO ROLE limited
do USE ROLE limited
yes INSERT INTO t VALUES (1)
yes UPDATE t SET a = 2
yes DELETE FROM t
yes TRUNCATE TABLE t
do USE ROLE ACCOUNTADMIN

# ALTER, DROP and COMMENT want ownership
do USE ROLE limited
no ALTER TABLE t ADD COLUMN b NUMBER
| 003001 42501 SQL access control error:\nInsufficient privileges to operate on table 'T'
no DROP TABLE t
| 003001 42501 SQL access control error:\nInsufficient privileges to operate on table 'T'
no COMMENT ON TABLE t IS 'c'
| 003001 42501 SQL access control error:\nInsufficient privileges to operate on table 'T'
no ALTER VIEW v SET COMMENT = 'c'
| 002003 42S02 SQL compilation error:\nView 'DB.PRIVILEGES.V' does not exist or not authorized.
no DROP VIEW v
| 002003 42S02 SQL compilation error:\nView 'DB.PRIVILEGES.V' does not exist or not authorized.
no DROP SCHEMA privileges
| 003001 42501 SQL access control error:\nInsufficient privileges to operate on schema 'DB.PRIVILEGES'
no DROP DATABASE db
| 003001 42501 SQL access control error:\nInsufficient privileges to operate on database 'DB'
do USE ROLE ACCOUNTADMIN
yes COMMENT ON TABLE t IS 'c'
yes ALTER VIEW v SET COMMENT = 'c'

# A view and a stream want SELECT on themselves, a stream on its table, too
do USE ROLE limited
no SELECT * FROM v
| 002003 42S02 SQL compilation error:\nView 'DB.PRIVILEGES.V' does not exist or not authorized.
no SELECT * FROM s
| 002003 02000 SQL compilation error:\nStream 'DB.PRIVILEGES.S' does not exist or not authorized.
no SELECT SYSTEM$STREAM_HAS_DATA('s')
| 002003 02000 SQL compilation error:\nStream 'DB.PRIVILEGES.S' does not exist or not authorized.
do USE ROLE ACCOUNTADMIN
do GRANT SELECT ON VIEW v TO ROLE limited
do GRANT SELECT ON STREAM s TO ROLE limited
do USE ROLE limited
yes SELECT * FROM v
yes SELECT * FROM s
yes SELECT SYSTEM$STREAM_HAS_DATA('s')
do USE ROLE ACCOUNTADMIN

# LIST wants READ, REMOVE and PUT want WRITE
do USE ROLE limited
no LIST @st
| 002003 02000 SQL compilation error:\nStage 'DB.PRIVILEGES.ST' does not exist or not authorized.
no REMOVE @st/x
| 002003 02000 SQL compilation error:\nStage 'DB.PRIVILEGES.ST' does not exist or not authorized.
no PUT file://${files}/rows.csv @st AUTO_COMPRESS = FALSE
| 002003 02000 SQL compilation error:\nStage 'DB.PRIVILEGES.ST' does not exist or not authorized.
no SELECT $1 FROM @st
| 002003 02000 SQL compilation error:\nStage 'DB.PRIVILEGES.ST' does not exist or not authorized.
no COPY INTO t FROM @st
| 002003 02000 SQL compilation error:\nStage 'DB.PRIVILEGES.ST' does not exist or not authorized.
no SELECT GET_PRESIGNED_URL(@st, 'rows.csv')
| 002003 02000 SQL compilation error:\nStage 'DB.PRIVILEGES.ST' does not exist or not authorized.
do USE ROLE ACCOUNTADMIN
do GRANT READ ON STAGE st TO ROLE limited
do USE ROLE limited
yes LIST @st
yes SELECT $1 FROM @st
yes SELECT GET_PRESIGNED_URL(@st, 'rows.csv')
no REMOVE @st/x
| 003001 42501 SQL access control error:\nInsufficient privileges to operate on stage 'ST'
no PUT file://${files}/rows.csv @st AUTO_COMPRESS = FALSE
| 003001 42501 SQL access control error:\nInsufficient privileges to operate on stage 'ST'
do USE ROLE ACCOUNTADMIN
do GRANT WRITE ON STAGE st TO ROLE limited
do USE ROLE limited
yes REMOVE @st/x
yes PUT file://${files}/rows.csv @st AUTO_COMPRESS = FALSE
do USE ROLE ACCOUNTADMIN

# A file format and a sequence want USAGE
do USE ROLE limited
no SELECT $1 FROM @st (FILE_FORMAT => js)
| 100069 22P02 Error parsing JSON: unknown keyword "one", line 1, pos 3\n  File 'rows.csv', line 1, character 3
no SELECT q.NEXTVAL
| 002003 02000 SQL compilation error:\nSequence 'DB.PRIVILEGES.Q' does not exist or not authorized.
do USE ROLE ACCOUNTADMIN
do GRANT USAGE ON FILE FORMAT js TO ROLE limited
do GRANT USAGE ON SEQUENCE q TO ROLE limited
do USE ROLE limited
yes SELECT $1 FROM @st/none (FILE_FORMAT => js)
yes SELECT q.NEXTVAL
do USE ROLE ACCOUNTADMIN

# Creating wants the privilege on the schema
do USE ROLE limited
no CREATE TABLE mine (a NUMBER)
| 003001 42501 SQL access control error:\nInsufficient privileges to operate on schema 'PRIVILEGES'
no CREATE VIEW mine_v AS SELECT 1 AS a
| 003001 42501 SQL access control error:\nInsufficient privileges to operate on schema 'PRIVILEGES'
no CREATE STREAM mine_s ON TABLE t
| 003001 42501 SQL access control error:\nInsufficient privileges to operate on schema 'PRIVILEGES'
no CREATE STAGE mine_st
| 003001 42501 SQL access control error:\nInsufficient privileges to operate on schema 'PRIVILEGES'
no CREATE FILE FORMAT mine_ff TYPE = CSV
| 003001 42501 SQL access control error:\nInsufficient privileges to operate on schema 'PRIVILEGES'
no CREATE SEQUENCE mine_q
| 003001 42501 SQL access control error:\nInsufficient privileges to operate on schema 'PRIVILEGES'
no CREATE TASK mine_k SCHEDULE = '60 MINUTES' AS SELECT 1
| 003001 42501 SQL access control error:\nInsufficient privileges to operate on schema 'PRIVILEGES'
no CREATE PIPE mine_p AS COPY INTO t FROM @st
| 003001 42501 SQL access control error:\nInsufficient privileges to operate on schema 'PRIVILEGES'
no CREATE ALERT mine_al SCHEDULE = '60 MINUTES' IF (EXISTS (SELECT 1)) THEN SELECT 1
| 003001 42501 SQL access control error:\nInsufficient privileges to operate on schema 'PRIVILEGES'
no CREATE PROCEDURE mine_proc() RETURNS VARCHAR LANGUAGE JAVA RUNTIME_VERSION = '17' PACKAGES = ('com.snowflake:snowpark:latest') IMPORTS = ('@st/a.jar') HANDLER = 'A.b'
| 003001 42501 SQL access control error:\nInsufficient privileges to operate on schema 'PRIVILEGES'
no CREATE SCHEMA db.mine_schema
| 003001 42501 SQL access control error:\nInsufficient privileges to operate on database 'DB'
do USE ROLE ACCOUNTADMIN
do GRANT CREATE TABLE, CREATE VIEW, CREATE STREAM, CREATE STAGE, CREATE FILE FORMAT, CREATE SEQUENCE, CREATE TASK, CREATE PIPE,
  CREATE ALERT, CREATE PROCEDURE ON SCHEMA privileges TO ROLE limited
do USE ROLE limited
yes CREATE TABLE mine (a NUMBER)
yes CREATE VIEW mine_v AS SELECT 1 AS a
yes CREATE STREAM mine_s ON TABLE t
yes CREATE STAGE mine_st
yes CREATE FILE FORMAT mine_ff TYPE = CSV
yes CREATE SEQUENCE mine_q
yes CREATE TASK mine_k SCHEDULE = '60 MINUTES' AS SELECT 1
yes CREATE PIPE mine_p AS COPY INTO t FROM @st
yes CREATE ALERT mine_al SCHEDULE = '60 MINUTES' IF (EXISTS (SELECT 1)) THEN SELECT 1
yes CREATE PROCEDURE mine_proc() RETURNS VARCHAR LANGUAGE JAVA RUNTIME_VERSION = '17' PACKAGES = ('com.snowflake:snowpark:latest') IMPORTS = ('@st/a.jar') HANDLER = 'A.b'
do USE ROLE ACCOUNTADMIN

# The account's objects want privileges on the account
do USE ROLE limited
no CREATE DATABASE mine_db
| 003001 42501 SQL access control error:\nInsufficient privileges to operate on account 'local'
no CREATE WAREHOUSE mine_wh
| 003001 42501 SQL access control error:\nInsufficient privileges to operate on account 'local'
no CREATE ROLE mine_role
| 003001 42501 SQL access control error:\nInsufficient privileges to operate on account 'local'
no CREATE USER mine_user
| 003001 42501 SQL access control error:\nInsufficient privileges to operate on account 'local'
no CREATE RESOURCE MONITOR mine_rm WITH CREDIT_QUOTA = 1
| 003001 42501 SQL access control error:\nInsufficient privileges to operate on account 'local'
no CREATE NOTIFICATION INTEGRATION mine_int TYPE = EMAIL ENABLED = TRUE
| 003001 42501 SQL access control error:\nInsufficient privileges to operate on account 'local'
do USE ROLE ACCOUNTADMIN
do GRANT CREATE DATABASE, CREATE WAREHOUSE, CREATE ROLE, CREATE USER, CREATE INTEGRATION ON ACCOUNT TO ROLE limited
do USE ROLE limited
yes CREATE DATABASE mine_db
do DROP DATABASE mine_db
yes CREATE WAREHOUSE mine_wh
yes CREATE ROLE mine_role
yes CREATE USER mine_user
yes CREATE NOTIFICATION INTEGRATION mine_int TYPE = EMAIL ENABLED = TRUE
do USE ROLE ACCOUNTADMIN
do USE SCHEMA db.privileges

# A task of one's own is started with EXECUTE TASK, a serverless one with EXECUTE MANAGED TASK, too
do USE ROLE limited
no ALTER TASK mine_k RESUME
| 091089 23001 Cannot execute task , EXECUTE TASK privilege must be granted to owner role
no EXECUTE TASK mine_k
| 091089 23001 Cannot execute task , EXECUTE TASK privilege must be granted to owner role
do USE ROLE ACCOUNTADMIN
do GRANT EXECUTE TASK ON ACCOUNT TO ROLE limited
do USE ROLE limited
no ALTER TASK mine_k RESUME
| 091089 23001 Cannot execute task , EXECUTE MANAGED TASK privilege must be granted to owner role
do USE ROLE ACCOUNTADMIN
do GRANT EXECUTE MANAGED TASK ON ACCOUNT TO ROLE limited
do USE ROLE limited
yes ALTER TASK mine_k RESUME
yes ALTER TASK mine_k SUSPEND
do USE ROLE ACCOUNTADMIN

# A task of another role is seen with MONITOR, operated with OPERATE, changed by its owner
do USE ROLE limited
no ALTER TASK k SUSPEND
| 002003 02000 SQL compilation error:\nTask 'DB.PRIVILEGES.K' does not exist or not authorized.
no DESCRIBE TASK k
| 002003 02000 SQL compilation error:\nTask 'K' does not exist or not authorized.
no EXECUTE TASK k
| 002003 02000 SQL compilation error:\nTask 'DB.PRIVILEGES.K' does not exist or not authorized.
do USE ROLE ACCOUNTADMIN
do GRANT MONITOR ON TASK k TO ROLE limited
do USE ROLE limited
yes DESCRIBE TASK k
no ALTER TASK k SUSPEND
| 003001 42501 SQL access control error:\nInsufficient privileges to operate on task 'K'
no EXECUTE TASK k
| 003001 42501 SQL access control error:\nInsufficient privileges to operate on task 'K'
do USE ROLE ACCOUNTADMIN
do GRANT OPERATE ON TASK k TO ROLE limited
do USE ROLE limited
yes ALTER TASK k SUSPEND
yes EXECUTE TASK k
no ALTER TASK k SET COMMENT = 'c'
| 003001 42501 SQL access control error:\nInsufficient privileges to operate on task 'K'
no DROP TASK k
| 003001 42501 SQL access control error:\nInsufficient privileges to operate on task 'K'
do USE ROLE ACCOUNTADMIN

# The warehouse of a task and of an alert wants USAGE
do USE ROLE limited
no CREATE TASK wh_task WAREHOUSE = privileges_wh SCHEDULE = '60 MINUTES' AS SELECT 1
| 002003 02000 SQL compilation error:\nWarehouse 'PRIVILEGES_WH' does not exist or not authorized.
no CREATE ALERT wh_alert WAREHOUSE = privileges_wh SCHEDULE = '60 MINUTES' IF (EXISTS (SELECT 1)) THEN SELECT 1
| 002003 02000 SQL compilation error:\nWarehouse 'PRIVILEGES_WH' does not exist or not authorized.
no USE WAREHOUSE privileges_wh
| 002043 02000 SQL compilation error:\nObject does not exist, or operation cannot be performed.
do USE ROLE ACCOUNTADMIN
do GRANT USAGE ON WAREHOUSE privileges_wh TO ROLE limited
do USE ROLE limited
yes CREATE TASK wh_task WAREHOUSE = privileges_wh SCHEDULE = '60 MINUTES' AS SELECT 1
yes CREATE ALERT wh_alert WAREHOUSE = privileges_wh SCHEDULE = '60 MINUTES' IF (EXISTS (SELECT 1)) THEN SELECT 1
yes USE WAREHOUSE privileges_wh
no ALTER WAREHOUSE privileges_wh SUSPEND
| 003001 42501 SQL access control error:\nInsufficient privileges to operate on warehouse 'PRIVILEGES_WH'
no ALTER WAREHOUSE privileges_wh SET AUTO_SUSPEND = 60
| 003001 42501 SQL access control error:\nInsufficient privileges to operate on warehouse 'PRIVILEGES_WH'
no DROP WAREHOUSE privileges_wh
| 003001 42501 SQL access control error:\nInsufficient privileges to operate on warehouse 'PRIVILEGES_WH'
do USE ROLE ACCOUNTADMIN
do GRANT OPERATE ON WAREHOUSE privileges_wh TO ROLE limited
do USE ROLE limited
yes ALTER WAREHOUSE privileges_wh SUSPEND
yes ALTER WAREHOUSE privileges_wh RESUME
do USE ROLE ACCOUNTADMIN

# A pipe of another role is seen with MONITOR and operated with OPERATE
do USE ROLE limited
no SELECT SYSTEM$PIPE_STATUS('p')
| 002003 02000 SQL compilation error:\nPipe 'DB.PRIVILEGES.P' does not exist or not authorized.
no ALTER PIPE p REFRESH
| 002003 02000 SQL compilation error:\nPipe 'DB.PRIVILEGES.P' does not exist or not authorized.
no DESCRIBE PIPE p
| 002003 02000 SQL compilation error:\nPipe 'P' does not exist or not authorized.
do USE ROLE ACCOUNTADMIN
do GRANT MONITOR ON PIPE p TO ROLE limited
do USE ROLE limited
yes SELECT SYSTEM$PIPE_STATUS('p')
yes DESCRIBE PIPE p
no ALTER PIPE p REFRESH
| 003001 42501 SQL access control error:\nInsufficient privileges to operate on pipe 'P'
no ALTER PIPE p SET PIPE_EXECUTION_PAUSED = TRUE
| 003001 42501 SQL access control error:\nInsufficient privileges to operate on pipe 'P'
do USE ROLE ACCOUNTADMIN
do GRANT OPERATE ON PIPE p TO ROLE limited
do USE ROLE limited
yes ALTER PIPE p REFRESH
no DROP PIPE p
| 003001 42501 SQL access control error:\nInsufficient privileges to operate on pipe 'P'
no ALTER PIPE p SET COMMENT = 'c'
| 003001 42501 SQL access control error:\nInsufficient privileges to operate on pipe 'P'
do USE ROLE ACCOUNTADMIN

# An alert is started with EXECUTE ALERT, a serverless one with EXECUTE MANAGED ALERT, too
do USE ROLE limited
no ALTER ALERT mine_al RESUME
| 091089 23001 Cannot execute alert , EXECUTE ALERT privilege must be granted to owner role
no ALTER ALERT al SUSPEND
| 002003 02000 SQL compilation error:\nAlert 'DB.PRIVILEGES.AL' does not exist or not authorized.
no DESCRIBE ALERT al
| 002003 02000 SQL compilation error:\nAlert 'AL' does not exist or not authorized.
do USE ROLE ACCOUNTADMIN
do GRANT EXECUTE ALERT ON ACCOUNT TO ROLE limited
do GRANT EXECUTE MANAGED ALERT ON ACCOUNT TO ROLE limited
do USE ROLE limited
yes ALTER ALERT mine_al RESUME
yes ALTER ALERT mine_al SUSPEND
do USE ROLE ACCOUNTADMIN

# A procedure wants USAGE
do USE ROLE limited
no CALL proc()
| 002141 42P13 SQL compilation error:\nUnknown user-defined function DB.PRIVILEGES.PROC
no DESCRIBE PROCEDURE proc()
| 002003 02000 SQL compilation error:\nProcedure 'PROC' does not exist or not authorized.
no DROP PROCEDURE proc()
| 002003 02000 SQL compilation error:\nProcedure 'DB.PRIVILEGES.PROC()' does not exist or not authorized.
do USE ROLE ACCOUNTADMIN
do GRANT USAGE ON PROCEDURE proc() TO ROLE limited
do USE ROLE limited
yes DESCRIBE PROCEDURE proc()
no DROP PROCEDURE proc()
| 003001 42501 SQL access control error:\nInsufficient privileges to operate on procedure 'PROC'
do USE ROLE ACCOUNTADMIN

# USAGE on one overload of a procedure opens no other
do CREATE PROCEDURE proc(a NUMBER) RETURNS VARCHAR LANGUAGE JAVA RUNTIME_VERSION = '17' PACKAGES = ('com.snowflake:snowpark:latest') IMPORTS = ('@st/a.jar') HANDLER = 'A.b'
do USE ROLE limited
no CALL proc(1)
| 002141 42P13 SQL compilation error:\nUnknown user-defined function DB.PRIVILEGES.PROC
no DESCRIBE PROCEDURE proc(NUMBER)
| 002003 02000 SQL compilation error:\nProcedure 'PROC' does not exist or not authorized.
yes DESCRIBE PROCEDURE proc()
do USE ROLE ACCOUNTADMIN
do GRANT USAGE ON PROCEDURE proc(NUMBER) TO ROLE limited
do USE ROLE limited
yes DESCRIBE PROCEDURE proc(NUMBER)
do USE ROLE ACCOUNTADMIN

# An integration wants USAGE
do USE ROLE limited
no CREATE STAGE ext URL = 's3://bucket/x/' STORAGE_INTEGRATION = privileges_s3
| 002003 02000 SQL compilation error:\nIntegration 'PRIVILEGES_S3' does not exist or not authorized.
no CALL SYSTEM$SEND_EMAIL('privileges_mail', 'a@example.com', 's', 'b')
| 002003 02000 SQL compilation error:\nIntegration 'PRIVILEGES_MAIL' does not exist or not authorized.
no DESCRIBE INTEGRATION privileges_s3
| 002003 02000 SQL compilation error:\nIntegration 'PRIVILEGES_S3' does not exist or not authorized.
no ALTER STORAGE INTEGRATION privileges_s3 SET ENABLED = FALSE
| 002003 02000 SQL compilation error:\nIntegration 'PRIVILEGES_S3' does not exist or not authorized.
do USE ROLE ACCOUNTADMIN
do GRANT USAGE ON INTEGRATION privileges_s3 TO ROLE limited
do GRANT USAGE ON INTEGRATION privileges_mail TO ROLE limited
do USE ROLE limited
yes CREATE STAGE ext URL = 's3://bucket/x/' STORAGE_INTEGRATION = privileges_s3
yes CALL SYSTEM$SEND_EMAIL('privileges_mail', 'a@example.com', 's', 'b')
no ALTER STORAGE INTEGRATION privileges_s3 SET ENABLED = FALSE
| 003001 42501 SQL access control error:\nInsufficient privileges to operate on integration 'PRIVILEGES_S3'
do USE ROLE ACCOUNTADMIN

# Granting wants ownership or MANAGE GRANTS
do CREATE TABLE for_grant (a NUMBER)
do GRANT SELECT ON TABLE for_grant TO ROLE limited
do USE ROLE limited
no GRANT SELECT ON TABLE for_grant TO ROLE public
| 003001 42501 SQL access control error:\nInsufficient privileges to operate on table 'FOR_GRANT'
no GRANT OWNERSHIP ON TABLE for_grant TO ROLE limited
| 003001 42501 SQL access control error:\nInsufficient privileges to operate on table 'FOR_GRANT'
no GRANT ROLE sysadmin TO ROLE limited
| 003001 42501 SQL access control error:\nInsufficient privileges to operate on role 'SYSADMIN'
no GRANT EXECUTE TASK ON ACCOUNT TO ROLE public
| 003001 42501 SQL access control error:\nInsufficient privileges to operate on account ''
do USE ROLE ACCOUNTADMIN
do GRANT SELECT ON TABLE for_grant TO ROLE limited WITH GRANT OPTION
do USE ROLE limited
yes GRANT SELECT ON TABLE for_grant TO ROLE public
no GRANT INSERT ON TABLE for_grant TO ROLE public
| 003001 42501 SQL access control error:\nInsufficient privileges to operate on table 'FOR_GRANT'
do USE ROLE ACCOUNTADMIN

# The account's usage wants a database role of SNOWFLAKE
do USE ROLE limited
no SELECT COUNT(*) FROM SNOWFLAKE.ACCOUNT_USAGE.COPY_HISTORY
| 002003 42S02 SQL compilation error:\nObject 'SNOWFLAKE.ACCOUNT_USAGE.COPY_HISTORY' does not exist or not authorized.
do USE ROLE ACCOUNTADMIN
do GRANT DATABASE ROLE SNOWFLAKE.USAGE_VIEWER TO ROLE limited
do USE ROLE limited
yes SELECT COUNT(*) FROM SNOWFLAKE.ACCOUNT_USAGE.COPY_HISTORY
do USE ROLE ACCOUNTADMIN

# Database and schema want USAGE
do REVOKE ALL ON SCHEMA privileges FROM ROLE limited
do USE ROLE limited
no USE SCHEMA db.privileges
| 002043 02000 SQL compilation error:\nObject does not exist, or operation cannot be performed.
no SELECT * FROM db.privileges.t
| 002003 02000 SQL compilation error:\nSchema 'DB.PRIVILEGES' does not exist or not authorized.
do USE ROLE ACCOUNTADMIN
do GRANT USAGE ON SCHEMA privileges TO ROLE limited
do USE ROLE limited
yes USE SCHEMA db.privileges
yes SELECT * FROM db.privileges.t
do USE ROLE ACCOUNTADMIN

# WRITE on a stage is granted with or after READ, and READ revoked with or after WRITE
do USE ROLE ACCOUNTADMIN
do CREATE STAGE pairs
no GRANT WRITE ON STAGE pairs TO ROLE limited
| 003001 42501 SQL access control error:\nWRITE on stage DB.PRIVILEGES.PAIRS cannot be granted to LIMITED before READ is.
yes GRANT READ, WRITE ON STAGE pairs TO ROLE limited
no REVOKE READ ON STAGE pairs FROM ROLE limited
| 003001 42501 SQL access control error:\nREAD on stage DB.PRIVILEGES.PAIRS cannot be revoked from LIMITED before WRITE is.
yes REVOKE READ, WRITE ON STAGE pairs FROM ROLE limited
no GRANT WRITE ON FUTURE STAGES IN SCHEMA privileges TO ROLE limited
| 003001 42501 SQL access control error:\nWRITE on stage DB.PRIVILEGES.<STAGE> cannot be granted to LIMITED before READ is.
yes GRANT READ ON FUTURE STAGES IN SCHEMA privileges TO ROLE limited
