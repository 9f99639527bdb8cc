-- Prices of another AWS region, from a day on: a row for each price that differs between regions. Run with the owner's role and a warehouse in use.
INSERT INTO PRICE_LIST (ITEM, EDITION, PRICE, CURRENCY, UNIT, UNIT_QUANTITY, REGION, VALID_FROM, SOURCE)
SELECT
  ITEM, IFF(ITEM = 'CREDIT', UPPER('&{edition}'), NULL), PRICE, 'USD', UNIT, UNIT_QUANTITY,
  '&{price_region}', '&{price_from}'::DATE, 'own list'
FROM (VALUES
  ('CREDIT', &{credit_price}, 'credit', 1),
  ('SNOWFLAKE_STORAGE', &{storage_price}, 'byte-month', 1000000000000),
  ('S3_PUT', &{s3_put_price}, 'request', 1000),
  ('S3_LIST', &{s3_put_price}, 'request', 1000),
  ('S3_GET', &{s3_get_price}, 'request', 1000),
  ('S3_STORAGE', &{s3_storage_price}, 'byte-month', 1000000000)
) AS v (ITEM, PRICE, UNIT, UNIT_QUANTITY);
SELECT ITEM, EDITION, PRICE, UNIT, UNIT_QUANTITY, VALID_FROM, SOURCE FROM PRICE_LIST WHERE REGION = '&{price_region}' ORDER BY ITEM;
CALL PROJECT_INGESTION_COST({'region': '&{price_region}'});
