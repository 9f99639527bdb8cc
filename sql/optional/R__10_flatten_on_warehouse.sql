-- FLATTEN on a warehouse instead of serverless compute, when flatten_warehouse has a value: for who has one that is awake anyway.
-- A warehouse bills 60 seconds at least each time it wakes and until it suspends itself (Understanding compute cost), so with one
-- of its own the cadence decides the bill even more than with serverless compute.
USE ROLE &{tasks_role};

CREATE OR REPLACE TASK FLATTEN
  WAREHOUSE = &{flatten_warehouse}
  TIMEZONE = 'UTC', QUERY_TAG = 'inverterflow:flatten', LOCK_TIMEOUT = 600
  USER_TASK_TIMEOUT_MS = 14400000
  SUSPEND_TASK_AFTER_NUM_FAILURES = 10
  COMMENT = 'Types new files; triggered by the stream; runs on a warehouse'
  USER_TASK_MINIMUM_TRIGGER_INTERVAL_IN_SECONDS = &{flatten_seconds}
  WHEN SYSTEM$STREAM_HAS_DATA('INVERTER_DATA_RAW_STREAM')
AS
  CALL FLATTEN_INVERTER_DATA();
GRANT MONITOR, OPERATE ON TASK FLATTEN TO ROLE &{owner_role};

USE ROLE &{owner_role};
