WITH STEPS AS (
  SELECT
    DATE_TRUNC('HOUR', f.START_SCAN_TIME) AS HOUR,
    DATE_PART(EPOCH_SECOND, f.START_SCAN_TIME) AS SCAN_SECOND,
    f.NUM_FILES, f.COMMITTED_SOURCE, h.HOP, h.HOP_ORDER, h.NEGATIVE_CAUSE, h.ABSURD_CAUSE,
    (CASE h.HOP
      WHEN 'GENERATED_TO_MODIFIED' THEN DATEDIFF(MILLISECOND, f.GENERATED_AT, f.FILE_LAST_MODIFIED)
      WHEN 'MODIFIED_TO_RECEIVED' THEN DATEDIFF(MILLISECOND, f.FILE_LAST_MODIFIED, f.RECEIVED_AT)
      WHEN 'RECEIVED_TO_SCAN' THEN DATEDIFF(MILLISECOND, f.RECEIVED_AT, f.START_SCAN_TIME)
      WHEN 'SCAN_TO_COMMITTED' THEN DATEDIFF(MILLISECOND, f.START_SCAN_TIME, f.COMMITTED_AT)
      WHEN 'COMMITTED_TO_FLATTENED' THEN DATEDIFF(MILLISECOND, f.COMMITTED_AT, f.FLATTENED_AT)
      WHEN 'GENERATED_TO_FLATTENED' THEN DATEDIFF(MILLISECOND, f.GENERATED_AT, f.FLATTENED_AT)
    END)::FLOAT / 1000 AS SECONDS
  FROM INGESTION_FILES f
  CROSS JOIN (VALUES
    ('GENERATED_TO_MODIFIED', 1, 'the clock of the client is ahead', 'a day or longer: back-filled, kept in the spool, or the clock of the client is behind'),
    ('MODIFIED_TO_RECEIVED', 2, 'clocks of S3 and Snowflake differ, or whole seconds of S3 were rounded up', 'a day or longer: refreshed after a lost event, or FILE_LAST_MODIFIED is not UTC'),
    ('RECEIVED_TO_SCAN', 3, 'clocks inside Snowflake differ', 'a day or longer: the pipe was paused'),
    ('SCAN_TO_COMMITTED', 4, 'clocks inside Snowflake differ', 'a day or longer: clocks inside Snowflake differ'),
    ('COMMITTED_TO_FLATTENED', 5, 'clocks inside Snowflake differ', 'a day or longer: FLATTEN was suspended or failed'),
    ('GENERATED_TO_FLATTENED', 6, 'the clock of the client is ahead', 'a day or longer: back-filled, kept in the spool, or the clock of the client is behind')
  ) AS h (HOP, HOP_ORDER, NEGATIVE_CAUSE, ABSURD_CAUSE)
  WHERE f.START_SCAN_TIME >= '2026-11-22T00:00:00.000'::TIMESTAMP_NTZ AND f.START_SCAN_TIME < '2026-11-24T00:00:00.000'::TIMESTAMP_NTZ
    AND COALESCE(f.EXPECTED_RECORDS, 1) > 0
),
HOPS AS (
  SELECT *, IFF(SECONDS >= 0 AND SECONDS < 86400, SECONDS, NULL) AS COUNTED
  FROM STEPS
)
SELECT
  FLOOR(SCAN_SECOND / 20) * 20, HOP,
  PERCENTILE_CONT(0.5) WITHIN GROUP (ORDER BY COUNTED)
FROM HOPS
GROUP BY 1, HOP, HOP_ORDER
HAVING COUNT(COUNTED) > 0
ORDER BY 1, HOP_ORDER;
