package dev.inverterflow.procs.operate;

import dev.inverterflow.procs.Golden;
import java.io.IOException;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;

class OperateSqlTest {

    @Test
    void statementsAreThese() throws IOException {
        Golden.assertStatement("graph_run_insert", RecordGraphRun.insert());
        Golden.assertStatement("purge_raw_rows", PurgeIngestion.rawRows(LocalDateTime.of(2026, 11, 1, 0, 0)));
    }
}
