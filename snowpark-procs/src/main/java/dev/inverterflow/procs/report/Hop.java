package dev.inverterflow.procs.report;

/** One step of a file's way, from one column of INGESTION_FILES to another. */
public enum Hop {
    GENERATED_TO_MODIFIED("GENERATED_AT", "FILE_LAST_MODIFIED", Negative.CLIENT_CLOCK, Absurd.CLIENT),
    MODIFIED_TO_RECEIVED("FILE_LAST_MODIFIED", "RECEIVED_AT", Negative.S3_CLOCK, Absurd.EVENT),
    RECEIVED_TO_SCAN("RECEIVED_AT", "START_SCAN_TIME", Negative.CLOCKS, Absurd.PIPE),
    SCAN_TO_COMMITTED("START_SCAN_TIME", "COMMITTED_AT", Negative.CLOCKS, Absurd.CLOCKS),
    COMMITTED_TO_FLATTENED("COMMITTED_AT", "FLATTENED_AT", Negative.CLOCKS, Absurd.FLATTEN),
    GENERATED_TO_FLATTENED("GENERATED_AT", "FLATTENED_AT", Negative.CLIENT_CLOCK, Absurd.CLIENT);

    /** Columns of the rows that {@link #row} gives. */
    static final String COLUMNS = "HOP, HOP_ORDER, NEGATIVE_CAUSE, ABSURD_CAUSE";

    private final String begin;
    private final String end;
    private final Negative negative;
    private final Absurd absurd;

    Hop(String begin, String end, Negative negative, Absurd absurd) {
        this.begin = begin;
        this.end = end;
        this.negative = negative;
        this.absurd = absurd;
    }

    /** Name, order and the likely causes of what cannot be, as a row of VALUES. */
    String row() {
        return "('" + name() + "', " + (ordinal() + 1) + ", '" + negative.text + "', '" + absurd.text + "')";
    }

    /** Its length in milliseconds, as a branch of a CASE over the names. */
    String branch() {
        return "WHEN '" + name() + "' THEN DATEDIFF(MILLISECOND, f." + begin + ", f." + end + ")";
    }

    private enum Negative {
        CLIENT_CLOCK("the clock of the client is ahead"),
        S3_CLOCK("clocks of S3 and Snowflake differ, or whole seconds of S3 were rounded up"),
        CLOCKS("clocks inside Snowflake differ");

        private final String text;

        Negative(String text) {
            this.text = text;
        }
    }

    private enum Absurd {
        CLIENT("a day or longer: back-filled, kept in the spool, or the clock of the client is behind"),
        EVENT("a day or longer: refreshed after a lost event, or FILE_LAST_MODIFIED is not UTC"),
        PIPE("a day or longer: the pipe was paused"),
        CLOCKS("a day or longer: clocks inside Snowflake differ"),
        FLATTEN("a day or longer: FLATTEN was suspended or failed");

        private final String text;

        Absurd(String text) {
            this.text = text;
        }
    }
}
