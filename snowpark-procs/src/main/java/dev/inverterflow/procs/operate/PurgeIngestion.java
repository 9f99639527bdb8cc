package dev.inverterflow.procs.operate;

import com.snowflake.snowpark_java.types.Variant;
import dev.inverterflow.procs.run.Database;
import dev.inverterflow.procs.run.ProcedureException;
import dev.inverterflow.procs.run.Run;
import dev.inverterflow.procs.run.Sql;
import dev.inverterflow.procs.run.Transaction;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Retention. Raw rows go only once they are flattened, and by DELETE: TRUNCATE would hide the load history of before.
 * Readings, costs and the counts of runs stay; readings are what all this is for, the others are small.
 */
public final class PurgeIngestion {

    /** The pipe and the load history remember files for 14 days; younger ones are still reconciled. */
    private static final long LEAST_DAYS = 15;

    private static final long MOST_DAYS = 3650;
    private static final Logger LOG = LoggerFactory.getLogger(PurgeIngestion.class);

    private PurgeIngestion() {}

    /** Runs the procedure. */
    public static Variant call(Database database, @Nullable Long days) {
        if (days == null || days < LEAST_DAYS || days > MOST_DAYS) {
            throw ProcedureException.invalidArgument("DAYS must be " + LEAST_DAYS + " to " + MOST_DAYS + ", not " + days
                    + "; younger files are still reconciled");
        }
        Run run = Run.start(database, "PURGE_INGESTION");
        LocalDateTime before = run.startedAt().minusDays(days).truncatedTo(ChronoUnit.DAYS);
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("run_id", run.id());
        result.put("before", before + "Z");
        result.put("deleted", Transaction.noted(database, run, () -> purge(database, before)));
        LOG.info("run {}: {}", run.id(), result);
        return new Variant(result);
    }

    private static Map<String, Object> purge(Database database, LocalDateTime before) {
        Map<String, Object> deleted = new LinkedHashMap<>();
        deleted.put("INVERTER_DATA_RAW", database.change(rawRows(before)));
        deleted.put(
                "INVERTER_READINGS_REJECTED",
                database.change(older("INVERTER_READINGS_REJECTED", "REJECTED_AT", before)));
        deleted.put("FLATTENED_FILES", database.change(older("FLATTENED_FILES", "UPDATED_AT", before)));
        deleted.put(
                "INGESTION_FILES",
                database.change(older(
                        "INGESTION_FILES", "COALESCE(START_SCAN_TIME, FILE_LAST_MODIFIED, SNAPSHOT_AT)", before)));
        deleted.put("INGESTION_BATCHES", database.change(older("INGESTION_BATCHES", "BATCH_TIME", before)));
        deleted.put("INGESTION_LATENCY", database.change(older("INGESTION_LATENCY", "HOUR", before)));
        deleted.put("PIPELINE_ERRORS", database.change(older("PIPELINE_ERRORS", "RESOLVED_AT", before)));
        deleted.put("GRAPH_RUNS", database.change(older("GRAPH_RUNS", "FINISHED_AT", before)));
        return deleted;
    }

    static String rawRows(LocalDateTime before) {
        return """
                DELETE FROM INVERTER_DATA_RAW t
                USING (
                  SELECT DISTINCT FILE_NAME, START_SCAN_TIME FROM FLATTENED_FILES WHERE START_SCAN_TIME < %1$s
                ) s
                WHERE t.START_SCAN_TIME < %1$s AND t.FILE_NAME = s.FILE_NAME AND t.START_SCAN_TIME = s.START_SCAN_TIME""".formatted(Sql.timestamp(before));
    }

    private static String older(String table, String column, LocalDateTime before) {
        return "DELETE FROM " + table + " WHERE " + column + " < " + Sql.timestamp(before);
    }
}
