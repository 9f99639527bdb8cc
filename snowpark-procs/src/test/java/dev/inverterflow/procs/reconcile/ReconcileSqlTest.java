package dev.inverterflow.procs.reconcile;

import dev.inverterflow.procs.Golden;
import dev.inverterflow.procs.run.TimeWindow;
import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;

class ReconcileSqlTest {

    private final ReconcileSql sql = new ReconcileSql(
            new TimeWindow(LocalDateTime.of(2026, 11, 22, 0, 0), LocalDateTime.of(2026, 11, 24, 0, 0)),
            LocalDateTime.of(2026, 11, 23, 6, 0),
            "a-run");

    @Test
    void statementsAreThese() throws IOException {
        Golden.assertStatement("reconcile_list", ReconcileSql.list(LocalDate.of(2026, 11, 23)));
        Golden.assertStatement("reconcile_merge_listed", ReconcileSql.mergeListed());
        Golden.assertStatement("reconcile_delete", sql.delete());
        Golden.assertStatement("reconcile_insert", sql.insert());
        Golden.assertStatement("reconcile_select_statuses", sql.selectStatuses());
        Golden.assertStatement("reconcile_select_problems", sql.selectProblems());
        Golden.assertStatement("reconcile_resolve", sql.resolve());
        Golden.assertStatement("reconcile_select_lost", sql.selectLost());
        Golden.assertStatement(
                "reconcile_refresh", ReconcileSql.refresh(LocalDate.of(2026, 11, 23), "2026-11-23T06:00:00Z"));
    }
}
