-- Never replaced silently: OR REPLACE forgets which files were loaded (Managing Snowpipe).
-- START_SCAN_TIME is TIMESTAMP_LTZ: the two-argument form is exact for it. FILE_LAST_MODIFIED is TIMESTAMP_NTZ: the
-- two-argument form would read it in the session's time zone, so the zone it comes in is named.
-- One select level and no WHERE is all that a pipe accepts (Transforming data during a load).
CREATE PIPE IF NOT EXISTS INVERTER_PIPE
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
