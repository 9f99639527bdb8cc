-- The tasks' role: makes its own tasks here and calls what they call. It reads no data but the stream's state,
-- which needs SELECT on the stream and its table.
GRANT USAGE ON DATABASE &{database} TO ROLE &{tasks_role};
GRANT USAGE ON SCHEMA &{database}.&{schema} TO ROLE &{tasks_role};
GRANT CREATE TASK ON SCHEMA &{database}.&{schema} TO ROLE &{tasks_role};
GRANT SELECT ON TABLE INVERTER_DATA_RAW TO ROLE &{tasks_role};
GRANT SELECT ON STREAM INVERTER_DATA_RAW_STREAM TO ROLE &{tasks_role};
GRANT USAGE ON PROCEDURE FLATTEN_INVERTER_DATA() TO ROLE &{tasks_role};

-- The readers' role: report procedures, what they write, views, and the stage of the HTML reports.
GRANT USAGE ON DATABASE &{database} TO ROLE &{reader_role};
GRANT USAGE ON SCHEMA &{database}.&{schema} TO ROLE &{reader_role};
GRANT USAGE ON PROCEDURE SNAPSHOT_LOAD_HISTORY() TO ROLE &{reader_role};
GRANT USAGE ON PROCEDURE REPORT_INGESTION_LATENCY(TIMESTAMP_NTZ, TIMESTAMP_NTZ) TO ROLE &{reader_role};
GRANT USAGE ON PROCEDURE REPORT_INGESTION_COST(TIMESTAMP_NTZ, TIMESTAMP_NTZ) TO ROLE &{reader_role};
GRANT USAGE ON PROCEDURE RENDER_INGESTION_REPORT(NUMBER) TO ROLE &{reader_role};
GRANT USAGE ON PROCEDURE PROJECT_INGESTION_COST(VARIANT) TO ROLE &{reader_role};
GRANT SELECT ON TABLE INGESTION_LATENCY TO ROLE &{reader_role};
GRANT SELECT ON TABLE INGESTION_COST TO ROLE &{reader_role};
GRANT SELECT ON VIEW FILE_LATENCY TO ROLE &{reader_role};
GRANT SELECT ON VIEW INGESTION_TOTALS TO ROLE &{reader_role};
GRANT SELECT ON VIEW LATEST_READINGS TO ROLE &{reader_role};
GRANT SELECT ON VIEW PRICES_OF_EDITION TO ROLE &{reader_role};
GRANT READ ON STAGE INGESTION_REPORTS TO ROLE &{reader_role};
