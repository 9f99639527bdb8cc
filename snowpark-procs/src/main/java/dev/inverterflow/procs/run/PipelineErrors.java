package dev.inverterflow.procs.run;

import com.snowflake.snowpark_java.types.Variant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * PIPELINE_ERRORS: an error that lasts is one row. Met again while it is open, its row is brought up to date; met again
 * after it was resolved, it is a new one, and the alert tells of it again.
 */
public final class PipelineErrors {

    private static final Logger LOG = LoggerFactory.getLogger(PipelineErrors.class);

    private PipelineErrors() {}

    /**
     * An error as it is reported.
     *
     * @param key tells errors apart; the same error has the same key at each report
     * @param kind machine-readable kind
     * @param message what happened and what to do
     * @param detail what else is known
     */
    public record Report(String key, String kind, String message, Map<String, ?> detail) {}

    /**
     * Reports an error; inside a transaction of the caller.
     *
     * @param source procedure or object that found or met it
     */
    public static void report(Database database, Run run, String source, Report error) {
        LOG.warn("run {}: {} {}: {}", run.id(), source, error.kind(), error.message());
        database.execute(
                """
                MERGE INTO PIPELINE_ERRORS t
                USING (
                  SELECT ? AS ERROR_ID, ? AS ERROR_KEY, ? AS SOURCE, ? AS KIND, ? AS MESSAGE, PARSE_JSON(?) AS DETAIL, ? AS RUN_ID
                ) s
                ON t.ERROR_KEY = s.ERROR_KEY AND t.RESOLVED_AT IS NULL
                WHEN MATCHED THEN
                  UPDATE SET
                    LAST_SEEN_AT = SYSDATE(), OCCURRENCES = t.OCCURRENCES + 1, MESSAGE = s.MESSAGE, DETAIL = s.DETAIL,
                    RUN_ID = s.RUN_ID
                WHEN NOT MATCHED THEN
                  INSERT (ERROR_ID, ERROR_KEY, OCCURRED_AT, LAST_SEEN_AT, OCCURRENCES, SOURCE, KIND, MESSAGE, DETAIL, RUN_ID)
                  VALUES (s.ERROR_ID, s.ERROR_KEY, SYSDATE(), SYSDATE(), 1, s.SOURCE, s.KIND, s.MESSAGE, s.DETAIL, s.RUN_ID)""",
                UUID.randomUUID().toString(),
                error.key(),
                source,
                error.kind(),
                error.message(),
                new Variant(error.detail()).asJsonString(),
                run.id());
    }

    /** Closes the open errors that {@code source} has reported earlier and that are not among {@code keys} now. */
    public static long resolveOthers(Database database, String source, List<String> keys) {
        String known = keys.isEmpty()
                ? ""
                : " AND ERROR_KEY NOT IN (" + keys.stream().map(Sql::text).collect(Collectors.joining(", ")) + ")";
        return database.change(
                "UPDATE PIPELINE_ERRORS SET RESOLVED_AT = SYSDATE() WHERE RESOLVED_AT IS NULL AND SOURCE = "
                        + Sql.text(source) + known);
    }
}
