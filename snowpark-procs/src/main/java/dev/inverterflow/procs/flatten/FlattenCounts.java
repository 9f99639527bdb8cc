package dev.inverterflow.procs.flatten;

import com.snowflake.snowpark_java.types.Variant;
import dev.inverterflow.procs.run.ProcedureException;
import dev.inverterflow.procs.run.Run;
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
 * @param duplicates records equal to a reading that is there already
 */
record FlattenCounts(long files, long probes, long records, long typed, long rejected, long duplicates) {

    FlattenCounts {
        if (duplicates < 0 || records != typed + rejected + duplicates) {
            throw new ProcedureException(
                    "COUNTS_DO_NOT_RECONCILE",
                    "%d records read, but %d typed + %d rejected + %d duplicates; nothing was written, the files stay in the stream"
                            .formatted(records, typed, rejected, duplicates));
        }
    }

    /** The procedure's result. */
    Variant result(Run run) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("run_id", run.id());
        result.put("files", files);
        result.put("probes", probes);
        result.put("records", records);
        result.put("typed", typed);
        result.put("rejected", rejected);
        result.put("duplicates", duplicates);
        return new Variant(result);
    }
}
