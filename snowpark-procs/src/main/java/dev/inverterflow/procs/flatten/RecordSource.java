package dev.inverterflow.procs.flatten;

import dev.inverterflow.procs.run.Sql;
import dev.inverterflow.procs.run.TimeWindow;

/** Where records come from; the columns of its FROM clause are read through the alias {@code r}. */
sealed interface RecordSource {

    /** FROM and WHERE that give one row per record. */
    String from();

    /** The record as VARIANT. */
    String record();

    /** Its position in its file. */
    String index();

    /** When a reject of it was or is refused. */
    String rejectedAt();

    /** Rejects that must not be written a second time: FILE_NAME, START_SCAN_TIME, FILE_INDEX. */
    String knownRejects();

    /**
     * Records of files.
     *
     * @param relation what has the columns of INVERTER_DATA_RAW: the stream, or a sub-query
     * @param since START_SCAN_TIME of its first file, as a literal; prunes what is compared with
     */
    record Files(String relation, String since) implements RecordSource {

        @Override
        public String from() {
            return "FROM " + relation + " r, LATERAL FLATTEN(INPUT => r.JSON_BODY) f\n  WHERE IS_ARRAY(r.JSON_BODY)";
        }

        @Override
        public String record() {
            return "f.VALUE";
        }

        @Override
        public String index() {
            return "f.INDEX";
        }

        @Override
        public String rejectedAt() {
            return "SYSDATE()";
        }

        @Override
        public String knownRejects() {
            return """
                    SELECT DISTINCT FILE_NAME, START_SCAN_TIME, FILE_INDEX
                      FROM INVERTER_READINGS_REJECTED
                      WHERE START_SCAN_TIME >= %s""".formatted(since);
        }
    }

    /**
     * Records that were refused in a window and not by this run. A file that is no array stays one under any rules.
     *
     * @param runId this run, whose own rejects are already outcomes
     */
    record Rejects(TimeWindow window, String runId) implements RecordSource {

        @Override
        public String from() {
            return "FROM INVERTER_READINGS_REJECTED r\n  WHERE " + condition();
        }

        /** Which rejects are replayed. */
        String condition() {
            return "REJECTED_AT >= %s AND REJECTED_AT < %s AND RULE <> 'NOT_AN_ARRAY' AND RUN_ID <> %s"
                    .formatted(Sql.timestamp(window.from()), Sql.timestamp(window.to()), Sql.text(runId));
        }

        @Override
        public String record() {
            return "r.RECORD";
        }

        @Override
        public String index() {
            return "r.FILE_INDEX";
        }

        @Override
        public String rejectedAt() {
            return "r.REJECTED_AT";
        }

        @Override
        public String knownRejects() {
            return "SELECT FILE_NAME, START_SCAN_TIME, FILE_INDEX FROM INVERTER_READINGS_REJECTED WHERE RUN_ID = "
                    + Sql.text(runId);
        }
    }
}
