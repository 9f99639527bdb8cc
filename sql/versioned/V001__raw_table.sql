-- One row per file. Never truncated: TRUNCATE hides the load history of before (COPY_HISTORY, usage notes).
-- Retention 1 day is the most that Standard Edition allows; the extension keeps the stream readable for 14 days.
CREATE TABLE IF NOT EXISTS INVERTER_DATA_RAW (
  FILE_NAME VARCHAR NOT NULL COMMENT 'Key of the file in the bucket (METADATA$FILENAME)',
  JSON_BODY VARIANT COMMENT 'The whole file: an array of readings',
  FILE_CONTENT_KEY VARCHAR COMMENT 'Checksum of the file (METADATA$FILE_CONTENT_KEY)',
  FILE_LAST_MODIFIED TIMESTAMP_NTZ COMMENT 'When S3 stored the file, UTC, whole seconds',
  START_SCAN_TIME TIMESTAMP_NTZ NOT NULL COMMENT 'When the load began to read the file, UTC'
)
DATA_RETENTION_TIME_IN_DAYS = 1
MAX_DATA_EXTENSION_TIME_IN_DAYS = 14
COMMENT = 'Files as they came, one row each; written by the pipe alone';
