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

CREATE OR REPLACE PROCEDURE RECONCILE_BATCHES(FROM_TIME TIMESTAMP_NTZ DEFAULT NULL, TO_TIME TIMESTAMP_NTZ DEFAULT NULL, HEAL BOOLEAN DEFAULT FALSE, GRACE_MINUTES NUMBER DEFAULT 15)
COPY GRANTS
RETURNS VARIANT
LANGUAGE JAVA
RUNTIME_VERSION = '17'
PACKAGES = ('com.snowflake:snowpark:&{snowpark_version}', 'com.snowflake:telemetry:latest')
IMPORTS = ('@PROCEDURE_CODE/&{procs_jar}')
HANDLER = 'dev.inverterflow.procs.Procedures.reconcileBatches'
COMMENT = 'Expected parts and records against staged, loaded and flattened ones to INGESTION_BATCHES; UTC, half open, default the last day; HEAL refreshes the pipe for lost events'
EXECUTE AS OWNER;

CREATE OR REPLACE PROCEDURE MONITOR_INGESTION()
COPY GRANTS
RETURNS VARIANT
LANGUAGE JAVA
RUNTIME_VERSION = '17'
PACKAGES = ('com.snowflake:snowpark:&{snowpark_version}', 'com.snowflake:telemetry:latest')
IMPORTS = ('@PROCEDURE_CODE/&{procs_jar}')
HANDLER = 'dev.inverterflow.procs.Procedures.monitorIngestion'
COMMENT = 'States of pipe, stream and tasks and failed files to PIPELINE_ERRORS, each error once; returns what is wrong now'
EXECUTE AS OWNER;

CREATE OR REPLACE PROCEDURE NOTIFY_PIPELINE_ERRORS(INTEGRATION VARCHAR, RECIPIENTS VARCHAR)
COPY GRANTS
RETURNS VARIANT
LANGUAGE JAVA
RUNTIME_VERSION = '17'
PACKAGES = ('com.snowflake:snowpark:&{snowpark_version}', 'com.snowflake:telemetry:latest')
IMPORTS = ('@PROCEDURE_CODE/&{procs_jar}')
HANDLER = 'dev.inverterflow.procs.Procedures.notifyPipelineErrors'
COMMENT = 'One email with the rows of PIPELINE_ERRORS that nobody was told of yet; called by the alert'
EXECUTE AS OWNER;

CREATE OR REPLACE PROCEDURE RECORD_GRAPH_RUN()
COPY GRANTS
RETURNS VARIANT
LANGUAGE JAVA
RUNTIME_VERSION = '17'
PACKAGES = ('com.snowflake:snowpark:&{snowpark_version}', 'com.snowflake:telemetry:latest')
IMPORTS = ('@PROCEDURE_CODE/&{procs_jar}')
HANDLER = 'dev.inverterflow.procs.Procedures.recordGraphRun'
COMMENT = 'Outcome of the task graph that the calling finalizer belongs to, to GRAPH_RUNS'
EXECUTE AS OWNER;

CREATE OR REPLACE PROCEDURE PURGE_INGESTION(DAYS NUMBER)
COPY GRANTS
RETURNS VARIANT
LANGUAGE JAVA
RUNTIME_VERSION = '17'
PACKAGES = ('com.snowflake:snowpark:&{snowpark_version}', 'com.snowflake:telemetry:latest')
IMPORTS = ('@PROCEDURE_CODE/&{procs_jar}')
HANDLER = 'dev.inverterflow.procs.Procedures.purgeIngestion'
COMMENT = 'Deletes flattened raw rows, rejects and bookkeeping older than DAYS, at least 15; readings and cost stay'
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
