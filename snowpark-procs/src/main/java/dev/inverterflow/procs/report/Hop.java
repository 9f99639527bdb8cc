package dev.inverterflow.procs.report;

/** One step of a file's way, from one column of INGESTION_FILES to another. */
public enum Hop {
    GENERATED_TO_MODIFIED("GENERATED_AT", "FILE_LAST_MODIFIED", Cause.CLIENT_CLOCK),
    MODIFIED_TO_RECEIVED("FILE_LAST_MODIFIED", "RECEIVED_AT", Cause.TIME_ZONE),
    RECEIVED_TO_SCAN("RECEIVED_AT", "START_SCAN_TIME", Cause.CLOCKS),
    SCAN_TO_COMMITTED("START_SCAN_TIME", "COMMITTED_AT", Cause.CLOCKS),
    COMMITTED_TO_FLATTENED("COMMITTED_AT", "FLATTENED_AT", Cause.CLOCKS),
    GENERATED_TO_FLATTENED("GENERATED_AT", "FLATTENED_AT", Cause.CLIENT_CLOCK);

    private final String begin;
    private final String end;
    private final Cause cause;

    Hop(String begin, String end, Cause cause) {
        this.begin = begin;
        this.end = end;
        this.cause = cause;
    }

    /** Name, order and likely cause of a negative value, as a row of VALUES. */
    String row() {
        return "('" + name() + "', " + (ordinal() + 1) + ", '" + cause.text + "')";
    }

    /** Its length in milliseconds, as a branch of a CASE over the names. */
    String branch() {
        return "WHEN '" + name() + "' THEN DATEDIFF(MILLISECOND, f." + begin + ", f." + end + ")";
    }

    private enum Cause {
        CLIENT_CLOCK("the clock of the client is ahead"),
        TIME_ZONE("FILE_LAST_MODIFIED is not UTC, or clocks differ"),
        CLOCKS("clocks inside Snowflake differ");

        private final String text;

        Cause(String text) {
            this.text = text;
        }
    }
}
