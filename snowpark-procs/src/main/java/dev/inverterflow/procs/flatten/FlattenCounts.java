package dev.inverterflow.procs.flatten;

import dev.inverterflow.procs.run.ProcedureException;
import dev.inverterflow.procs.run.Run;
import dev.inverterflow.procs.run.Sql;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a run did. Construction fails unless every record is accounted for.
 *
 * @param files files read, probes among them
 * @param probes files with an empty array
 * @param records records read; a file that is no array counts as one
 * @param typed rows added to the readings
 * @param rejected rows added to the rejects
 * @param duplicates records equal to a reading of another file or place
 * @param unchanged records that an earlier run had typed or refused already
 */
record FlattenCounts(
        long files, long probes, long records, long typed, long rejected, long duplicates, long unchanged) {

    static final FlattenCounts NONE = new FlattenCounts(0, 0, 0, 0, 0, 0, 0);

    FlattenCounts {
        if (duplicates < 0 || unchanged < 0 || records != typed + rejected + duplicates + unchanged) {
            throw new ProcedureException(
                    "COUNTS_DO_NOT_RECONCILE",
                    ("%d records read, but %d typed + %d rejected + %d duplicates + %d unchanged; nothing was written, "
                                    + "the files stay where they were")
                            .formatted(records, typed, rejected, duplicates, unchanged));
        }
    }

    /** Records that were all typed. */
    static FlattenCounts typed(long records) {
        return new FlattenCounts(0, 0, records, records, 0, 0, 0);
    }

    FlattenCounts plus(FlattenCounts other) {
        return new FlattenCounts(
                files + other.files,
                probes + other.probes,
                records + other.records,
                typed + other.typed,
                rejected + other.rejected,
                duplicates + other.duplicates,
                unchanged + other.unchanged);
    }

    /** The counts as they stand in the procedures' results. */
    Map<String, Object> named() {
        Map<String, Object> named = new LinkedHashMap<>();
        named.put("files", files);
        named.put("probes", probes);
        named.put("records", records);
        named.put("typed", typed);
        named.put("rejected", rejected);
        named.put("duplicates", duplicates);
        named.put("unchanged", unchanged);
        return named;
    }

    /** The run's row of PIPELINE_RUNS. */
    String insertRun(Run run) {
        return """
                INSERT INTO PIPELINE_RUNS
                  (RUN_ID, PROCEDURE_NAME, STARTED_AT, FINISHED_AT, FILES, PROBES, RECORDS, TYPED, REJECTED, DUPLICATES, UNCHANGED)
                SELECT %s, %s, %s, SYSDATE(), %d, %d, %d, %d, %d, %d, %d""".formatted(
                        Sql.text(run.id()),
                        Sql.text(run.procedure()),
                        Sql.timestamp(run.startedAt()),
                        files,
                        probes,
                        records,
                        typed,
                        rejected,
                        duplicates,
                        unchanged);
    }
}
