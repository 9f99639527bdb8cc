package dev.inverterflow.procs.flatten;

import static dev.inverterflow.procs.run.Database.number;

import com.snowflake.snowpark_java.Row;
import com.snowflake.snowpark_java.types.Variant;
import dev.inverterflow.procs.run.Database;
import dev.inverterflow.procs.run.Run;
import dev.inverterflow.procs.run.Sql;
import dev.inverterflow.procs.run.Transaction;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stream to readings and rejects, in one transaction.
 *
 * <p>The stream is read several times, which is sound because it is repeatable within a transaction, and its offset
 * moves with the commit. A batch without rejects and duplicates, the usual one, is typed once: the rows that the MERGE
 * added are then all its records, and the comparison is left out.
 */
public final class FlattenInverterData {

    static final String PROCEDURE = "FLATTEN_INVERTER_DATA";

    /** Dates that one MERGE is pruned by; older ones, which are rare, go into a second MERGE. */
    static final int RECENT_DATES = 31;

    private static final Logger LOG = LoggerFactory.getLogger(FlattenInverterData.class);

    private final Database database;
    private final Run run;

    private FlattenInverterData(Database database, Run run) {
        this.database = database;
        this.run = run;
    }

    /** Runs the procedure. */
    public static Variant call(Database database) {
        Run run = Run.start(database, PROCEDURE);
        return Transaction.run(database, run, () -> new FlattenInverterData(database, run).flatten());
    }

    private Variant flatten() {
        FlattenSql sql = new FlattenSql("INVERTER_DATA_RAW_STREAM", ReadingRules.load(database), run.id());
        Row files = database.single(sql.countFiles());
        long notArrays = number(files, 2);
        List<LocalDate> dates = new ArrayList<>();
        long records = countRecords(sql, dates);

        long typed = 0;
        for (List<LocalDate> group : groups(dates)) {
            typed += database.change(sql.merge(group));
        }
        long rejected = notArrays == 0 ? 0 : database.change(sql.insertFileRejects());
        long duplicates = 0;
        if (typed < records) {
            Row compared = database.single(sql.compare(dates));
            duplicates = number(compared, 2) - typed;
            if (number(compared, 1) + number(compared, 3) > 0) {
                rejected += database.change(sql.insertRejects(dates));
            }
        }
        FlattenCounts counts =
                new FlattenCounts(number(files, 0), number(files, 1), records + notArrays, typed, rejected, duplicates);

        // Always run, so that the stream is consumed even when it held nothing to type.
        database.execute(sql.insertFlattenedFiles());
        database.execute(insertRun(counts));
        LOG.info("run {}: {}", run.id(), counts);
        return counts.result(run);
    }

    private long countRecords(FlattenSql sql, List<LocalDate> dates) {
        long records = 0;
        for (Row row : database.rows(sql.countDates())) {
            records += number(row, 1);
            if (!row.isNullAt(0)) {
                dates.add(LocalDate.parse(row.getString(0)));
            }
        }
        dates.sort(Collections.reverseOrder());
        return records;
    }

    /** The latest dates, then the rest; no group without dates. */
    static List<List<LocalDate>> groups(List<LocalDate> latestFirst) {
        int recent = Math.min(RECENT_DATES, latestFirst.size());
        return List.of(latestFirst.subList(0, recent), latestFirst.subList(recent, latestFirst.size())).stream()
                .filter(group -> !group.isEmpty())
                .toList();
    }

    private String insertRun(FlattenCounts counts) {
        return """
                INSERT INTO PIPELINE_RUNS
                  (RUN_ID, PROCEDURE_NAME, STARTED_AT, FINISHED_AT, FILES, PROBES, RECORDS, TYPED, REJECTED, DUPLICATES)
                SELECT %s, %s, %s, SYSDATE(), %d, %d, %d, %d, %d, %d""".formatted(
                        Sql.text(run.id()),
                        Sql.text(PROCEDURE),
                        Sql.timestamp(run.startedAt()),
                        counts.files(),
                        counts.probes(),
                        counts.records(),
                        counts.typed(),
                        counts.rejected(),
                        counts.duplicates());
    }
}
