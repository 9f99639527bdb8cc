package dev.inverterflow.procs.reconcile;

import static dev.inverterflow.procs.run.Database.number;

import com.snowflake.snowpark_java.Row;
import com.snowflake.snowpark_java.types.Variant;
import dev.inverterflow.procs.history.SnapshotSql;
import dev.inverterflow.procs.run.Database;
import dev.inverterflow.procs.run.PipelineErrors;
import dev.inverterflow.procs.run.ProcedureException;
import dev.inverterflow.procs.run.Run;
import dev.inverterflow.procs.run.TimeWindow;
import dev.inverterflow.procs.run.Transaction;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What was expected against what came, batch by batch. The stage is listed before the load history is read, so that a file
 * that is loaded in between is not taken for lost.
 */
public final class ReconcileBatches {

    private static final Logger LOG = LoggerFactory.getLogger(ReconcileBatches.class);
    private static final String PROCEDURE = "RECONCILE_BATCHES";
    private static final int MAX_DAYS = 31;
    private static final long DEFAULT_GRACE_MINUTES = 15;
    private static final long MAX_GRACE_MINUTES = 10_080;

    private final Database database;
    private final Run run;
    private final TimeWindow window;
    private final ReconcileSql sql;

    private ReconcileBatches(Database database, Run run, TimeWindow window, long graceMinutes) {
        this.database = database;
        this.run = run;
        this.window = window;
        this.sql = new ReconcileSql(window, run.startedAt().minusMinutes(graceMinutes), run.id());
    }

    /** Runs the procedure. */
    public static Variant call(
            Database database,
            @Nullable Timestamp fromTime,
            @Nullable Timestamp toTime,
            @Nullable Boolean heal,
            @Nullable Long graceMinutes) {
        long grace = graceMinutes == null ? DEFAULT_GRACE_MINUTES : graceMinutes;
        if (grace < 0 || grace > MAX_GRACE_MINUTES) {
            throw ProcedureException.invalidArgument(
                    "GRACE_MINUTES must be 0 to " + MAX_GRACE_MINUTES + ", not " + grace);
        }
        Run run = Run.start(database, PROCEDURE);
        TimeWindow window = TimeWindow.of(fromTime, toTime, run.startedAt(), Duration.ofDays(1), ChronoUnit.MILLIS);
        if (Duration.between(window.from(), window.to()).toDays() > MAX_DAYS) {
            throw ProcedureException.invalidArgument("FROM_TIME (" + window.from() + ") to TO_TIME (" + window.to()
                    + ") is more than " + MAX_DAYS + " days; ask for a shorter time");
        }
        ReconcileBatches reconciliation = new ReconcileBatches(database, run, window, grace);
        Map<String, Object> found = Transaction.noted(database, run, reconciliation::reconcile);
        if (Boolean.TRUE.equals(heal)) {
            // Outside the transaction, which DDL would commit.
            found.putAll(reconciliation.heal());
        }
        LOG.info("run {}: {}", run.id(), found);
        return new Variant(run.result(window, found));
    }

    private Map<String, Object> reconcile() {
        LocalDate lastDate = window.to().minusNanos(1).toLocalDate();
        for (LocalDate date = window.from().toLocalDate(); !date.isAfter(lastDate); date = date.plusDays(1)) {
            database.execute(ReconcileSql.list(date));
            database.execute(ReconcileSql.mergeListed());
        }
        database.execute(SnapshotSql.mergeFiles());
        database.execute(SnapshotSql.mergeFlattenTimes());
        database.execute(sql.delete());
        database.execute(sql.insert());
        Map<String, Object> found = statuses();
        found.put("problems", reportProblems());
        database.execute(sql.resolve());
        return found;
    }

    private Map<String, Object> statuses() {
        List<String> sums = List.of("batches", "expected_records", "records", "typed", "rejected", "duplicates");
        Map<String, Object> found = new LinkedHashMap<>();
        sums.forEach(sum -> found.put(sum, 0L));
        Map<String, Object> byStatus = new LinkedHashMap<>();
        for (Row row : database.rows(sql.selectStatuses())) {
            byStatus.put(row.getString(0), number(row, 1));
            for (int i = 0; i < sums.size(); i++) {
                long value = number(row, i + 1);
                found.computeIfPresent(sums.get(i), (sum, before) -> (Long) before + value);
            }
        }
        found.put("by_status", byStatus);
        return found;
    }

    private List<Map<String, Object>> reportProblems() {
        List<Map<String, Object>> problems = new ArrayList<>();
        for (Row row : database.rows(sql.selectProblems())) {
            BatchStatus status = BatchStatus.valueOf(row.getString(0));
            Map<String, Object> problem = new LinkedHashMap<>();
            problem.put("status", status.name());
            problem.put("client_id", row.getString(1));
            problem.put("day", row.getString(2));
            problem.put("batches", number(row, 3));
            problem.put("parts", number(row, 4));
            problem.put("first", row.getString(5));
            problem.put("last", row.getString(6));
            problem.put("remedy", status.remedy());
            problems.add(problem);
            String message = "%d batches of client %s, %s to %s: %s"
                    .formatted(number(row, 3), row.getString(1), row.getString(5), row.getString(6), status.remedy());
            String key = String.join("|", status.name(), row.getString(1), row.getString(2));
            PipelineErrors.report(
                    database, run, PROCEDURE, new PipelineErrors.Report(key, status.name(), message, problem));
        }
        return problems;
    }

    private Map<String, Object> heal() {
        long healed = 0;
        long tooOld = 0;
        for (Row row : database.rows(sql.selectLost())) {
            tooOld += number(row, 3);
            if (number(row, 1) > 0) {
                LocalDate folder = LocalDate.parse(row.getString(0));
                healed += database.rows(ReconcileSql.refresh(folder, row.getString(2)))
                        .size();
            }
        }
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("files_refreshed", healed);
        result.put("files_too_old", tooOld);
        return result;
    }
}
