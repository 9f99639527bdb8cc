-- Tasks belong to the role they run as. OR REPLACE leaves a task suspended; the runner restores its state.
USE ROLE &{tasks_role};

-- Serverless and triggered: no WAREHOUSE, no SCHEDULE, a TARGET_COMPLETION_INTERVAL (Triggered tasks).
-- Sizes are capped because resource monitors do not cover serverless compute. The time limit is 4 hours, since the
-- default hour would roll a long backlog back again and again.
CREATE OR REPLACE TASK FLATTEN
  USER_TASK_MANAGED_INITIAL_WAREHOUSE_SIZE = 'XSMALL'
  TIMEZONE = 'UTC', QUERY_TAG = 'inverterflow:flatten', LOCK_TIMEOUT = 600
  USER_TASK_TIMEOUT_MS = 14400000
  SUSPEND_TASK_AFTER_NUM_FAILURES = 10
  COMMENT = 'Types new files; triggered by the stream'
  USER_TASK_MINIMUM_TRIGGER_INTERVAL_IN_SECONDS = &{flatten_seconds}
  TARGET_COMPLETION_INTERVAL = '5 MINUTES'
  SERVERLESS_TASK_MIN_STATEMENT_SIZE = 'XSMALL'
  SERVERLESS_TASK_MAX_STATEMENT_SIZE = 'SMALL'
  WHEN SYSTEM$STREAM_HAS_DATA('INVERTER_DATA_RAW_STREAM')
AS
  CALL FLATTEN_INVERTER_DATA();

-- The owner's role resumes and suspends it and sees its history.
GRANT MONITOR, OPERATE ON TASK FLATTEN TO ROLE &{owner_role};

USE ROLE &{owner_role};
