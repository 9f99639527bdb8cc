-- The jar's name carries its content hash: a new jar is a new statement, so nothing depends on whether a
-- replaced file is seen by procedures that exist. COPY GRANTS keeps what readers and tasks may call.
CREATE OR REPLACE PROCEDURE FLATTEN_INVERTER_DATA()
COPY GRANTS
RETURNS VARIANT
LANGUAGE JAVA
RUNTIME_VERSION = '17'
PACKAGES = ('com.snowflake:snowpark:&{snowpark_version}', 'com.snowflake:telemetry:latest')
IMPORTS = ('@PROCEDURE_CODE/&{procs_jar}')
HANDLER = 'dev.inverterflow.procs.Procedures.flattenInverterData'
COMMENT = 'Stream to INVERTER_READINGS and INVERTER_READINGS_REJECTED in one transaction; returns the counts'
EXECUTE AS OWNER;

CREATE OR REPLACE PROCEDURE REFLATTEN_INVERTER_DATA(FROM_TIME TIMESTAMP_NTZ DEFAULT NULL, TO_TIME TIMESTAMP_NTZ DEFAULT NULL)
COPY GRANTS
RETURNS VARIANT
LANGUAGE JAVA
RUNTIME_VERSION = '17'
PACKAGES = ('com.snowflake:snowpark:&{snowpark_version}', 'com.snowflake:telemetry:latest')
IMPORTS = ('@PROCEDURE_CODE/&{procs_jar}')
HANDLER = 'dev.inverterflow.procs.Procedures.reflattenInverterData'
COMMENT = 'Raw files loaded in the window once more to readings and rejects; UTC, half open, default the last day; returns the counts'
EXECUTE AS OWNER;

CREATE OR REPLACE PROCEDURE REPLAY_REJECTED(FROM_TIME TIMESTAMP_NTZ DEFAULT NULL, TO_TIME TIMESTAMP_NTZ DEFAULT NULL)
COPY GRANTS
RETURNS VARIANT
LANGUAGE JAVA
RUNTIME_VERSION = '17'
PACKAGES = ('com.snowflake:snowpark:&{snowpark_version}', 'com.snowflake:telemetry:latest')
IMPORTS = ('@PROCEDURE_CODE/&{procs_jar}')
HANDLER = 'dev.inverterflow.procs.Procedures.replayRejected'
COMMENT = 'Records refused in the window once more through the rules; UTC, half open, default the last day; returns the counts'
EXECUTE AS OWNER;

CREATE OR REPLACE PROCEDURE SNAPSHOT_LOAD_HISTORY()
COPY GRANTS
RETURNS VARIANT
LANGUAGE JAVA
RUNTIME_VERSION = '17'
PACKAGES = ('com.snowflake:snowpark:&{snowpark_version}', 'com.snowflake:telemetry:latest')
IMPORTS = ('@PROCEDURE_CODE/&{procs_jar}')
HANDLER = 'dev.inverterflow.procs.Procedures.snapshotLoadHistory'
COMMENT = 'Load history of the last 3 days to INGESTION_FILES; returns the counts'
EXECUTE AS OWNER;

CREATE OR REPLACE PROCEDURE REPORT_INGESTION_LATENCY(FROM_TIME TIMESTAMP_NTZ DEFAULT NULL, TO_TIME TIMESTAMP_NTZ DEFAULT NULL)
COPY GRANTS
RETURNS VARIANT
LANGUAGE JAVA
RUNTIME_VERSION = '17'
PACKAGES = ('com.snowflake:snowpark:&{snowpark_version}', 'com.snowflake:telemetry:latest')
IMPORTS = ('@PROCEDURE_CODE/&{procs_jar}')
HANDLER = 'dev.inverterflow.procs.Procedures.reportIngestionLatency'
COMMENT = 'Latency per hour, NUM_FILES and hop to INGESTION_LATENCY; UTC, half open, default the last day; returns the rows'
EXECUTE AS OWNER;

CREATE OR REPLACE PROCEDURE REPORT_INGESTION_COST(FROM_TIME TIMESTAMP_NTZ DEFAULT NULL, TO_TIME TIMESTAMP_NTZ DEFAULT NULL)
COPY GRANTS
RETURNS VARIANT
LANGUAGE JAVA
RUNTIME_VERSION = '17'
PACKAGES = ('com.snowflake:snowpark:&{snowpark_version}', 'com.snowflake:telemetry:latest')
IMPORTS = ('@PROCEDURE_CODE/&{procs_jar}')
HANDLER = 'dev.inverterflow.procs.Procedures.reportIngestionCost'
COMMENT = 'Cost per day and component to INGESTION_COST; UTC, half open, whole days, default the last 30 days; returns the rows'
EXECUTE AS OWNER;

CREATE OR REPLACE PROCEDURE RENDER_INGESTION_REPORT(DAYS NUMBER DEFAULT 7)
COPY GRANTS
RETURNS VARIANT
LANGUAGE JAVA
RUNTIME_VERSION = '17'
PACKAGES = ('com.snowflake:snowpark:&{snowpark_version}', 'com.snowflake:telemetry:latest')
IMPORTS = ('@PROCEDURE_CODE/&{procs_jar}')
HANDLER = 'dev.inverterflow.procs.Procedures.renderIngestionReport'
COMMENT = 'One self-contained HTML file of the last DAYS days on the stage INGESTION_REPORTS; returns its path'
EXECUTE AS OWNER;

CREATE OR REPLACE PROCEDURE PROJECT_INGESTION_COST(OPTIONS VARIANT DEFAULT NULL)
COPY GRANTS
RETURNS VARIANT
LANGUAGE JAVA
RUNTIME_VERSION = '17'
PACKAGES = ('com.snowflake:snowpark:&{snowpark_version}', 'com.snowflake:telemetry:latest')
IMPORTS = ('@PROCEDURE_CODE/&{procs_jar}')
HANDLER = 'dev.inverterflow.procs.Procedures.projectIngestionCost'
COMMENT = 'What a month would cost with other figures: Snowpipe, Snowpipe Streaming and scheduled COPY side by side; changes nothing'
EXECUTE AS OWNER;
