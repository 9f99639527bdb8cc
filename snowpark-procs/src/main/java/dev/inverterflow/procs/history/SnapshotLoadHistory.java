package dev.inverterflow.procs.history;

import static dev.inverterflow.procs.run.Database.number;

import com.snowflake.snowpark_java.Row;
import com.snowflake.snowpark_java.types.Variant;
import dev.inverterflow.procs.run.Database;
import dev.inverterflow.procs.run.Run;
import dev.inverterflow.procs.run.Transaction;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The load history of the last days, kept: Snowflake forgets it after 14. */
public final class SnapshotLoadHistory {

    private static final Logger LOG = LoggerFactory.getLogger(SnapshotLoadHistory.class);

    private SnapshotLoadHistory() {}

    /** Runs the procedure. */
    public static Variant call(Database database) {
        Run run = Run.start(database, "SNAPSHOT_LOAD_HISTORY");
        return Transaction.noted(database, run, () -> snapshot(database, run));
    }

    private static Variant snapshot(Database database, Run run) {
        Row files = database.single(SnapshotSql.mergeFiles());
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("run_id", run.id());
        result.put("days", SnapshotSql.DAYS);
        result.put("files_added", number(files, 0));
        result.put("files_changed", number(files, 1));
        result.put("flatten_times_added", database.change(SnapshotSql.mergeFlattenTimes()));
        result.put("commit_times_added", database.change(SnapshotSql.updateCommitTimes()));
        LOG.info("run {}: {}", run.id(), result);
        return new Variant(result);
    }
}
