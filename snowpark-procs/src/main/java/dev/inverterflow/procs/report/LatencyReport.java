package dev.inverterflow.procs.report;

import com.snowflake.snowpark_java.types.Variant;
import dev.inverterflow.procs.run.Database;
import dev.inverterflow.procs.run.Run;
import dev.inverterflow.procs.run.TimeWindow;
import dev.inverterflow.procs.run.Transaction;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Latency per hour, NUM_FILES and hop. A run replaces the hours that it covers. */
public final class LatencyReport {

    private static final Logger LOG = LoggerFactory.getLogger(LatencyReport.class);

    private LatencyReport() {}

    /** Runs the procedure. */
    public static Variant call(Database database, @Nullable Timestamp fromTime, @Nullable Timestamp toTime) {
        Run run = Run.start(database, "REPORT_INGESTION_LATENCY");
        TimeWindow window = TimeWindow.of(fromTime, toTime, run.startedAt(), Duration.ofDays(1), ChronoUnit.HOURS);
        long rows = Transaction.noted(database, run, () -> {
            database.execute(LatencySql.delete(window));
            return database.change(LatencySql.insert(window, run.id()))
                    + database.change(LatencySql.insertTaskWaits(window, run.id()));
        });
        LOG.info("run {}: {} rows for {}", run.id(), rows, window);
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("run_id", run.id());
        result.put("from", window.from() + "Z");
        result.put("to", window.to() + "Z");
        result.put("task_waits", database.table(LatencySql.KEYS, LatencySql.selectTaskWaits(window)));
        result.put("rows", database.table(LatencySql.KEYS, LatencySql.select(window)));
        return new Variant(result);
    }
}
