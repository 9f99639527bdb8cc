CREATE TABLE IF NOT EXISTS INVERTERS (
  INVERTER_ID VARCHAR NOT NULL COMMENT 'INV- and digits',
  SITE VARCHAR COMMENT 'Where it stands',
  RATED_POWER_W FLOAT COMMENT 'Rated AC power, W; NULL = the default of READING_RULES',
  LATITUDE FLOAT COMMENT 'Degrees north',
  LONGITUDE FLOAT COMMENT 'Degrees east'
)
COMMENT = 'What is known of each inverter; an inverter need not be listed';

CREATE TABLE IF NOT EXISTS READING_RULES (
  FIELD VARCHAR NOT NULL COMMENT 'Field of a reading as it is named in JSON, or the name of a default',
  RULE VARCHAR NOT NULL COMMENT 'Rule that a value outside breaks; DEFAULT for a default',
  LOWER_BOUND FLOAT COMMENT 'Least valid value, inclusive; NULL = none',
  UPPER_BOUND FLOAT COMMENT 'Greatest valid value, inclusive; NULL = none',
  TIMES VARCHAR COMMENT 'What both bounds are multiplied by: RATED_POWER, RATED_CURRENT or NULL',
  CODES VARCHAR COMMENT 'Valid codes, comma separated; NULL = bounds decide',
  UNIT VARCHAR COMMENT 'Unit of the bounds before they are multiplied'
)
COMMENT = 'Thresholds of the readings; change a row to change the verdicts of later runs';

MERGE INTO READING_RULES t
USING (
  SELECT FIELD, RULE, LOWER_BOUND, UPPER_BOUND, TIMES, CODES, UNIT
  FROM (VALUES
    ('timestamp', 'TIME_IN_FUTURE', NULL, 300, NULL, NULL, 's'),
    ('timestamp', 'TIME_TOO_OLD', -10, NULL, NULL, NULL, 'years'),
    ('pac', 'OUT_OF_RANGE', 0, 1.1, 'RATED_POWER', NULL, 'W/W'),
    ('uac', 'OUT_OF_RANGE', 180, 280, NULL, NULL, 'V'),
    ('iac', 'OUT_OF_RANGE', 0, 1.2, 'RATED_CURRENT', NULL, 'A/A'),
    ('fac', 'OUT_OF_RANGE', 45, 65, NULL, NULL, 'Hz'),
    ('udc', 'OUT_OF_RANGE', 0, 1000, NULL, NULL, 'V'),
    ('idc', 'OUT_OF_RANGE', 0, NULL, NULL, NULL, 'A'),
    ('pdc', 'OUT_OF_RANGE', 0, NULL, NULL, NULL, 'W'),
    ('day_energy', 'OUT_OF_RANGE', 0, 24, 'RATED_POWER', NULL, 'Wh/W'),
    ('total_energy', 'OUT_OF_RANGE', 0, NULL, NULL, NULL, 'Wh'),
    ('temperature', 'OUT_OF_RANGE', -40, 90, NULL, NULL, 'degrees Celsius'),
    ('status_code', 'UNKNOWN_CODE', NULL, NULL, NULL, '0,1,2,3,4,5,6,7,8,9,10,11,12,13,255', NULL),
    ('error_code', 'OUT_OF_RANGE', 0, 999, NULL, NULL, NULL),
    ('rated_power', 'DEFAULT', NULL, 10000, NULL, NULL, 'W'),
    ('nominal_voltage', 'DEFAULT', NULL, 230, NULL, NULL, 'V'),
    ('flatten_chunk', 'DEFAULT', NULL, 500000, NULL, NULL, 'records')
  ) AS v (FIELD, RULE, LOWER_BOUND, UPPER_BOUND, TIMES, CODES, UNIT)
) s
ON t.FIELD = s.FIELD AND t.RULE = s.RULE
WHEN NOT MATCHED THEN
  INSERT (FIELD, RULE, LOWER_BOUND, UPPER_BOUND, TIMES, CODES, UNIT)
  VALUES (s.FIELD, s.RULE, s.LOWER_BOUND, s.UPPER_BOUND, s.TIMES, s.CODES, s.UNIT);
