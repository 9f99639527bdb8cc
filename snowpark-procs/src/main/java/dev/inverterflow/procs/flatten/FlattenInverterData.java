package dev.inverterflow.procs.flatten;

import com.snowflake.snowpark_java.types.Variant;
import dev.inverterflow.procs.run.Database;
import dev.inverterflow.procs.run.Run;
import dev.inverterflow.procs.run.Transaction;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Stream to readings and rejects, in one transaction. */
public final class FlattenInverterData {

    static final String PROCEDURE = "FLATTEN_INVERTER_DATA";

    private static final String STREAM = "INVERTER_DATA_RAW_STREAM";
    private static final Logger LOG = LoggerFactory.getLogger(FlattenInverterData.class);

    private FlattenInverterData() {}

    /** Runs the procedure. */
    public static Variant call(Database database) {
        Run run = Run.start(database, PROCEDURE);
        FlattenCounts counts = Transaction.run(database, run, () -> flatten(database, run));
        LOG.info("run {}: {}", run.id(), counts);
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("run_id", run.id());
        result.putAll(counts.named());
        return new Variant(result);
    }

    private static FlattenCounts flatten(Database database, Run run) {
        FlattenCounts counts = new FileFlattening(database, run, STREAM).run();
        if (counts.files() == 0) {
            // SYSTEM$STREAM_HAS_DATA may be true for a stream without rows, until a DML has read the stream.
            database.execute(new FileSql(STREAM, run.id()).insertTyped());
        }
        database.execute(counts.insertRun(run));
        return counts;
    }
}
