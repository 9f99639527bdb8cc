# setup
do CREATE TABLE t (a NUMBER)
do CREATE STREAM s ON TABLE t
do CREATE WAREHOUSE IF NOT EXISTS tasks_wh
do CREATE SCHEMA db.tasks_elsewhere
do CREATE TASK db.tasks_elsewhere.far WAREHOUSE = tasks_wh AS SELECT 1
do USE SCHEMA db.tasks
do CREATE TASK root WAREHOUSE = tasks_wh SCHEDULE = '60 MINUTES' AS SELECT 1
do CREATE TASK child WAREHOUSE = tasks_wh AFTER root AS SELECT 1

# A trigger waits 10 seconds at least and a week at most
no CREATE TASK t1 WAREHOUSE = tasks_wh USER_TASK_MINIMUM_TRIGGER_INTERVAL_IN_SECONDS = 9 WHEN SYSTEM$STREAM_HAS_DATA('s') AS SELECT 1
| 001008 22023 SQL compilation error:\ninvalid value [9] for parameter 'USER_TASK_MINIMUM_TRIGGER_INTERVAL_IN_SECONDS'
no CREATE TASK t1 WAREHOUSE = tasks_wh USER_TASK_MINIMUM_TRIGGER_INTERVAL_IN_SECONDS = 604801 WHEN SYSTEM$STREAM_HAS_DATA('s') AS SELECT 1
| 001008 22023 SQL compilation error:\ninvalid value [604801] for parameter 'USER_TASK_MINIMUM_TRIGGER_INTERVAL_IN_SECONDS'
yes CREATE TASK t1 WAREHOUSE = tasks_wh USER_TASK_MINIMUM_TRIGGER_INTERVAL_IN_SECONDS = 10 WHEN SYSTEM$STREAM_HAS_DATA('s') AS SELECT 1

# A condition has only the functions of streams and predecessors
no CREATE TASK t2 WAREHOUSE = tasks_wh SCHEDULE = '1 MINUTE' WHEN CURRENT_DATE() > '2024-01-01' AS SELECT 1
| 091089 42601 SQL compilation error:\nInvalid expression for task condition expression. Expecting one of the following: [SYSTEM$STREAM_HAS_DATA, SYSTEM$GET_PREDECESSOR_RETURN_VALUE]
no CREATE TASK t2 WAREHOUSE = tasks_wh SCHEDULE = '1 MINUTE' WHEN (SELECT COUNT(*) FROM t) > 0 AS SELECT 1
| 091089 42601 SQL compilation error:\nInvalid expression for task condition expression. Expecting one of the following: [SYSTEM$STREAM_HAS_DATA, SYSTEM$GET_PREDECESSOR_RETURN_VALUE]
no CREATE TASK t2 WAREHOUSE = tasks_wh SCHEDULE = '1 MINUTE' WHEN PARSE_JSON('true') AS SELECT 1
| 091089 42601 SQL compilation error:\nInvalid expression for task condition expression. Expecting one of the following: [SYSTEM$STREAM_HAS_DATA, SYSTEM$GET_PREDECESSOR_RETURN_VALUE]
no CREATE TASK t2 WAREHOUSE = tasks_wh SCHEDULE = '1 MINUTE' WHEN a > 0 AS SELECT 1
| 091089 42601 SQL compilation error:\nInvalid expression for task condition expression. Expecting one of the following: [SYSTEM$STREAM_HAS_DATA, SYSTEM$GET_PREDECESSOR_RETURN_VALUE]
no CREATE TASK t2 WAREHOUSE = tasks_wh SCHEDULE = '1 MINUTE' WHEN UPPER('a') = 'A' AS SELECT 1
| 091089 42601 SQL compilation error:\nInvalid expression for task condition expression. Expecting one of the following: [SYSTEM$STREAM_HAS_DATA, SYSTEM$GET_PREDECESSOR_RETURN_VALUE]
yes CREATE TASK t2 WAREHOUSE = tasks_wh SCHEDULE = '1 MINUTE' WHEN SYSTEM$STREAM_HAS_DATA('s') AND NOT SYSTEM$STREAM_HAS_DATA('s') AS SELECT 1
yes CREATE TASK t2b WAREHOUSE = tasks_wh AFTER root WHEN SYSTEM$GET_PREDECESSOR_RETURN_VALUE('root')::NUMBER > 0 AS SELECT 1

# A triggered serverless task names its TARGET_COMPLETION_INTERVAL
no CREATE TASK t3 WHEN SYSTEM$STREAM_HAS_DATA('s') AS SELECT 1
| 091090 42601 SQL compilation error:\nInvalid task definition: a serverless triggered task needs TARGET_COMPLETION_INTERVAL.
no CREATE TASK t3 TARGET_COMPLETION_INTERVAL = 'SOON' WHEN SYSTEM$STREAM_HAS_DATA('s') AS SELECT 1
| 001008 22023 SQL compilation error:\ninvalid value [SOON] for parameter 'TARGET_COMPLETION_INTERVAL'
no CREATE TASK t3 TARGET_COMPLETION_INTERVAL = '25 HOURS' WHEN SYSTEM$STREAM_HAS_DATA('s') AS SELECT 1
| 001008 22023 SQL compilation error:\ninvalid value [25 HOURS] for parameter 'TARGET_COMPLETION_INTERVAL'
yes CREATE TASK t3 TARGET_COMPLETION_INTERVAL = '5 MINUTES' WHEN SYSTEM$STREAM_HAS_DATA('s') AS SELECT 1
yes CREATE TASK t3b WAREHOUSE = tasks_wh WHEN SYSTEM$STREAM_HAS_DATA('s') AS SELECT 1

# A task presets session parameters, but not AUTOCOMMIT and SEARCH_PATH
no CREATE TASK t4 WAREHOUSE = tasks_wh SCHEDULE = '1 MINUTE' AUTOCOMMIT = FALSE AS SELECT 1
| 001420 22023 SQL compilation error:\ninvalid property 'AUTOCOMMIT' for 'TASK'
no CREATE TASK t4 WAREHOUSE = tasks_wh SCHEDULE = '1 MINUTE' SEARCH_PATH = 'x' AS SELECT 1
| 001420 22023 SQL compilation error:\ninvalid property 'SEARCH_PATH' for 'TASK'
no CREATE TASK t4 WAREHOUSE = tasks_wh SCHEDULE = '1 MINUTE' TIMEZONE = 'Mars/Base' AS SELECT 1
| 001008 22023 SQL compilation error:\ninvalid value [Mars/Base] for parameter 'TIMEZONE'
no CREATE TASK t4 WAREHOUSE = tasks_wh SCHEDULE = '1 MINUTE' LOCK_TIMEOUT = 'long' AS SELECT 1
| 001008 22023 SQL compilation error:\ninvalid value [long] for parameter 'LOCK_TIMEOUT'
no CREATE TASK t4 WAREHOUSE = tasks_wh SCHEDULE = '1 MINUTE' TIME_ZONE = 'UTC' AS SELECT 1
| 001420 22023 SQL compilation error:\ninvalid property 'TIME_ZONE' for 'TASK'
yes CREATE TASK t4 WAREHOUSE = tasks_wh SCHEDULE = '1 MINUTE' TIMEZONE = 'UTC', QUERY_TAG = 'q', LOCK_TIMEOUT = 60 AS SELECT 1

# A task runs after tasks of its schema
no CREATE TASK t5 WAREHOUSE = tasks_wh AFTER db.tasks_elsewhere.far AS SELECT 1
| 091090 42601 SQL compilation error:\nInvalid task definition: all tasks of a graph must be in one schema, and DB.TASKS_ELSEWHERE.FAR is not in DB.TASKS.
no CREATE TASK t5 WAREHOUSE = tasks_wh AFTER nope AS SELECT 1
| 002003 02000 SQL compilation error:\nTask 'DB.TASKS.NOPE' does not exist or not authorized.
yes CREATE TASK t5 WAREHOUSE = tasks_wh AFTER root AS SELECT 1

# A graph of tasks has no cycle
do CREATE TASK ring WAREHOUSE = tasks_wh SCHEDULE = '60 MINUTES' AS SELECT 1
do CREATE TASK ring2 WAREHOUSE = tasks_wh AFTER ring AS SELECT 1
do CREATE TASK ring3 WAREHOUSE = tasks_wh AFTER ring2 AS SELECT 1
no CREATE TASK ring4 WAREHOUSE = tasks_wh AFTER ring4 AS SELECT 1
| 002003 02000 SQL compilation error:\nTask 'DB.TASKS.RING4' does not exist or not authorized.
no ALTER TASK ring2 ADD AFTER ring2
| 091090 42601 SQL compilation error:\nInvalid task definition: the tasks would form a cycle through DB.TASKS.RING2.
no ALTER TASK ring2 ADD AFTER ring3
| 091090 42601 SQL compilation error:\nInvalid task definition: the tasks would form a cycle through DB.TASKS.RING3.
yes ALTER TASK ring3 ADD AFTER ring

# SCHEDULE goes neither with AFTER nor with FINALIZE
no CREATE TASK t6 WAREHOUSE = tasks_wh SCHEDULE = '60 MINUTES' AFTER root AS SELECT 1
| 091090 42601 SQL compilation error:\nInvalid task definition: a task with a predecessor or a root to finalize takes no SCHEDULE.
no CREATE TASK t6 WAREHOUSE = tasks_wh SCHEDULE = '60 MINUTES' FINALIZE = root AS SELECT 1
| 091090 42601 SQL compilation error:\nInvalid task definition: a task with a predecessor or a root to finalize takes no SCHEDULE.
yes CREATE TASK t6 WAREHOUSE = tasks_wh AFTER root AS SELECT 1

# A schedule is an interval or a cron expression with a zone
no CREATE TASK t7 WAREHOUSE = tasks_wh SCHEDULE = '5' AS SELECT 1
| 001008 22023 SQL compilation error:\ninvalid value [5] for parameter 'SCHEDULE'
no CREATE TASK t7 WAREHOUSE = tasks_wh SCHEDULE = '0 MINUTES' AS SELECT 1
| 001008 22023 SQL compilation error:\ninvalid value [0 MINUTES] for parameter 'SCHEDULE'
no CREATE TASK t7 WAREHOUSE = tasks_wh SCHEDULE = '5 SECONDS' AS SELECT 1
| 001008 22023 SQL compilation error:\ninvalid value [5 SECONDS] for parameter 'SCHEDULE'
no CREATE TASK t7 WAREHOUSE = tasks_wh SCHEDULE = '9 SECONDS' AS SELECT 1
| 001008 22023 SQL compilation error:\ninvalid value [9 SECONDS] for parameter 'SCHEDULE'
no CREATE TASK t7 WAREHOUSE = tasks_wh SCHEDULE = '11521 MINUTES' AS SELECT 1
| 001008 22023 SQL compilation error:\ninvalid value [11521 MINUTES] for parameter 'SCHEDULE'
no CREATE TASK t7 WAREHOUSE = tasks_wh SCHEDULE = '1.5 MINUTES' AS SELECT 1
| 001008 22023 SQL compilation error:\ninvalid value [1.5 MINUTES] for parameter 'SCHEDULE'
yes CREATE TASK t7_often WAREHOUSE = tasks_wh SCHEDULE = '10 SECONDS' AS SELECT 1
yes CREATE TASK t7_seldom WAREHOUSE = tasks_wh SCHEDULE = '11520 MINUTES' AS SELECT 1
no CREATE TASK t7 WAREHOUSE = tasks_wh SCHEDULE = '5 DAYS' AS SELECT 1
| 001008 22023 SQL compilation error:\ninvalid value [5 DAYS] for parameter 'SCHEDULE'
no CREATE TASK t7 WAREHOUSE = tasks_wh SCHEDULE = 'USING CRON * * * * *' AS SELECT 1
| 001008 22023 SQL compilation error:\ninvalid value [USING CRON * * * * *] for parameter 'SCHEDULE'
no CREATE TASK t7 WAREHOUSE = tasks_wh SCHEDULE = 'USING CRON 61 * * * * UTC' AS SELECT 1
| 001008 22023 SQL compilation error:\ninvalid value [USING CRON 61 * * * * UTC] for parameter 'SCHEDULE'
no CREATE TASK t7 WAREHOUSE = tasks_wh SCHEDULE = 'USING CRON * * * * * Mars/Base' AS SELECT 1
| 001008 22023 SQL compilation error:\ninvalid value [USING CRON * * * * * Mars/Base] for parameter 'SCHEDULE'
no CREATE TASK t7 WAREHOUSE = tasks_wh SCHEDULE = '200 HOURS' AS SELECT 1
| 001008 22023 SQL compilation error:\ninvalid value [200 HOURS] for parameter 'SCHEDULE'
yes CREATE TASK t7 WAREHOUSE = tasks_wh SCHEDULE = '10 SECONDS' AS SELECT 1
no CREATE TASK t7 WAREHOUSE = tasks_wh SCHEDULE = 'USING CRON 0 0 31 2 * UTC' AS SELECT 1
| 001008 22023 SQL compilation error:\ninvalid value [USING CRON 0 0 31 2 * UTC] for parameter 'SCHEDULE'
yes CREATE TASK t7leap WAREHOUSE = tasks_wh SCHEDULE = 'USING CRON 0 0 29 2 * UTC' AS SELECT 1
yes CREATE TASK t7b WAREHOUSE = tasks_wh SCHEDULE = 'USING CRON 0 6 * * MON Europe/Berlin' AS SELECT 1

# A started root forbids changes of its graph
do ALTER TASK root RESUME
no CREATE TASK t8 WAREHOUSE = tasks_wh AFTER root AS SELECT 1
| 091421 22000 Unable to update graph with root task DB.TASKS.ROOT since that root task is not suspended.
no ALTER TASK child SET COMMENT = 'c'
| 091421 22000 Unable to update graph with root task DB.TASKS.ROOT since that root task is not suspended.
no ALTER TASK child REMOVE AFTER root
| 091421 22000 Unable to update graph with root task DB.TASKS.ROOT since that root task is not suspended.
no ALTER TASK child RESUME
| 091421 22000 Unable to update graph with root task DB.TASKS.ROOT since that root task is not suspended.
no ALTER TASK child MODIFY AS SELECT 2
| 091421 22000 Unable to update graph with root task DB.TASKS.ROOT since that root task is not suspended.
no DROP TASK child
| 091421 22000 Unable to update graph with root task DB.TASKS.ROOT since that root task is not suspended.
no ALTER TASK root SET SCHEDULE = '5 MINUTES'
| 091421 22000 Unable to update graph with root task DB.TASKS.ROOT since that root task is not suspended.
do ALTER TASK root SUSPEND
yes ALTER TASK child SET COMMENT = 'c'
yes ALTER TASK child RESUME
yes ALTER TASK child SUSPEND
yes ALTER TASK root SET SCHEDULE = '5 MINUTES'

# A graph has one finalizer, of the root, without children
yes CREATE TASK last WAREHOUSE = tasks_wh FINALIZE = root AS SELECT 1
no CREATE TASK last2 WAREHOUSE = tasks_wh FINALIZE = root AS SELECT 1
| 091090 42601 SQL compilation error:\nInvalid task definition: root task DB.TASKS.ROOT has a finalizer already: DB.TASKS.LAST.
no CREATE TASK last2 WAREHOUSE = tasks_wh FINALIZE = child AS SELECT 1
| 091090 42601 SQL compilation error:\nInvalid task definition: FINALIZE must name a root task, and DB.TASKS.CHILD is none.
no CREATE TASK last2 WAREHOUSE = tasks_wh FINALIZE = nope AS SELECT 1
| 002003 02000 SQL compilation error:\nTask 'DB.TASKS.NOPE' does not exist or not authorized.
no CREATE TASK after_last WAREHOUSE = tasks_wh AFTER last AS SELECT 1
| 091090 42601 SQL compilation error:\nInvalid task definition: finalizer DB.TASKS.LAST cannot have child tasks.
no CREATE TASK last2 WAREHOUSE = tasks_wh FINALIZE = root AFTER root AS SELECT 1
| 091090 42601 SQL compilation error:\nInvalid task definition: a finalizer takes no AFTER.

# What is for root tasks is not for others
no CREATE TASK t9 WAREHOUSE = tasks_wh TASK_AUTO_RETRY_ATTEMPTS = 1 AFTER root AS SELECT 1
| 091090 42601 SQL compilation error:\nInvalid task definition: TASK_AUTO_RETRY_ATTEMPTS is for root tasks.
no CREATE TASK t9 WAREHOUSE = tasks_wh TASK_AUTO_RETRY_ATTEMPTS = 31 SCHEDULE = '1 MINUTE' AS SELECT 1
| 001008 22023 SQL compilation error:\ninvalid value [31] for parameter 'TASK_AUTO_RETRY_ATTEMPTS'
no CREATE TASK t9 WAREHOUSE = tasks_wh OVERLAP_POLICY = NO_OVERLAP AFTER root AS SELECT 1
| 091090 42601 SQL compilation error:\nInvalid task definition: OVERLAP_POLICY is for root tasks.
no CREATE TASK t9 WAREHOUSE = tasks_wh CONFIG = 'text' SCHEDULE = '1 MINUTE' AS SELECT 1
| 091090 42601 SQL compilation error:\nInvalid task definition: CONFIG must be a JSON object.
no CREATE TASK t9 WAREHOUSE = tasks_wh SUSPEND_TASK_AFTER_NUM_FAILURES = -1 SCHEDULE = '1 MINUTE' AS SELECT 1
| 001008 22023 SQL compilation error:\ninvalid value [-1] for parameter 'SUSPEND_TASK_AFTER_NUM_FAILURES'
no CREATE TASK t9 WAREHOUSE = tasks_wh USER_TASK_TIMEOUT_MS = 604800001 SCHEDULE = '1 MINUTE' AS SELECT 1
| 001008 22023 SQL compilation error:\ninvalid value [604800001] for parameter 'USER_TASK_TIMEOUT_MS'
yes CREATE TASK t9 WAREHOUSE = tasks_wh TASK_AUTO_RETRY_ATTEMPTS = 30 SUSPEND_TASK_AFTER_NUM_FAILURES = 0
  USER_TASK_TIMEOUT_MS = 604800000 SCHEDULE = '1 MINUTE' AS SELECT 1

# The sizes of a serverless task are in order
no CREATE TASK t10 SCHEDULE = '60 MINUTES' SERVERLESS_TASK_MAX_STATEMENT_SIZE = 'SMALL' AS SELECT 1
| 091090 42601 SQL compilation error:\nInvalid task definition: SERVERLESS_TASK_MAX_STATEMENT_SIZE must not be below USER_TASK_MANAGED_INITIAL_WAREHOUSE_SIZE or SERVERLESS_TASK_MIN_STATEMENT_SIZE.
no CREATE TASK t10 SCHEDULE = '60 MINUTES' USER_TASK_MANAGED_INITIAL_WAREHOUSE_SIZE = 'SMALL' SERVERLESS_TASK_MAX_STATEMENT_SIZE = 'XSMALL' AS SELECT 1
| 091090 42601 SQL compilation error:\nInvalid task definition: SERVERLESS_TASK_MAX_STATEMENT_SIZE must not be below USER_TASK_MANAGED_INITIAL_WAREHOUSE_SIZE or SERVERLESS_TASK_MIN_STATEMENT_SIZE.
no CREATE TASK t10 SCHEDULE = '60 MINUTES' SERVERLESS_TASK_MIN_STATEMENT_SIZE = 'LARGE' SERVERLESS_TASK_MAX_STATEMENT_SIZE = 'MEDIUM' AS SELECT 1
| 091090 42601 SQL compilation error:\nInvalid task definition: SERVERLESS_TASK_MAX_STATEMENT_SIZE must not be below USER_TASK_MANAGED_INITIAL_WAREHOUSE_SIZE or SERVERLESS_TASK_MIN_STATEMENT_SIZE.
no CREATE TASK t10 SCHEDULE = '60 MINUTES' SERVERLESS_TASK_MAX_STATEMENT_SIZE = 'GIGANTIC' AS SELECT 1
| 001008 22023 SQL compilation error:\ninvalid value [GIGANTIC] for parameter 'SERVERLESS_TASK_MAX_STATEMENT_SIZE'
no CREATE TASK t10 SCHEDULE = '60 MINUTES' WAREHOUSE = tasks_wh USER_TASK_MANAGED_INITIAL_WAREHOUSE_SIZE = 'SMALL' AS SELECT 1
| 091090 42601 SQL compilation error:\nInvalid task definition: a task on a WAREHOUSE takes no sizes of serverless compute.
yes CREATE TASK t10 SCHEDULE = '60 MINUTES' USER_TASK_MANAGED_INITIAL_WAREHOUSE_SIZE = 'XSMALL' SERVERLESS_TASK_MAX_STATEMENT_SIZE = 'SMALL' AS SELECT 1

# CREATE OR ALTER TASK is refused
no CREATE OR ALTER TASK root WAREHOUSE = tasks_wh SCHEDULE = '60 MINUTES' AS SELECT 1
| 000002 0A000 not supported by snowflake-local: CREATE OR ALTER TASK
no CREATE OR REPLACE TASK IF NOT EXISTS root WAREHOUSE = tasks_wh SCHEDULE = '60 MINUTES' AS SELECT 1
| 001000 42601 SQL compilation error:\noptions IF NOT EXISTS and OR REPLACE are incompatible.
no CREATE TASK root WAREHOUSE = tasks_wh SCHEDULE = '60 MINUTES' AS SELECT 1
| 002002 42710 SQL compilation error:\nObject 'DB.TASKS.ROOT' already exists.
yes CREATE TASK IF NOT EXISTS root WAREHOUSE = tasks_wh SCHEDULE = '60 MINUTES' AS SELECT 1

# A task has the documented properties and a statement
no CREATE TASK t11 WAREHOUSE = tasks_wh SCHEDUL = '1 MINUTE' AS SELECT 1
| 001420 22023 SQL compilation error:\ninvalid property 'SCHEDUL' for 'TASK'
no CREATE TASK t11 WAREHOUSE = tasks_wh SCHEDULE = '1 MINUTE' RETRIES = 5 AS SELECT 1
| 001420 22023 SQL compilation error:\ninvalid property 'RETRIES' for 'TASK'
no CREATE TASK t11 WAREHOUSE = tasks_wh SCHEDULE = '1 MINUTE'
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 58 unexpected '<EOF>'.
no CREATE TASK t11 WAREHOUSE = nope SCHEDULE = '1 MINUTE' AS SELECT 1
| 002003 02000 SQL compilation error:\nWarehouse 'NOPE' does not exist or not authorized.
no CREATE TASK t11 WAREHOUSE = tasks_wh SCHEDULE = '1 MINUTE' ERROR_INTEGRATION = nope AS SELECT 1
| 002003 02000 SQL compilation error:\nIntegration 'NOPE' does not exist or not authorized.
no CREATE TASK t11 WAREHOUSE = tasks_wh SCHEDULE = '1 MINUTE' AS SELEC 1
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 62 unexpected 'SELEC'.
yes CREATE TASK t11 WAREHOUSE = tasks_wh SCHEDULE = '1 MINUTE' COMMENT = 'c' AS SELECT 1

# A task is altered by the documented actions
no ALTER TASK nope RESUME
| 002003 02000 SQL compilation error:\nTask 'DB.TASKS.NOPE' does not exist or not authorized.
no ALTER TASK t11 START
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 15 unexpected 'START'.
no ALTER TASK t11 SET SCHEDUL = '1 MINUTE'
| 001420 22023 SQL compilation error:\ninvalid property 'SCHEDUL' for 'TASK'
no ALTER TASK t11 SET AUTOCOMMIT = FALSE
| 001420 22023 SQL compilation error:\ninvalid property 'AUTOCOMMIT' for 'TASK'
no ALTER TASK t11 RENAME TO t12
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 15 unexpected 'RENAME'.
no ALTER TASK t11 ADD AFTER t11
| 091090 42601 SQL compilation error:\nInvalid task definition: a task with a predecessor or a root to finalize takes no SCHEDULE.
no ALTER TASK t11 UNSET NOPE
| 001420 22023 SQL compilation error:\ninvalid property 'NOPE' for 'TASK'
no ALTER TASK t11 SET USER_TASK_MINIMUM_TRIGGER_INTERVAL_IN_SECONDS = 5
| 001008 22023 SQL compilation error:\ninvalid value [5] for parameter 'USER_TASK_MINIMUM_TRIGGER_INTERVAL_IN_SECONDS'
yes ALTER TASK t11 SET COMMENT = 'd', TIMEZONE = 'UTC'
yes ALTER TASK t11 UNSET COMMENT
yes ALTER TASK IF EXISTS nope RESUME

# A task that is not there is not run
no EXECUTE TASK nope
| 002003 02000 SQL compilation error:\nTask 'DB.TASKS.NOPE' does not exist or not authorized.
no EXECUTE TASK child
| 091090 22023 Task DB.TASKS.CHILD is not a root task: only a standalone task or the root task of a graph can be executed or enabled with all that depend on it.
no DROP TASK nope
| 002003 02000 SQL compilation error:\nTask 'DB.TASKS.NOPE' does not exist or not authorized.
no DESCRIBE TASK nope
| 002003 02000 SQL compilation error:\nTask 'DB.TASKS.NOPE' does not exist or not authorized.
no SELECT SYSTEM$TASK_DEPENDENTS_ENABLE('nope')
| 002003 02000 SQL compilation error:\nTask 'DB.TASKS.NOPE' does not exist or not authorized.
yes DROP TASK IF EXISTS nope
yes SELECT SYSTEM$TASK_DEPENDENTS_ENABLE('root')

# The functions of a run are for runs of tasks
no SELECT SYSTEM$SET_RETURN_VALUE('x')
| 091092 0A000 Function SYSTEM$SET_RETURN_VALUE must be called from within a task run.
no CALL SYSTEM$SET_RETURN_VALUE('x')
| 091092 0A000 Function SYSTEM$SET_RETURN_VALUE must be called from within a task run.
no SELECT SYSTEM$GET_PREDECESSOR_RETURN_VALUE()
| 091092 0A000 Function SYSTEM$GET_PREDECESSOR_RETURN_VALUE must be called from within a task run.
no SELECT SYSTEM$GET_TASK_GRAPH_CONFIG('a')
| 091092 0A000 Function SYSTEM$GET_TASK_GRAPH_CONFIG must be called from within a task run.
yes SELECT SYSTEM$TASK_DEPENDENTS_ENABLE('root')

# Clauses of CREATE TASK and ALTER TASK that the stand-in has not are refused by name
no CREATE TASK clause WITH TAG (x = 'y') AS SELECT 1
| 000002 0A000 not supported by snowflake-local: CREATE TASK … WITH TAG
no CREATE TASK clause WITH CONTACT (STEWARD = c) AS SELECT 1
| 000002 0A000 not supported by snowflake-local: CREATE TASK … WITH CONTACT
no CREATE TASK clause CLONE root
| 000002 0A000 not supported by snowflake-local: CREATE TASK … CLONE
no CREATE TASK clause EXECUTE AS USER someone AS SELECT 1
| 000002 0A000 not supported by snowflake-local: CREATE TASK … EXECUTE AS
no CREATE TASK clause LOG_LEVEL = 'INFO' AS SELECT 1
| 000002 0A000 not supported by snowflake-local: LOG_LEVEL of TASK
yes CREATE TASK clause SCHEDULE = '5 HOURS' CONFIG = '{"a": 1}' AUTOCOMMIT = TRUE, QUERY_TAG = 'x' COMMENT = 'c' AS SELECT 1
no ALTER TASK clause SET CONTACT STEWARD = c
| 000002 0A000 not supported by snowflake-local: ALTER TASK … SET CONTACT
no ALTER TASK clause UNSET CONTACT STEWARD
| 000002 0A000 not supported by snowflake-local: ALTER TASK … UNSET CONTACT
no ALTER TASK clause SET EXECUTE AS USER someone
| 000002 0A000 not supported by snowflake-local: ALTER TASK … SET EXECUTE AS
no ALTER TASK clause UNSET EXECUTE AS USER
| 000002 0A000 not supported by snowflake-local: ALTER TASK … UNSET EXECUTE AS
no ALTER TASK clause UNSET DCM PROJECT
| 000002 0A000 not supported by snowflake-local: ALTER TASK … UNSET DCM PROJECT
no ALTER TASK clause RENAME TO other
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 18 unexpected 'RENAME'.
yes ALTER TASK clause UNSET COMMENT, CONFIG
