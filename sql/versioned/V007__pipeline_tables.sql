CREATE TABLE IF NOT EXISTS PIPELINE_RUNS (
  RUN_ID VARCHAR NOT NULL COMMENT 'Names the run in all tables and log lines',
  PROCEDURE_NAME VARCHAR NOT NULL COMMENT 'Procedure that ran',
  STARTED_AT TIMESTAMP_NTZ NOT NULL COMMENT 'UTC',
  FINISHED_AT TIMESTAMP_NTZ NOT NULL COMMENT 'UTC, just before the commit',
  FILES NUMBER(18, 0) COMMENT 'Files read, probes among them',
  PROBES NUMBER(18, 0) COMMENT 'Files with an empty array',
  RECORDS NUMBER(18, 0) COMMENT 'Records read = TYPED + REJECTED + DUPLICATES + UNCHANGED',
  TYPED NUMBER(18, 0) COMMENT 'Rows added to INVERTER_READINGS',
  REJECTED NUMBER(18, 0) COMMENT 'Rows added to INVERTER_READINGS_REJECTED',
  DUPLICATES NUMBER(18, 0) COMMENT 'Records equal to a reading that came otherwise',
  UNCHANGED NUMBER(18, 0) COMMENT 'Records that an earlier run had typed or refused'
)
COMMENT = 'One row per run of a writing procedure that succeeded; the counts are NULL unless it types readings';

CREATE TABLE IF NOT EXISTS PIPELINE_ERRORS (
  ERROR_ID VARCHAR NOT NULL COMMENT 'Names the row',
  ERROR_KEY VARCHAR NOT NULL COMMENT 'Names the error; at most one row of a key is open',
  OCCURRED_AT TIMESTAMP_NTZ NOT NULL COMMENT 'When it was first met, UTC',
  LAST_SEEN_AT TIMESTAMP_NTZ NOT NULL COMMENT 'When it was last met, UTC',
  OCCURRENCES NUMBER(18, 0) NOT NULL COMMENT 'How many times it was met',
  SOURCE VARCHAR NOT NULL COMMENT 'Procedure that found or met it',
  KIND VARCHAR NOT NULL COMMENT 'Machine-readable kind, e.g. PIPE_PAUSED',
  MESSAGE VARCHAR NOT NULL COMMENT 'What happened and what to do',
  DETAIL VARIANT COMMENT 'What else is known',
  RESOLVED_AT TIMESTAMP_NTZ COMMENT 'When it was found gone, UTC; NULL = open',
  NOTIFIED_AT TIMESTAMP_NTZ COMMENT 'When the alert told of it, UTC; NULL = not yet',
  RUN_ID VARCHAR COMMENT 'Run that last met it'
)
COMMENT = 'Errors of the pipeline: one that lasts is one row';

CREATE TABLE IF NOT EXISTS GRAPH_RUNS (
  ROOT_TASK VARCHAR NOT NULL COMMENT 'Root of the task graph',
  GRAPH_RUN_GROUP_ID VARCHAR NOT NULL COMMENT 'Names the run of the graph; retries share it',
  SCHEDULED_AT TIMESTAMP_NTZ COMMENT 'When the run was due, UTC',
  FINISHED_AT TIMESTAMP_NTZ NOT NULL COMMENT 'When its finalizer recorded it, UTC',
  STATE VARCHAR NOT NULL COMMENT 'SUCCEEDED or FAILED',
  TASKS NUMBER(5, 0) NOT NULL COMMENT 'Tasks that ran, the finalizer left out',
  FAILED_TASKS NUMBER(5, 0) NOT NULL COMMENT 'Tasks that failed',
  FIRST_ERROR VARCHAR COMMENT 'Task and message of the first failure',
  RUN_ID VARCHAR NOT NULL COMMENT 'Run that recorded it'
)
COMMENT = 'Outcome of each run of a task graph, written by its finalizer';

CREATE TABLE IF NOT EXISTS INGESTION_FILES (
  FILE_NAME VARCHAR NOT NULL COMMENT 'Key of the file in the bucket; unique here',
  GENERATED_AT TIMESTAMP_NTZ COMMENT 'Tick of the client, from the name, UTC; NULL for files not named by us',
  CLIENT_ID VARCHAR COMMENT 'Client, from the name',
  CLIENT_RUN VARCHAR COMMENT 'Start of the client, from the name',
  PART NUMBER(10, 0) COMMENT 'Part of the batch, from the name',
  NUM_FILES NUMBER(10, 0) COMMENT 'Parts of the batch, from the name',
  EXPECTED_RECORDS NUMBER(10, 0) COMMENT 'Records that the name promises; 0 = probe',
  FILE_SIZE NUMBER(18, 0) COMMENT 'Bytes as stored in S3',
  BYTES_BILLED NUMBER(18, 0) COMMENT 'Bytes that Snowpipe bills; NULL if the history does not say',
  FILE_CONTENT_KEY VARCHAR COMMENT 'Checksum of the file',
  STATUS VARCHAR COMMENT 'Load status of COPY_HISTORY; NULL if the history does not list the file',
  ERROR_COUNT NUMBER(18, 0) COMMENT 'Errors of the load',
  FIRST_ERROR_MESSAGE VARCHAR COMMENT 'First error of the load',
  FILE_LAST_MODIFIED TIMESTAMP_NTZ COMMENT 'S3 stored the file, UTC, whole seconds',
  RECEIVED_AT TIMESTAMP_NTZ COMMENT 'The pipe received the notification (PIPE_RECEIVED_TIME), UTC',
  START_SCAN_TIME TIMESTAMP_NTZ COMMENT 'The load began to read the file, UTC',
  COMMITTED_AT TIMESTAMP_NTZ COMMENT 'The file was loaded, UTC',
  COMMITTED_SOURCE VARCHAR COMMENT 'Where COMMITTED_AT comes from',
  FLATTENED_AT TIMESTAMP_NTZ COMMENT 'Its readings were typed, UTC',
  RECORDS NUMBER(10, 0) COMMENT 'Records found in the file; NULL until it is flattened',
  TYPED NUMBER(10, 0) COMMENT 'Records that are readings',
  REJECTED NUMBER(10, 0) COMMENT 'Records that are rejects',
  DUPLICATES NUMBER(10, 0) COMMENT 'Records equal to a reading that came otherwise',
  LISTED_AT TIMESTAMP_NTZ COMMENT 'When the file was first seen on the stage, UTC; NULL = never looked for',
  SNAPSHOT_AT TIMESTAMP_NTZ NOT NULL COMMENT 'When this row was last written, UTC'
)
COMMENT = 'Every timestamp of a file''s way, kept beyond the 14 days of the load history';

CREATE TABLE IF NOT EXISTS INGESTION_BATCHES (
  BATCH_TIME TIMESTAMP_NTZ NOT NULL COMMENT 'Tick of the client, UTC',
  CLIENT_ID VARCHAR NOT NULL COMMENT 'Client',
  CLIENT_RUN VARCHAR COMMENT 'Start of the client; NULL for a batch of which no file is known',
  PARTS NUMBER(10, 0) NOT NULL COMMENT 'Files that the batch has, by their names',
  PARTS_UPLOADED NUMBER(10, 0) NOT NULL COMMENT 'Files seen on the stage or in the load history',
  PARTS_LOADED NUMBER(10, 0) NOT NULL COMMENT 'Files in INVERTER_DATA_RAW',
  PARTS_FLATTENED NUMBER(10, 0) NOT NULL COMMENT 'Files whose records are readings, rejects or duplicates',
  PARTS_SEEN VARCHAR COMMENT 'Numbers of the uploaded parts, comma separated',
  EXPECTED_RECORDS NUMBER(18, 0) COMMENT 'Records that the names of the uploaded files promise; NULL if there are none',
  RECORDS NUMBER(18, 0) NOT NULL COMMENT 'Records found = TYPED + REJECTED + DUPLICATES',
  TYPED NUMBER(18, 0) NOT NULL COMMENT 'Records that are readings',
  REJECTED NUMBER(18, 0) NOT NULL COMMENT 'Records that are rejects',
  DUPLICATES NUMBER(18, 0) NOT NULL COMMENT 'Records equal to a reading that came otherwise',
  STATUS VARCHAR NOT NULL COMMENT 'COMPLETE, WAITING, NOT_UPLOADED, EVENT_LOST, LOAD_FAILED, FLATTEN_FAILED or RECORDS_DIFFER',
  RECONCILED_AT TIMESTAMP_NTZ NOT NULL COMMENT 'UTC',
  RUN_ID VARCHAR NOT NULL COMMENT 'Run that reconciled it'
)
COMMENT = 'What was expected and what came, per batch; a run replaces the time it covers';

CREATE TABLE IF NOT EXISTS INGESTION_LATENCY (
  HOUR TIMESTAMP_NTZ NOT NULL COMMENT 'Hour of START_SCAN_TIME, UTC',
  NUM_FILES NUMBER(10, 0) COMMENT 'Parts per batch; NULL for files not named by us',
  HOP VARCHAR NOT NULL COMMENT 'From which timestamp to which',
  HOP_ORDER NUMBER(2, 0) NOT NULL COMMENT 'Order on the way',
  FILES NUMBER(18, 0) NOT NULL COMMENT 'Files with both timestamps and a hop of 0 s or more; the percentiles are theirs',
  NEGATIVE NUMBER(18, 0) NOT NULL COMMENT 'Files whose hop is below 0 s, left out of the percentiles',
  P50_SECONDS FLOAT COMMENT 'Median, s',
  P95_SECONDS FLOAT COMMENT '95th percentile, s',
  P99_SECONDS FLOAT COMMENT '99th percentile, s',
  MAX_SECONDS FLOAT COMMENT 'Longest, s',
  FLAG VARCHAR COMMENT 'Likely cause of negative hops; NULL if there are none',
  COMMITTED_SOURCE VARCHAR COMMENT 'Where the commit time comes from',
  COMPUTED_AT TIMESTAMP_NTZ NOT NULL COMMENT 'UTC',
  RUN_ID VARCHAR NOT NULL COMMENT 'Run that computed it'
)
COMMENT = 'Latency per hour, batch size and hop; a run replaces the hours it covers';

CREATE TABLE IF NOT EXISTS INGESTION_COST (
  DAY DATE NOT NULL COMMENT 'UTC day',
  COMPONENT VARCHAR NOT NULL COMMENT 'What costs',
  COMPONENT_ORDER NUMBER(2, 0) NOT NULL COMMENT 'Order in reports',
  BASIS VARCHAR NOT NULL COMMENT 'measured, provisional (younger than 8 hours, computed again later) or modelled',
  IN_TOTAL BOOLEAN NOT NULL COMMENT 'FALSE for lines shown for comparison only',
  QUANTITY FLOAT COMMENT 'How much was used',
  UNIT VARCHAR NOT NULL COMMENT 'Unit of QUANTITY',
  CREDITS FLOAT COMMENT 'Snowflake credits; NULL for AWS',
  AMOUNT FLOAT COMMENT 'Money; NULL if PRICE_LIST has no price for the day',
  CURRENCY VARCHAR COMMENT 'Currency of AMOUNT',
  PRICE_SOURCE VARCHAR COMMENT 'Where the price comes from',
  NOTE VARCHAR COMMENT 'Assumptions',
  COMPUTED_AT TIMESTAMP_NTZ NOT NULL COMMENT 'UTC',
  RUN_ID VARCHAR NOT NULL COMMENT 'Run that computed it'
)
COMMENT = 'Cost per day and component; a run replaces the days it covers';
