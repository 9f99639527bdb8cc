package dev.inverterflow.procs.report;

import static dev.inverterflow.procs.run.Database.number;

import com.snowflake.snowpark_java.Row;
import com.snowflake.snowpark_java.types.Variant;
import dev.inverterflow.procs.run.Database;
import dev.inverterflow.procs.run.Run;
import dev.inverterflow.procs.run.TimeWindow;
import dev.inverterflow.procs.run.Transaction;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Cost per day and component, with unit costs. A run replaces the days that it covers. */
public final class CostReport {

    private static final Logger LOG = LoggerFactory.getLogger(CostReport.class);
    private static final List<String> STAGES = List.of("PROCEDURE_CODE", "INGESTION_REPORTS");
    private static final Duration DEFAULT_LENGTH = Duration.ofDays(30);

    private CostReport() {}

    /** Runs the procedure. */
    public static Variant call(Database database, @Nullable Timestamp fromTime, @Nullable Timestamp toTime) {
        Run run = Run.start(database, "REPORT_INGESTION_COST");
        TimeWindow window = TimeWindow.of(fromTime, toTime, run.startedAt(), DEFAULT_LENGTH, ChronoUnit.DAYS);
        Rates rates = Rates.find(database, window);
        FlattenCompute flatten = FlattenCompute.find(database);
        long stageBytes = stageBytes(database);
        long rows = Transaction.noted(database, run, () -> {
            database.execute(CostSql.delete(window));
            return database.change(CostSql.insert(window, rates, flatten, stageBytes, run.id()));
        });
        LOG.info("run {}: {} rows for {}", run.id(), rows, window);
        return new Variant(result(database, run, window, rates));
    }

    private static long stageBytes(Database database) {
        long bytes = 0;
        for (String stage : STAGES) {
            database.execute("LIST @" + stage);
            bytes += number(database.single(CostSql.STAGE_BYTES), 0);
        }
        return bytes;
    }

    private static Map<String, @Nullable Object> result(Database database, Run run, TimeWindow window, Rates rates) {
        List<Map<String, @Nullable Object>> lines = database.table(CostSql.KEYS, CostSql.select(window));
        UnitCosts costs = UnitCosts.of(lines);
        Row activity = database.single(CostSql.selectActivity(window));
        long readings = number(activity, 0);
        long bytes = number(activity, 1);
        long inverters = number(activity, 2);
        Map<String, @Nullable Object> result = new LinkedHashMap<>();
        result.put("run_id", run.id());
        result.put("from", window.from() + "Z");
        result.put("to", window.to() + "Z");
        result.put("total", costs.total());
        result.put("currency", costs.currency());
        result.put("readings", readings);
        result.put("bytes", bytes);
        result.put("inverters", inverters);
        result.put("rates", rates == Rates.RATE_SHEET ? "RATE_SHEET_DAILY" : "PRICE_LIST");
        result.put("unit_costs", costs.per(readings, bytes, inverters, days(lines)));
        result.put("by_num_files", database.table(CostSql.KEYS_BY_NUM_FILES, CostSql.selectByNumFiles(window)));
        result.put("rows", lines);
        return result;
    }

    /** Days that cost something: a window that reaches back behind the first file must not make a month look cheap. */
    private static long days(List<Map<String, @Nullable Object>> lines) {
        return lines.stream().map(line -> line.get("day")).distinct().count();
    }
}
