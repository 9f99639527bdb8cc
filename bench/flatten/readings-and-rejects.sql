-- Everything that FLATTEN_INVERTER_DATA does to files of which some records break a rule: each is typed and judged once, the
-- valid ones are readings, the others are rejects with the first rule that they break, its field and its value.
BEGIN;
CREATE OR REPLACE TEMP TABLE judged AS
WITH records AS (
  SELECT file_name, start_scan_time, unnest(list) AS record, generate_subscripts(list, 1) - 1 AS file_index
  FROM (SELECT file_name, start_scan_time, from_json(json_body, '["JSON"]') AS list FROM raw WHERE starts_with(json_body, '['))
),
fields AS (
  SELECT file_name, start_scan_time, record, file_index,
    from_json(record, '{"inverter_id":"JSON","timestamp":"JSON","pac":"JSON","uac":"JSON","iac":"JSON","fac":"JSON","udc":"JSON","idc":"JSON","pdc":"JSON","day_energy":"JSON","total_energy":"JSON","temperature":"JSON","status_code":"JSON","error_code":"JSON"}') AS f
  FROM records
),
typed AS (
  SELECT file_name, start_scan_time, record, file_index,
    CASE WHEN starts_with(f.inverter_id::VARCHAR, '"INV-') THEN (f.inverter_id::VARCHAR)[2:-2] END AS inverter_id,
    try_strptime(f.timestamp::VARCHAR, '"%Y-%m-%dT%H:%M:%SZ"') AS reading_time,
    -- By way of VARCHAR, because a cast of a JSON string would take the number in it.
    TRY_CAST(CAST(f.pac AS VARCHAR) AS DOUBLE) AS pac, TRY_CAST(CAST(f.uac AS VARCHAR) AS DOUBLE) AS uac,
    TRY_CAST(CAST(f.iac AS VARCHAR) AS DOUBLE) AS iac, TRY_CAST(CAST(f.fac AS VARCHAR) AS DOUBLE) AS fac,
    TRY_CAST(CAST(f.udc AS VARCHAR) AS DOUBLE) AS udc, TRY_CAST(CAST(f.idc AS VARCHAR) AS DOUBLE) AS idc,
    TRY_CAST(CAST(f.pdc AS VARCHAR) AS DOUBLE) AS pdc, TRY_CAST(CAST(f.day_energy AS VARCHAR) AS DOUBLE) AS day_energy,
    TRY_CAST(CAST(f.total_energy AS VARCHAR) AS DOUBLE) AS total_energy, TRY_CAST(CAST(f.temperature AS VARCHAR) AS DOUBLE) AS temperature,
    TRY_CAST(CAST(f.status_code AS VARCHAR) AS DOUBLE) AS status_code, TRY_CAST(CAST(f.error_code AS VARCHAR) AS DOUBLE) AS error_code,
    f.uac IS NULL AS no_uac, f.iac IS NULL AS no_iac, f.fac IS NULL AS no_fac, f.udc IS NULL AS no_udc, f.idc IS NULL AS no_idc, f.pdc IS NULL AS no_pdc
  FROM fields
),
rated AS (SELECT inverter_id AS rated_id, max(rated_power_w) AS power FROM inverters GROUP BY inverter_id),
scaled AS (SELECT typed.*, coalesce(rated.power, 10000.0::DOUBLE) AS rated_power FROM typed LEFT JOIN rated ON rated.rated_id = typed.inverter_id),
judged AS (
  SELECT *, coalesce(
    regexp_full_match(inverter_id, 'INV-[0-9]+') AND reading_time <= start_scan_time + INTERVAL 300 SECONDS AND reading_time >= start_scan_time - INTERVAL 10 YEARS
    AND isfinite(pac) AND pac BETWEEN 0 AND 1.1 * rated_power
    AND (no_uac OR uac BETWEEN 180 AND 280) AND (no_iac OR iac BETWEEN 0 AND 1.2 * rated_power / 230.0) AND (no_fac OR fac BETWEEN 45 AND 65)
    AND (no_udc OR udc BETWEEN 0 AND 1000) AND (no_idc OR isfinite(idc) AND idc >= 0) AND (no_pdc OR isfinite(pdc) AND pdc >= 0)
    AND day_energy BETWEEN 0 AND 24 * rated_power AND isfinite(total_energy) AND total_energy >= 0 AND temperature BETWEEN -40 AND 90
    AND status_code IN (0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 255) AND error_code = floor(error_code) AND error_code BETWEEN 0 AND 999, FALSE) AS valid
  FROM scaled
)
SELECT inverter_id, reading_time, pac, uac, iac, fac, udc, idc, pdc, day_energy, total_energy, temperature, status_code, error_code,
  no_uac, no_iac, no_fac, no_udc, no_idc, no_pdc, rated_power, valid,
  CASE WHEN valid AND len(list_filter(json_keys(record), lambda k: k NOT IN ('inverter_id', 'timestamp', 'pac', 'uac', 'iac', 'fac', 'udc', 'idc', 'pdc', 'day_energy', 'total_energy', 'temperature', 'status_code', 'error_code'))) > 0
    THEN json_merge_patch(record, '{"inverter_id":null,"timestamp":null,"pac":null,"uac":null,"iac":null,"fac":null,"udc":null,"idc":null,"pdc":null,"day_energy":null,"total_energy":null,"temperature":null,"status_code":null,"error_code":null}') END AS extra,
  CASE WHEN NOT valid THEN record END AS record, file_name, file_index, start_scan_time
FROM judged;
INSERT INTO readings
SELECT inverter_id, reading_time, reading_time::DATE, pac, uac, iac, fac, udc, idc, pdc, day_energy, total_energy, temperature, status_code, error_code, extra,
  file_name, file_index, start_scan_time, now()::TIMESTAMP, 'run'
FROM (
  SELECT * FROM judged WHERE valid
  QUALIFY row_number() OVER (PARTITION BY inverter_id, reading_time ORDER BY start_scan_time, file_name, file_index) = 1
) f
WHERE NOT EXISTS (SELECT 1 FROM readings t WHERE t.inverter_id = f.inverter_id AND t.reading_time = f.reading_time AND t.reading_date = f.reading_time::DATE);
INSERT INTO rejected
SELECT record, rule, field, json_extract_string(record, '$.' || field), file_name, file_index, start_scan_time
FROM (
  SELECT *, CASE
      WHEN inverter_id IS NULL OR NOT regexp_full_match(inverter_id, 'INV-[0-9]+') THEN 'inverter_id'
      WHEN reading_time IS NULL OR reading_time NOT BETWEEN start_scan_time - INTERVAL 10 YEARS AND start_scan_time + INTERVAL 300 SECONDS THEN 'timestamp'
      WHEN pac IS NULL OR NOT isfinite(pac) OR pac NOT BETWEEN 0 AND 1.1 * rated_power THEN 'pac'
      WHEN NOT no_uac AND (uac IS NULL OR uac NOT BETWEEN 180 AND 280) THEN 'uac'
      WHEN NOT no_iac AND (iac IS NULL OR iac NOT BETWEEN 0 AND 1.2 * rated_power / 230.0) THEN 'iac'
      WHEN NOT no_fac AND (fac IS NULL OR fac NOT BETWEEN 45 AND 65) THEN 'fac'
      WHEN NOT no_udc AND (udc IS NULL OR udc NOT BETWEEN 0 AND 1000) THEN 'udc'
      WHEN NOT no_idc AND (idc IS NULL OR NOT isfinite(idc) OR idc < 0) THEN 'idc'
      WHEN NOT no_pdc AND (pdc IS NULL OR NOT isfinite(pdc) OR pdc < 0) THEN 'pdc'
      WHEN day_energy IS NULL OR day_energy NOT BETWEEN 0 AND 24 * rated_power THEN 'day_energy'
      WHEN total_energy IS NULL OR NOT isfinite(total_energy) OR total_energy < 0 THEN 'total_energy'
      WHEN temperature IS NULL OR temperature NOT BETWEEN -40 AND 90 THEN 'temperature'
      WHEN status_code IS NULL OR status_code NOT IN (0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 255) THEN 'status_code'
      ELSE 'error_code'
    END AS field,
    CASE json_type(record, '$.' || field)
      WHEN 'NULL' THEN 'MISSING'
      WHEN 'VARCHAR' THEN IF(field IN ('inverter_id', 'timestamp'), 'BAD_FORMAT', 'WRONG_TYPE')
      ELSE IF(json_extract(record, '$.' || field) IS NULL, 'MISSING', IF(field = 'status_code', 'UNKNOWN_CODE', 'OUT_OF_RANGE'))
    END AS rule
  FROM judged WHERE NOT valid
);
INSERT INTO files
SELECT file_name, start_scan_time, count(*), count(*) FILTER (WHERE valid), now()::TIMESTAMP, 'run' FROM judged GROUP BY file_name, start_scan_time;
COMMIT;
