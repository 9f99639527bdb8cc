-- Readings that the client refused, for those who upload them (UPLOAD_INVALID, S3_INVALID_PREFIX), when invalid_stage_url has a
-- value; bootstrap adds the location to the integration.
CREATE TABLE IF NOT EXISTS INVERTER_DATA_INVALID_RAW (
  FILE_NAME VARCHAR NOT NULL COMMENT 'Key of the file in the bucket (METADATA$FILENAME)',
  JSON_BODY VARIANT COMMENT 'The whole file: an array of refused readings with the reasons',
  FILE_CONTENT_KEY VARCHAR COMMENT 'Checksum of the file (METADATA$FILE_CONTENT_KEY)',
  FILE_LAST_MODIFIED TIMESTAMP_NTZ COMMENT 'When S3 stored the file, UTC, whole seconds',
  START_SCAN_TIME TIMESTAMP_NTZ NOT NULL COMMENT 'When the load began to read the file, UTC'
)
DATA_RETENTION_TIME_IN_DAYS = 1
COMMENT = 'Files of readings that the client refused; not flattened';

CREATE STAGE IF NOT EXISTS INVERTER_INVALID_STAGE
  URL = '&{invalid_stage_url}'
  STORAGE_INTEGRATION = &{storage_integration}
  COMMENT = 'Where the clients upload what they refused; read only';

CREATE PIPE IF NOT EXISTS INVERTER_INVALID_PIPE
  AUTO_INGEST = TRUE
  COMMENT = 'Loads each file of refused readings as one row'
AS
COPY INTO INVERTER_DATA_INVALID_RAW (FILE_NAME, JSON_BODY, FILE_CONTENT_KEY, FILE_LAST_MODIFIED, START_SCAN_TIME)
FROM (
  SELECT
    METADATA$FILENAME,
    $1,
    METADATA$FILE_CONTENT_KEY,
    CONVERT_TIMEZONE('UTC', 'UTC', METADATA$FILE_LAST_MODIFIED),
    CONVERT_TIMEZONE('UTC', METADATA$START_SCAN_TIME)::TIMESTAMP_NTZ
  FROM @INVERTER_INVALID_STAGE
)
FILE_FORMAT = (TYPE = JSON)
ON_ERROR = SKIP_FILE;
