package dev.inverterflow.procs.flatten;

import com.snowflake.snowpark_java.types.Variant;
import dev.inverterflow.procs.run.Database;
import dev.inverterflow.procs.run.Run;
import dev.inverterflow.procs.run.TimeWindow;
import dev.inverterflow.procs.run.Transaction;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Rejects once more through today's rules, judged against the scan time of their file. What is valid now leaves the
 * rejects for the readings; what is equal to a reading leaves them; the rest stays, with today's reasons and the time of
 * its first refusal.
 */
public final class ReplayRejected {

    private static final Logger LOG = LoggerFactory.getLogger(ReplayRejected.class);

    private ReplayRejected() {}

    /** Runs the procedure. */
    public static Variant call(Database database, @Nullable Timestamp fromTime, @Nullable Timestamp toTime) {
        Run run = Run.start(database, "REPLAY_REJECTED");
        TimeWindow window = TimeWindow.of(fromTime, toTime, run.startedAt(), Duration.ofDays(1), ChronoUnit.MILLIS);
        FlattenCounts counts = Transaction.run(database, run, () -> replay(database, run, window));
        LOG.info("run {}: {} for {}", run.id(), counts, window);
        return new Variant(run.result(window, counts.named()));
    }

    private static FlattenCounts replay(Database database, Run run, TimeWindow window) {
        RecordSource.Rejects source = new RecordSource.Rejects(window, run.id());
        RecordFlattening records =
                new RecordFlattening(database, new FlattenSql(source, ReadingRules.load(database), run.id()));
        FlattenCounts counts = records.run();
        ReplaySql sql = new ReplaySql(source, run.id());
        database.execute(sql.mergeCounts(records.dates()));
        database.execute(sql.deleteReplayed());
        database.execute(counts.insertRun(run));
        return counts;
    }
}
