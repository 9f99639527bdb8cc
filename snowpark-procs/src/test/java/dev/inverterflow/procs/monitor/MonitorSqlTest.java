package dev.inverterflow.procs.monitor;

import dev.inverterflow.procs.Golden;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class MonitorSqlTest {

    @Test
    void statementsAreThese() throws IOException {
        Golden.assertStatement("monitor_pipes", MonitorSql.pipes());
        Golden.assertStatement("monitor_pipe_status", MonitorSql.pipeStatus("INVERTER_PIPE"));
        Golden.assertStatement("monitor_failed_files", MonitorSql.failedFiles());
        Golden.assertStatement("monitor_streams", MonitorSql.streams());
        Golden.assertStatement("monitor_suspended_tasks", MonitorSql.suspendedTasks());
        Golden.assertStatement("monitor_failed_tasks", MonitorSql.failedTasks());
        Golden.assertStatement("monitor_resolve_procedures", MonitorSql.resolveProcedures());
        Golden.assertStatement("notify_select", NotifyErrors.select());
        Golden.assertStatement("notify_send", NotifyErrors.sendEmail("MAIL", "a@example.com", "it's", "a\\b\nc"));
    }
}
