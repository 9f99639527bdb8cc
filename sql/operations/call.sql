-- The procedures by hand. Run with the owner's or the readers' role, database, schema and warehouse in use.
CALL SNAPSHOT_LOAD_HISTORY();
CALL REPORT_INGESTION_LATENCY();
CALL REPORT_INGESTION_COST();
CALL RENDER_INGESTION_REPORT(7);
LIST @INGESTION_REPORTS;
