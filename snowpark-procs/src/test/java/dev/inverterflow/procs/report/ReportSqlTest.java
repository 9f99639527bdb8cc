package dev.inverterflow.procs.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inverterflow.procs.Golden;
import dev.inverterflow.procs.run.TimeWindow;
import java.io.IOException;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;

class ReportSqlTest {

    private static final TimeWindow WINDOW =
            new TimeWindow(LocalDateTime.of(2026, 11, 22, 0, 0), LocalDateTime.of(2026, 11, 24, 0, 0));

    @Test
    void statementsAreThese() throws IOException {
        Golden.assertStatement("latency_delete", LatencySql.delete(WINDOW));
        Golden.assertStatement("latency_insert", LatencySql.insert(WINDOW, "a-run"));
        Golden.assertStatement("latency_insert_task_waits", LatencySql.insertTaskWaits(WINDOW, "a-run"));
        Golden.assertStatement("latency_select_task_waits", LatencySql.selectTaskWaits(WINDOW));
        Golden.assertStatement("latency_select", LatencySql.select(WINDOW));
        Golden.assertStatement("latency_select_by_num_files", LatencySql.selectByNumFiles(WINDOW));
        Golden.assertStatement("latency_select_over_time", LatencySql.selectOverTime(WINDOW, 20));
        Golden.assertStatement("cost_delete", CostSql.delete(WINDOW));
        Golden.assertStatement(
                "cost_insert", CostSql.insert(WINDOW, Rates.PRICE_LIST, FlattenCompute.SERVERLESS, 7, "a-run"));
        Golden.assertStatement(
                "cost_insert_by_rate_sheet",
                CostSql.insert(WINDOW, Rates.RATE_SHEET, FlattenCompute.OTHER_WAREHOUSE, 7, "a-run"));
        Golden.assertStatement("cost_select_by_num_files", CostSql.selectByNumFiles(WINDOW));
        Golden.assertStatement("cost_select", CostSql.select(WINDOW));
        Golden.assertStatement("cost_select_activity", CostSql.selectActivity(WINDOW));
    }

    @Test
    void latencyReplacesTheHoursItInserts() {
        String bounds = "'2026-11-22T00:00:00.000'::TIMESTAMP_NTZ";

        assertThat(LatencySql.delete(WINDOW)).contains("HOUR >= " + bounds);
        assertThat(LatencySql.insert(WINDOW, "a-run")).contains("f.START_SCAN_TIME >= " + bounds);
    }

    @Test
    void everyHopIsARowAndABranch() {
        String insert = LatencySql.insert(WINDOW, "a-run");

        for (Hop hop : Hop.values()) {
            assertThat(insert).contains(hop.row()).contains(hop.branch());
        }
    }

    @Test
    void costCoversEachDayOfTheWindow() {
        assertThat(CostSql.insert(WINDOW, Rates.PRICE_LIST, FlattenCompute.SERVERLESS, 7, "a-run"))
                .contains("(VALUES ('2026-11-22'), ('2026-11-23'))");
        assertThat(CostSql.delete(WINDOW)).endsWith("DAY >= '2026-11-22'::DATE AND DAY < '2026-11-24'::DATE");
    }

    @Test
    void pricesStandInNoStatement() {
        assertThat(CostSql.insert(WINDOW, Rates.PRICE_LIST, FlattenCompute.SERVERLESS, 7, "a-run"))
                .doesNotContain("0.0037", "0.06", "0.005", "0.023");
    }
}
