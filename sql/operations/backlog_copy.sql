-- Files that REFRESH does not reach, staged more than 7 days ago. Pipe and COPY do not know of each other's loads, so only a
-- folder of which the pipe has loaded nothing may be given; the second statement must answer 0. A file that is loaded twice
-- is harmless to the readings: its records are counted as duplicates. Run with the owner's role and a warehouse in use.
LIST @INVERTER_STAGE/&{backlog_date}/;
SELECT COUNT(*) AS LOADED_ALREADY FROM INVERTER_DATA_RAW WHERE CONTAINS(FILE_NAME, '/&{backlog_date}/');
COPY INTO INVERTER_DATA_RAW (FILE_NAME, JSON_BODY, FILE_CONTENT_KEY, FILE_LAST_MODIFIED, START_SCAN_TIME)
FROM (
  SELECT
    METADATA$FILENAME,
    $1,
    METADATA$FILE_CONTENT_KEY,
    CONVERT_TIMEZONE('UTC', 'UTC', METADATA$FILE_LAST_MODIFIED),
    CONVERT_TIMEZONE('UTC', METADATA$START_SCAN_TIME)::TIMESTAMP_NTZ
  FROM @INVERTER_STAGE/&{backlog_date}/
)
FILE_FORMAT = (TYPE = JSON)
ON_ERROR = SKIP_FILE;
