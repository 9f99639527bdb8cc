package dev.inverterflow.procs.flatten;

import com.snowflake.snowpark_java.types.Variant;
import dev.inverterflow.procs.run.Database;
import dev.inverterflow.procs.run.Run;
import dev.inverterflow.procs.run.Sql;
import dev.inverterflow.procs.run.TimeWindow;
import dev.inverterflow.procs.run.Transaction;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Raw table to readings and rejects once more, for repair and back-fill. What is stored stays: a reading that was accepted
 * is accepted. Rejects of the files are taken back and judged by today's rules.
 */
public final class ReflattenInverterData {

    private static final Logger LOG = LoggerFactory.getLogger(ReflattenInverterData.class);

    private ReflattenInverterData() {}

    /** Runs the procedure. */
    public static Variant call(Database database, @Nullable Timestamp fromTime, @Nullable Timestamp toTime) {
        Run run = Run.start(database, "REFLATTEN_INVERTER_DATA");
        TimeWindow window = TimeWindow.of(fromTime, toTime, run.startedAt(), Duration.ofDays(1), ChronoUnit.MILLIS);
        FlattenCounts counts = Transaction.run(database, run, () -> reflatten(database, run, window));
        LOG.info("run {}: {} for {}", run.id(), counts, window);
        return new Variant(run.result(window, counts.named()));
    }

    private static FlattenCounts reflatten(Database database, Run run, TimeWindow window) {
        String files = rawFiles(window);
        database.execute(new FileSql(files, run.id()).deleteRejects());
        FlattenCounts counts = new FileFlattening(database, run, files).run();
        database.execute(counts.insertRun(run));
        return counts;
    }

    /** The files that were loaded in the window. */
    static String rawFiles(TimeWindow window) {
        return """
                (
                    SELECT FILE_NAME, JSON_BODY, START_SCAN_TIME
                    FROM INVERTER_DATA_RAW
                    WHERE START_SCAN_TIME >= %s AND START_SCAN_TIME < %s
                  )""".formatted(Sql.timestamp(window.from()), Sql.timestamp(window.to()));
    }
}
