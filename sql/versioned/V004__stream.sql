-- Made before the pipe, so that no row can arrive unseen. Append-only: old raw rows can be deleted without noise.
CREATE STREAM IF NOT EXISTS INVERTER_DATA_RAW_STREAM
  ON TABLE INVERTER_DATA_RAW
  APPEND_ONLY = TRUE
  COMMENT = 'Files not yet flattened; its only consumer is FLATTEN_INVERTER_DATA';
