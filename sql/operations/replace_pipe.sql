-- Replaces the pipe without losing or doubling a file (Managing Snowpipe, "Recreating pipes"). A new pipe has forgotten which
-- files were loaded: never REFRESH it for a time that the old one has loaded. Run statement by statement with the owner's role.
ALTER PIPE INVERTER_PIPE SET PIPE_EXECUTION_PAUSED = TRUE;
-- Go on when executionState is PAUSED and pendingFileCount is 0.
SELECT SYSTEM$PIPE_STATUS('INVERTER_PIPE') AS STATUS;
CREATE OR REPLACE PIPE INVERTER_PIPE
  AUTO_INGEST = TRUE
  COMMENT = 'Loads each file of the stage as one row, driven by S3 event notifications'
AS
COPY INTO INVERTER_DATA_RAW (FILE_NAME, JSON_BODY, FILE_CONTENT_KEY, FILE_LAST_MODIFIED, START_SCAN_TIME)
FROM (
  SELECT
    METADATA$FILENAME,
    $1,
    METADATA$FILE_CONTENT_KEY,
    CONVERT_TIMEZONE('UTC', 'UTC', METADATA$FILE_LAST_MODIFIED),
    CONVERT_TIMEZONE('UTC', METADATA$START_SCAN_TIME)::TIMESTAMP_NTZ
  FROM @INVERTER_STAGE
)
FILE_FORMAT = (TYPE = JSON)
ON_ERROR = SKIP_FILE;
ALTER PIPE INVERTER_PIPE SET PIPE_EXECUTION_PAUSED = TRUE;
-- The notification channel must be the one that the bucket sends to; else change the bucket's notification first.
SHOW PIPES LIKE 'INVERTER_PIPE';
ALTER PIPE INVERTER_PIPE SET PIPE_EXECUTION_PAUSED = FALSE;
SELECT SYSTEM$PIPE_STATUS('INVERTER_PIPE') AS STATUS;
