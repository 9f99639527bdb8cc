-- READING_DATE stands apart so that the MERGE can be pruned by a literal list of dates.
CREATE TABLE IF NOT EXISTS INVERTER_READINGS (
  INVERTER_ID VARCHAR NOT NULL COMMENT 'INV- and digits',
  READING_TIME TIMESTAMP_NTZ NOT NULL COMMENT 'Time of the reading, UTC; unique per inverter',
  READING_DATE DATE NOT NULL COMMENT 'UTC date of READING_TIME',
  PAC FLOAT NOT NULL COMMENT 'AC power, W',
  UAC FLOAT COMMENT 'AC voltage, V',
  IAC FLOAT COMMENT 'AC current, A',
  FAC FLOAT COMMENT 'AC frequency, Hz',
  UDC FLOAT COMMENT 'DC voltage, V',
  IDC FLOAT COMMENT 'DC current, A',
  PDC FLOAT COMMENT 'DC power, W',
  DAY_ENERGY FLOAT NOT NULL COMMENT 'Energy of the day, Wh',
  TOTAL_ENERGY FLOAT NOT NULL COMMENT 'Energy since installation, Wh',
  TEMPERATURE FLOAT NOT NULL COMMENT 'Temperature, degrees Celsius',
  STATUS_CODE NUMBER(5, 0) NOT NULL COMMENT 'Fronius DeviceStatus code',
  ERROR_CODE NUMBER(5, 0) NOT NULL COMMENT '0 = no fault',
  EXTRA VARIANT COMMENT 'Fields of the record that the contract does not know; NULL if none',
  FILE_NAME VARCHAR NOT NULL COMMENT 'File the reading came in',
  FILE_INDEX NUMBER(10, 0) NOT NULL COMMENT 'Position in the file, from 0',
  START_SCAN_TIME TIMESTAMP_NTZ NOT NULL COMMENT 'When the load began to read the file, UTC',
  FLATTENED_AT TIMESTAMP_NTZ NOT NULL COMMENT 'When the reading was typed, UTC',
  RUN_ID VARCHAR NOT NULL COMMENT 'Run that typed it (PIPELINE_RUNS)'
)
DATA_RETENTION_TIME_IN_DAYS = 1
MAX_DATA_EXTENSION_TIME_IN_DAYS = 14
COMMENT = 'Valid readings, one row per inverter and time; the first loaded wins';

CREATE TABLE IF NOT EXISTS INVERTER_READINGS_REJECTED (
  RECORD VARIANT COMMENT 'The record as it came; the whole file for NOT_AN_ARRAY',
  RULE VARCHAR NOT NULL COMMENT 'First rule broken, in the order of the contract',
  FIELD VARCHAR COMMENT 'Field that broke it; NULL if the record as a whole did',
  VALUE VARCHAR COMMENT 'Value of that field as text, its first 1000 characters',
  VIOLATIONS ARRAY COMMENT 'All violations: [{"field", "rule", "value"}]',
  FILE_NAME VARCHAR NOT NULL COMMENT 'File the record came in',
  FILE_INDEX NUMBER(10, 0) COMMENT 'Position in the file, from 0; NULL for NOT_AN_ARRAY',
  START_SCAN_TIME TIMESTAMP_NTZ NOT NULL COMMENT 'When the load began to read the file, UTC',
  REJECTED_AT TIMESTAMP_NTZ NOT NULL COMMENT 'When the record was refused, UTC',
  RUN_ID VARCHAR NOT NULL COMMENT 'Run that refused it (PIPELINE_RUNS)'
)
DATA_RETENTION_TIME_IN_DAYS = 1
COMMENT = 'Records that break a rule of the contract, with the reason';

CREATE TABLE IF NOT EXISTS FLATTENED_FILES (
  FILE_NAME VARCHAR NOT NULL COMMENT 'File that went through FLATTEN_INVERTER_DATA',
  START_SCAN_TIME TIMESTAMP_NTZ NOT NULL COMMENT 'When the load began to read the file, UTC; tells two loads of a file apart',
  RECORDS NUMBER(10, 0) NOT NULL COMMENT 'Records in it = TYPED + REJECTED + DUPLICATES; 0 for a probe, 1 for a file that is no array',
  TYPED NUMBER(10, 0) NOT NULL COMMENT 'Records that are readings',
  REJECTED NUMBER(10, 0) NOT NULL COMMENT 'Records that are rejects',
  DUPLICATES NUMBER(10, 0) NOT NULL COMMENT 'Records equal to a reading that came otherwise',
  FLATTENED_AT TIMESTAMP_NTZ NOT NULL COMMENT 'End of its first flattening, just before the commit, UTC',
  UPDATED_AT TIMESTAMP_NTZ NOT NULL COMMENT 'When its counts were last written, UTC',
  RUN_ID VARCHAR NOT NULL COMMENT 'Run that wrote them (PIPELINE_RUNS)'
)
DATA_RETENTION_TIME_IN_DAYS = 1
COMMENT = 'When each file was flattened and what became of its records';
