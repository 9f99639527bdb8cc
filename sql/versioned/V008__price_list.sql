CREATE TABLE IF NOT EXISTS PRICE_LIST (
  ITEM VARCHAR NOT NULL COMMENT 'What is priced',
  EDITION VARCHAR COMMENT 'Edition the price is for; NULL = all',
  PRICE NUMBER(18, 9) NOT NULL COMMENT 'Price of UNIT_QUANTITY units',
  CURRENCY VARCHAR NOT NULL COMMENT 'ISO code, or CREDIT for Snowflake credits',
  UNIT VARCHAR NOT NULL COMMENT 'What is counted',
  UNIT_QUANTITY NUMBER(18, 0) NOT NULL COMMENT 'How many units the price buys',
  VALID_FROM DATE COMMENT 'First day; NULL = start not known, taken as since ever',
  VALID_TO DATE COMMENT 'First day no longer; NULL = in force',
  SOURCE VARCHAR NOT NULL COMMENT 'Where the price was read',
  NOTE VARCHAR COMMENT 'What to know about it'
)
COMMENT = 'List prices, US East (N. Virginia); own rates are added as rows with a later VALID_FROM';

MERGE INTO PRICE_LIST t
USING (
  SELECT ITEM, EDITION, PRICE, CURRENCY, UNIT, UNIT_QUANTITY, VALID_FROM::DATE AS VALID_FROM, VALID_TO::DATE AS VALID_TO, SOURCE, NOTE
  FROM (VALUES
    ('CREDIT', 'STANDARD', 2.00, 'USD', 'credit', 1, NULL, NULL, 'Snowflake Service Consumption Table, effective 2026-03-31', 'on demand'),
    ('CREDIT', 'ENTERPRISE', 3.00, 'USD', 'credit', 1, NULL, NULL, 'Snowflake Service Consumption Table, effective 2026-03-31', 'on demand'),
    ('CREDIT', 'BUSINESS_CRITICAL', 4.00, 'USD', 'credit', 1, NULL, NULL, 'Snowflake Service Consumption Table, effective 2026-03-31', 'on demand'),
    ('CREDIT', 'VPS', 6.00, 'USD', 'credit', 1, NULL, NULL, 'Snowflake Service Consumption Table, effective 2026-03-31', 'on demand'),
    ('SNOWPIPE', 'STANDARD', 0.0037, 'CREDIT', 'byte', 1000000000, '2025-12-08', NULL, 'Snowflake release note 2025-12-08; Consumption Table, effective 2026-03-31', 'text files by uncompressed size; that GB is 10^9 bytes is an assumption'),
    ('SNOWPIPE', 'ENTERPRISE', 0.0037, 'CREDIT', 'byte', 1000000000, '2025-12-08', NULL, 'Snowflake release note 2025-12-08; Consumption Table, effective 2026-03-31', 'text files by uncompressed size; that GB is 10^9 bytes is an assumption'),
    ('SNOWPIPE', 'BUSINESS_CRITICAL', 0.0037, 'CREDIT', 'byte', 1000000000, '2025-08-01', NULL, 'Snowflake release note 2025-12-08; Consumption Table, effective 2026-03-31', 'text files by uncompressed size; that GB is 10^9 bytes is an assumption'),
    ('SNOWPIPE', 'VPS', 0.0037, 'CREDIT', 'byte', 1000000000, '2025-08-01', NULL, 'Snowflake release note 2025-12-08; Consumption Table, effective 2026-03-31', 'text files by uncompressed size; that GB is 10^9 bytes is an assumption'),
    ('SNOWPIPE_FORMER_FILE_FEE', 'STANDARD', 0.06, 'CREDIT', 'file', 1000, NULL, '2025-12-08', 'Snowflake Snowpipe billing page before 2025-12-08', 'came on top of compute by the second'),
    ('SNOWPIPE_FORMER_FILE_FEE', 'ENTERPRISE', 0.06, 'CREDIT', 'file', 1000, NULL, '2025-12-08', 'Snowflake Snowpipe billing page before 2025-12-08', 'came on top of compute by the second'),
    ('SNOWPIPE_FORMER_FILE_FEE', 'BUSINESS_CRITICAL', 0.06, 'CREDIT', 'file', 1000, NULL, '2025-08-01', 'Snowflake Snowpipe billing page before 2025-12-08', 'came on top of compute by the second'),
    ('SNOWPIPE_FORMER_FILE_FEE', 'VPS', 0.06, 'CREDIT', 'file', 1000, NULL, '2025-08-01', 'Snowflake Snowpipe billing page before 2025-12-08', 'came on top of compute by the second'),
    ('SERVERLESS_CREDIT', NULL, 1, 'CREDIT', 'credit', 1, NULL, NULL, 'SERVERLESS_TASK_HISTORY counts credits already', NULL),
    ('SERVERLESS_TASK_XSMALL', NULL, 0.9, 'CREDIT', 'second', 3600, NULL, NULL, 'Snowflake Service Consumption Table, effective 2026-03-31', '0.9 times the compute hour of an XSMALL warehouse'),
    ('WAREHOUSE_XSMALL', NULL, 1, 'CREDIT', 'second', 3600, NULL, NULL, 'Snowflake Service Consumption Table, effective 2026-03-31', 'first generation; by the second, at least 60 s each time it resumes'),
    ('SNOWPIPE_STREAMING', NULL, 0.0037, 'CREDIT', 'byte', 1000000000, NULL, NULL, 'Snowflake Service Consumption Table, effective 2026-03-31', 'high-performance architecture; uncompressed values; that GB is 10^9 bytes is an assumption'),
    ('SNOWFLAKE_STORAGE', NULL, 23.00, 'USD', 'byte-month', 1000000000000, NULL, NULL, 'Snowflake Service Consumption Table, effective 2026-03-31', 'on demand'),
    ('S3_PUT', NULL, 0.005, 'USD', 'request', 1000, NULL, NULL, 'AWS price list for S3 in us-east-1, published 2026-09-28', 'S3 Standard'),
    ('S3_GET', NULL, 0.0004, 'USD', 'request', 1000, NULL, NULL, 'AWS price list for S3 in us-east-1, published 2026-09-28', 'S3 Standard'),
    ('S3_STORAGE', NULL, 0.023, 'USD', 'byte-month', 1000000000, NULL, NULL, 'AWS price list for S3 in us-east-1, published 2026-09-28', 'S3 Standard, first 50 TB')
  ) AS v (ITEM, EDITION, PRICE, CURRENCY, UNIT, UNIT_QUANTITY, VALID_FROM, VALID_TO, SOURCE, NOTE)
) s
ON t.ITEM = s.ITEM AND EQUAL_NULL(t.EDITION, s.EDITION) AND EQUAL_NULL(t.VALID_FROM, s.VALID_FROM)
WHEN NOT MATCHED THEN
  INSERT (ITEM, EDITION, PRICE, CURRENCY, UNIT, UNIT_QUANTITY, VALID_FROM, VALID_TO, SOURCE, NOTE)
  VALUES (s.ITEM, s.EDITION, s.PRICE, s.CURRENCY, s.UNIT, s.UNIT_QUANTITY, s.VALID_FROM, s.VALID_TO, s.SOURCE, s.NOTE);
