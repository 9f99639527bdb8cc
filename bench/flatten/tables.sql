CREATE TABLE raw_text (name VARCHAR, doc VARCHAR, scan VARCHAR);
CREATE TABLE raw (file_name VARCHAR, json_body VARCHAR, start_scan_time TIMESTAMP);
CREATE TABLE nested (name VARCHAR, doc VARCHAR, nothing VARCHAR);
CREATE TABLE samples (device VARCHAR, firmware VARCHAR, channel VARCHAR, unit VARCHAR, t DECIMAL(10, 0), v DOUBLE, q VARCHAR);
CREATE TABLE inverters (inverter_id VARCHAR, rated_power_w DOUBLE);
CREATE TABLE files (file_name VARCHAR, start_scan_time TIMESTAMP, records DECIMAL(10, 0), typed DECIMAL(10, 0), flattened_at TIMESTAMP, run_id VARCHAR);
CREATE TABLE rejected (record VARCHAR, rule VARCHAR, field VARCHAR, value VARCHAR, file_name VARCHAR, file_index DECIMAL(10, 0), start_scan_time TIMESTAMP);
CREATE TABLE readings (
  inverter_id VARCHAR NOT NULL, reading_time TIMESTAMP NOT NULL, reading_date DATE NOT NULL,
  pac DOUBLE NOT NULL, uac DOUBLE, iac DOUBLE, fac DOUBLE, udc DOUBLE, idc DOUBLE, pdc DOUBLE,
  day_energy DOUBLE NOT NULL, total_energy DOUBLE NOT NULL, temperature DOUBLE NOT NULL,
  status_code DECIMAL(5, 0) NOT NULL, error_code DECIMAL(5, 0) NOT NULL, extra VARCHAR,
  file_name VARCHAR NOT NULL, file_index DECIMAL(10, 0) NOT NULL, start_scan_time TIMESTAMP NOT NULL, flattened_at TIMESTAMP NOT NULL, run_id VARCHAR NOT NULL);
