-- What the reports tell beside what V007 and V008 made room for.
ALTER TABLE INGESTION_LATENCY ADD COLUMN IF NOT EXISTS ABSURD NUMBER(18, 0);
COMMENT ON COLUMN INGESTION_LATENCY.ABSURD IS 'Files whose hop takes a day or longer, left out of the percentiles';

ALTER TABLE PRICE_LIST ADD COLUMN IF NOT EXISTS REGION VARCHAR;
COMMENT ON COLUMN PRICE_LIST.REGION IS 'AWS region the price is for; NULL = all';

-- The list prices of V008 are those of one region; credits of Snowpipe, tasks and warehouses are the same in all.
UPDATE PRICE_LIST SET REGION = 'us-east-1'
WHERE ITEM IN ('CREDIT', 'SNOWFLAKE_STORAGE', 'S3_PUT', 'S3_GET', 'S3_STORAGE') AND REGION IS NULL
  AND (STARTSWITH(SOURCE, 'Snowflake Service Consumption Table') OR STARTSWITH(SOURCE, 'AWS price list'));

MERGE INTO PRICE_LIST t
USING (
  SELECT ITEM, PRICE, CURRENCY, UNIT, UNIT_QUANTITY, REGION, SOURCE, NOTE
  FROM (VALUES
    ('S3_LIST', 0.005, 'USD', 'request', 1000, 'us-east-1', 'AWS price list for S3 in us-east-1, published 2026-09-28', 'S3 Standard'),
    ('METERED_CREDIT', 1, 'CREDIT', 'credit', 1, NULL, 'usage views count credits already', NULL)
  ) AS v (ITEM, PRICE, CURRENCY, UNIT, UNIT_QUANTITY, REGION, SOURCE, NOTE)
) s
ON t.ITEM = s.ITEM AND EQUAL_NULL(t.REGION, s.REGION)
WHEN NOT MATCHED THEN
  INSERT (ITEM, PRICE, CURRENCY, UNIT, UNIT_QUANTITY, REGION, SOURCE, NOTE)
  VALUES (s.ITEM, s.PRICE, s.CURRENCY, s.UNIT, s.UNIT_QUANTITY, s.REGION, s.SOURCE, s.NOTE);

COMMENT ON COLUMN INGESTION_LATENCY.HOP IS 'From which timestamp to which; FLATTEN_SCHEDULED_TO_STARTED is the wait of the task';
COMMENT ON COLUMN INGESTION_LATENCY.FILES IS 'Files, or runs of the task, with both timestamps and a hop of 0 s or more below a day; the percentiles are theirs';
COMMENT ON COLUMN INGESTION_LATENCY.P50_SECONDS IS 'Median (PERCENTILE_CONT), s';
COMMENT ON COLUMN INGESTION_LATENCY.P95_SECONDS IS '95th percentile (PERCENTILE_CONT), s';
COMMENT ON COLUMN INGESTION_LATENCY.P99_SECONDS IS '99th percentile (PERCENTILE_CONT), s';
COMMENT ON COLUMN INGESTION_LATENCY.FLAG IS 'Likely cause of negative and absurd hops; NULL if there are none';
