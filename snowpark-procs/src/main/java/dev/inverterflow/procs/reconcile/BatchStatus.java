package dev.inverterflow.procs.reconcile;

/** What is to be said of a batch; the first condition that holds, in this order. */
enum BatchStatus {
    LOAD_FAILED(
            "LOAD_FAILED > 0",
            "Snowpipe could not load it, INGESTION_FILES.FIRST_ERROR_MESSAGE says why; upload it again under a new name"),
    EVENT_LOST(
            "EVENT_LOST > 0",
            "it is on the stage, but its notification never reached the pipe: CALL RECONCILE_BATCHES with HEAL => TRUE"
                    + " within 7 days of the upload, later run sql/operations/backlog_copy.sql"),
    NOT_UPLOADED(
            "PARTS_UPLOADED < PARTS AND OLD",
            "it is not on the stage: look at the client, its log and its spool; what it still holds, drain uploads"),
    FLATTEN_FAILED(
            "FLATTEN_FAILED > 0",
            "it is in INVERTER_DATA_RAW and waits for the task FLATTEN: resume it or CALL FLATTEN_INVERTER_DATA(); if the"
                    + " stream is stale, CALL REFLATTEN_INVERTER_DATA"),
    WAITING("PARTS_FLATTENED < PARTS", "it is on its way; reconcile again later"),
    RECORDS_DIFFER(
            "RECORDS <> EXPECTED_RECORDS",
            "its files hold another number of records than their names promise: look at the client's log"),
    COMPLETE("TRUE", "");

    private final String condition;
    private final String remedy;

    BatchStatus(String condition, String remedy) {
        this.condition = condition;
        this.remedy = remedy;
    }

    boolean isProblem() {
        return this != WAITING && this != COMPLETE;
    }

    /** What to do about it. */
    String remedy() {
        return remedy;
    }

    /** Its branch of a CASE. */
    String branch() {
        return "WHEN " + condition + " THEN '" + name() + "'";
    }
}
