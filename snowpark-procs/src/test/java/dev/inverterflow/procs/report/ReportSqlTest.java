package dev.inverterflow.procs.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;

class ReportSqlTest {

    private static final TimeWindow WINDOW =
            new TimeWindow(LocalDateTime.of(2026, 11, 22, 0, 0), LocalDateTime.of(2026, 11, 24, 0, 0));

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
        assertThat(CostSql.insert(WINDOW, "a-run")).contains("(VALUES ('2026-11-22'), ('2026-11-23'))");
        assertThat(CostSql.delete(WINDOW)).endsWith("DAY >= '2026-11-22'::DATE AND DAY < '2026-11-24'::DATE");
    }

    @Test
    void pricesStandInNoStatement() {
        assertThat(CostSql.insert(WINDOW, "a-run")).doesNotContain("0.0037", "0.06", "0.005", "0.023");
    }
}
