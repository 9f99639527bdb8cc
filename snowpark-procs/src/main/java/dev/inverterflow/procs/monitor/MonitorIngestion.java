package dev.inverterflow.procs.monitor;

import com.snowflake.snowpark_java.types.Variant;
import dev.inverterflow.procs.run.Database;
import dev.inverterflow.procs.run.PipelineErrors;
import dev.inverterflow.procs.run.PipelineErrors.Report;
import dev.inverterflow.procs.run.Run;
import dev.inverterflow.procs.run.Transaction;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is wrong now, to PIPELINE_ERRORS; what is no longer wrong is resolved there. */
public final class MonitorIngestion {

    private static final Logger LOG = LoggerFactory.getLogger(MonitorIngestion.class);
    private static final String PROCEDURE = "MONITOR_INGESTION";
    private static final Map<String, Function<Checks, List<Report>>> CHECKS = checks();

    private MonitorIngestion() {}

    private static Map<String, Function<Checks, List<Report>>> checks() {
        Map<String, Function<Checks, List<Report>>> checks = new LinkedHashMap<>();
        checks.put("pipes", Checks::pipes);
        checks.put("files", Checks::failedFiles);
        checks.put("stream", Checks::stream);
        checks.put("suspended tasks", Checks::suspendedTasks);
        checks.put("failed tasks", Checks::failedTasks);
        return checks;
    }

    /** Runs the procedure. */
    public static Variant call(Database database) {
        Run run = Run.start(database, PROCEDURE);
        List<Report> found = look(new Checks(database));
        long resolved = Transaction.noted(database, run, () -> write(database, run, found));
        LOG.info("run {}: {} errors, {} resolved", run.id(), found.size(), resolved);
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("run_id", run.id());
        result.put("resolved", resolved);
        result.put("errors", found.stream().map(MonitorIngestion::named).toList());
        return new Variant(result);
    }

    // A check that cannot be made, for want of a privilege say, is an error like the others and hides none of them.
    private static List<Report> look(Checks checks) {
        List<Report> found = new ArrayList<>();
        CHECKS.forEach((name, check) -> {
            try {
                found.addAll(check.apply(checks));
            } catch (RuntimeException failure) {
                found.add(Checks.report(
                        "CHECK_FAILED",
                        name,
                        "the monitor cannot look at " + name + ": " + failure.getMessage(),
                        Map.of("check", name)));
            }
        });
        return found;
    }

    private static long write(Database database, Run run, List<Report> found) {
        for (Report error : found) {
            PipelineErrors.report(database, run, PROCEDURE, error);
        }
        return PipelineErrors.resolveOthers(
                        database, PROCEDURE, found.stream().map(Report::key).toList())
                + database.change(MonitorSql.resolveProcedures());
    }

    private static Map<String, Object> named(Report error) {
        Map<String, Object> named = new LinkedHashMap<>();
        named.put("kind", error.kind());
        named.put("message", error.message());
        return named;
    }
}
