# setup
do CREATE TABLE t (a NUMBER)
do ALTER TABLE t SET CHANGE_TRACKING = TRUE
do CREATE VIEW v AS SELECT a FROM t
do CREATE WAREHOUSE IF NOT EXISTS alerts_wh
do CREATE NOTIFICATION INTEGRATION alerts_mail TYPE = EMAIL ENABLED = TRUE ALLOWED_RECIPIENTS = ('a@example.com')

# A condition is an EXISTS
no CREATE ALERT a1 WAREHOUSE = alerts_wh SCHEDULE = '1 MINUTE' IF (SELECT 1) THEN SELECT 1
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 64 unexpected 'SELECT'.
no CREATE ALERT a1 WAREHOUSE = alerts_wh SCHEDULE = '1 MINUTE' IF (TRUE) THEN SELECT 1
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 64 unexpected 'TRUE'.
no CREATE ALERT a1 WAREHOUSE = alerts_wh SCHEDULE = '1 MINUTE' THEN SELECT 1
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 60 unexpected 'THEN'.
no CREATE ALERT a1 WAREHOUSE = alerts_wh SCHEDULE = '1 MINUTE' IF (EXISTS (SELECT 1))
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 82 unexpected '<EOF>'.
yes CREATE ALERT a1 WAREHOUSE = alerts_wh SCHEDULE = '1 MINUTE' IF (EXISTS (SELECT 1 FROM t)) THEN SELECT 1

# An alert on new data watches one table or view
no CREATE ALERT a2 IF (EXISTS (SELECT * FROM t, v)) THEN SELECT 1
| 091094 42601 SQL compilation error:\nInvalid alert on new data: its condition must read one table, without joins.
no CREATE ALERT a2 IF (EXISTS (SELECT * FROM t x JOIN t y ON x.a = y.a)) THEN SELECT 1
| 091094 42601 SQL compilation error:\nInvalid alert on new data: its condition must read one table, without joins.
no CREATE ALERT a2 IF (EXISTS (WITH q AS (SELECT * FROM t) SELECT * FROM q)) THEN SELECT 1
| 091094 42601 SQL compilation error:\nInvalid alert on new data: its condition must not have common table expressions.
no CREATE ALERT a2 IF (EXISTS (SELECT 1)) THEN SELECT 1
| 091094 42601 SQL compilation error:\nInvalid alert on new data: its condition must read one table, without joins.
no CREATE ALERT a2 IF (EXISTS (SELECT * FROM nope)) THEN SELECT 1
| 002003 42S02 SQL compilation error:\nTable 'DB.ALERTS.NOPE' does not exist or not authorized.
yes CREATE ALERT a2 IF (EXISTS (SELECT * FROM t WHERE a > 0)) THEN SELECT 1

# A schedule of an alert is a task's
no CREATE ALERT a3 WAREHOUSE = alerts_wh SCHEDULE = 'NOW AND THEN' IF (EXISTS (SELECT 1)) THEN SELECT 1
| 001008 22023 SQL compilation error:\ninvalid value [NOW AND THEN] for parameter 'SCHEDULE'
no CREATE ALERT a3 WAREHOUSE = alerts_wh SCHEDULE = '5 SECONDS' IF (EXISTS (SELECT 1)) THEN SELECT 1
| 001008 22023 SQL compilation error:\ninvalid value [5 SECONDS] for parameter 'SCHEDULE'
no CREATE ALERT a3 WAREHOUSE = alerts_wh SCHEDULE = 'USING CRON * * * * * Nowhere' IF (EXISTS (SELECT 1)) THEN SELECT 1
| 001008 22023 SQL compilation error:\ninvalid value [USING CRON * * * * * Nowhere] for parameter 'SCHEDULE'
yes CREATE ALERT a3 WAREHOUSE = alerts_wh SCHEDULE = 'USING CRON * * * * * UTC' IF (EXISTS (SELECT 1)) THEN SELECT 1

# An alert has the documented properties
no CREATE ALERT a4 WAREHOUSE = nope SCHEDULE = '1 MINUTE' IF (EXISTS (SELECT 1)) THEN SELECT 1
| 002003 02000 SQL compilation error:\nWarehouse 'NOPE' does not exist or not authorized.
no CREATE ALERT a4 WAREHOUSE = alerts_wh SCHEDULE = '1 MINUTE' TIMEZONE = 'UTC' IF (EXISTS (SELECT 1)) THEN SELECT 1
| 001420 22023 SQL compilation error:\ninvalid property 'TIMEZONE' for 'ALERT'
no CREATE ALERT a4 WAREHOUSE = alerts_wh SCHEDULE = '1 MINUTE' SCHEDULE = '1 MINUTE' IF (EXISTS (SELECT 1)) THEN SELECT 1
| 001424 42601 SQL compilation error:\nduplicate property 'SCHEDULE'; only one property with this name is permitted.
no CREATE OR REPLACE ALERT IF NOT EXISTS a4 WAREHOUSE = alerts_wh SCHEDULE = '1 MINUTE' IF (EXISTS (SELECT 1)) THEN SELECT 1
| 001000 42601 SQL compilation error:\noptions IF NOT EXISTS and OR REPLACE are incompatible.
no CREATE ALERT a1 WAREHOUSE = alerts_wh SCHEDULE = '1 MINUTE' IF (EXISTS (SELECT 1)) THEN SELECT 1
| 002002 42710 SQL compilation error:\nObject 'DB.ALERTS.A1' already exists.
yes CREATE ALERT a4 WAREHOUSE = alerts_wh SCHEDULE = '1 MINUTE' COMMENT = 'c' IF (EXISTS (SELECT 1)) THEN SELECT 1

# An alert is altered by the documented actions
no ALTER ALERT nope RESUME
| 002003 02000 SQL compilation error:\nAlert 'DB.ALERTS.NOPE' does not exist or not authorized.
no ALTER ALERT a1 START
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 15 unexpected 'START'.
no ALTER ALERT a1 SET NOPE = 1
| 001420 22023 SQL compilation error:\ninvalid property 'NOPE' for 'ALERT'
no ALTER ALERT a1 RENAME TO a9
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 15 unexpected 'RENAME'.
no ALTER ALERT a1 MODIFY ACTION SELEC 1
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 29 unexpected 'SELEC'.
no DROP ALERT nope
| 002003 02000 SQL compilation error:\nAlert 'DB.ALERTS.NOPE' does not exist or not authorized.
no DESCRIBE ALERT nope
| 002003 02000 SQL compilation error:\nAlert 'DB.ALERTS.NOPE' does not exist or not authorized.
no EXECUTE ALERT nope
| 002003 02000 SQL compilation error:\nAlert 'DB.ALERTS.NOPE' does not exist or not authorized.
yes ALTER ALERT a1 RESUME
yes ALTER ALERT a1 SUSPEND
yes ALTER ALERT a1 SET COMMENT = 'c'
yes EXECUTE ALERT a1
yes DROP ALERT IF EXISTS nope

# Mail goes through an integration to whom it allows
no CALL SYSTEM$SEND_EMAIL('nope', 'a@example.com', 's', 'b')
| 002003 02000 SQL compilation error:\nIntegration 'nope' does not exist or not authorized.
no CALL SYSTEM$SEND_EMAIL('alerts_mail', 'stranger@example.com', 's', 'b')
| 394209 22023 Email recipients in the given list at indexes: [1] are not allowed. Either these email addresses are not yet validated or do not belong to any user in the current account.
no CALL SYSTEM$SEND_EMAIL('alerts_mail', 'a@example.com', 's')
| 000938 22023 SQL compilation error: error line 1 at position 0\nnot enough arguments for function [SYSTEM$SEND_EMAIL], expected 4, got 3
yes CALL SYSTEM$SEND_EMAIL('alerts_mail', 'a@example.com', 's', 'b')

# A condition is a query, a SHOW or a CALL
no CREATE ALERT clause WAREHOUSE = alerts_wh SCHEDULE = '1 MINUTE' IF (EXISTS (INSERT INTO t VALUES (1))) THEN SELECT 1
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 76 unexpected 'INSERT'.
no CREATE ALERT clause WAREHOUSE = alerts_wh SCHEDULE = '1 MINUTE' IF (EXISTS (DROP TABLE t)) THEN SELECT 1
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 76 unexpected 'DROP'.
yes CREATE ALERT clause WAREHOUSE = alerts_wh SCHEDULE = '1 MINUTE' IF (EXISTS (SHOW TABLES)) THEN INSERT INTO t VALUES (1)
no ALTER ALERT clause MODIFY CONDITION EXISTS (DELETE FROM t)
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 44 unexpected 'DELETE'.
yes ALTER ALERT clause MODIFY CONDITION EXISTS (WITH x AS (SELECT a FROM t) SELECT * FROM x)

# Clauses of CREATE ALERT that the stand-in has not are refused by name
no CREATE ALERT clause2 WITH TAG (x = 'y') SCHEDULE = '1 MINUTE' IF (EXISTS (SELECT 1)) THEN SELECT 1
| 000002 0A000 not supported by snowflake-local: CREATE ALERT … WITH TAG
no CREATE ALERT clause2 CLONE clause
| 000002 0A000 not supported by snowflake-local: CREATE ALERT … CLONE
no CREATE ALERT clause2 FROM TEMPLATE x
| 000002 0A000 not supported by snowflake-local: CREATE ALERT … FROM TEMPLATE
yes CREATE ALERT clause2 WAREHOUSE = alerts_wh SCHEDULE = '1 MINUTE' RUNBOOK = 'x' IF (EXISTS (SELECT 1)) THEN SELECT 1
