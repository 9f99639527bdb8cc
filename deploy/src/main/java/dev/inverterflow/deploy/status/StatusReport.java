package dev.inverterflow.deploy.status;

import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.HorizontalAlign;
import dev.inverterflow.deploy.apply.DeployHistory;
import dev.inverterflow.deploy.apply.HistoryEntry;
import dev.inverterflow.deploy.connection.Row;
import dev.inverterflow.deploy.connection.SnowflakeSession;
import dev.inverterflow.deploy.connection.StatementFailure;
import dev.inverterflow.deploy.pipeline.Alert;
import dev.inverterflow.deploy.pipeline.Pipe;
import dev.inverterflow.deploy.pipeline.Pipeline;
import dev.inverterflow.deploy.pipeline.Task;
import dev.inverterflow.deploy.target.Target;
import java.io.PrintWriter;
import java.util.List;

/** What is applied and what runs, as tables. */
public final class StatusReport {
    private final SnowflakeSession session;
    private final Target target;
    private final PrintWriter out;

    public StatusReport(SnowflakeSession session, Target target, PrintWriter out) {
        this.session = session;
        this.target = target;
        this.out = out;
    }

    public void print() {
        target.enterAsOwner(session);
        List<HistoryEntry> applied = new DeployHistory(session, target)
                .lastAttempts().values().stream()
                        // What is no step is told when it is left undone only.
                        .filter(entry -> entry.kind().isStep() || !entry.succeeded())
                        .toList();
        if (applied.isEmpty()) {
            out.println("nothing is applied in " + target.schemaName() + " (as far as this role sees)");
            return;
        }
        out.println("Applied in " + target.schemaName() + " (times are UTC)");
        out.println(steps(applied));
        Pipeline pipeline = new Pipeline(session, target, out);
        out.println("Pipes");
        out.println(pipes(pipeline.pipes()));
        target.enterAsTasksOwner(session);
        out.println("Tasks");
        out.println(tasks(pipeline.tasks()));
        List<Alert> alerts = pipeline.alerts();
        if (!alerts.isEmpty()) {
            out.println("Alerts");
            out.println(alerts(alerts));
        }
        target.enterAsOwner(session);
        errors();
        out.flush();
    }

    /** The pipeline's own words on what goes wrong; a schema without that table has none. */
    private void errors() {
        try {
            List<Row> errors = session.show("""
                    select to_varchar(OCCURRED_AT, 'YYYY-MM-DD HH24:MI:SS') as AT, SOURCE, KIND, MESSAGE
                    from %s
                    order by OCCURRED_AT desc
                    limit 5""".formatted(target.object("PIPELINE_ERRORS")));
            out.println(errors.isEmpty() ? "Errors: none" : "Last errors (UTC)");
            errors.forEach(error -> out.println("  " + error.text("AT") + "  " + error.text("SOURCE") + "  "
                    + error.text("KIND") + "  " + error.text("MESSAGE")));
        } catch (StatementFailure e) {
            if (!e.meansMissingObject()) {
                throw e;
            }
        }
    }

    private static String alerts(List<Alert> alerts) {
        return AsciiTable.getTable(
                AsciiTable.BASIC_ASCII_NO_DATA_SEPARATORS,
                alerts,
                List.of(
                        left("alert").with(Alert::name),
                        left("state").with(Alert::state),
                        left("schedule").with(Alert::schedule)));
    }

    private static String steps(List<HistoryEntry> entries) {
        return AsciiTable.getTable(
                AsciiTable.BASIC_ASCII_NO_DATA_SEPARATORS,
                entries,
                List.of(
                        left("step").with(HistoryEntry::step),
                        left("outcome").with(entry -> entry.outcome().name()),
                        left("started at").with(HistoryEntry::startedAt),
                        right("ms").with(HistoryEntry::duration),
                        left("by").with(HistoryEntry::deployedBy),
                        left("error").with(entry -> firstLine(entry.error()))));
    }

    private static String pipes(List<Pipe> pipes) {
        return AsciiTable.getTable(
                AsciiTable.BASIC_ASCII_NO_DATA_SEPARATORS,
                pipes,
                List.of(
                        left("pipe").with(Pipe::name),
                        left("state").with(Pipe::state),
                        right("pending files").with(pipe -> pipe.text("pendingFileCount")),
                        left("last file").with(pipe -> pipe.text("lastIngestedFilePath")),
                        left("last loaded").with(pipe -> pipe.text("lastIngestedTimestamp")),
                        left("error").with(pipe -> pipe.text("error"))));
    }

    private static String tasks(List<Task> tasks) {
        return AsciiTable.getTable(
                AsciiTable.BASIC_ASCII_NO_DATA_SEPARATORS,
                tasks,
                List.of(
                        left("task").with(Task::name),
                        left("state").with(Task::state),
                        left("schedule").with(Task::schedule),
                        left("when").with(Task::condition),
                        left("after").with(task -> String.join(", ", task.predecessors()))));
    }

    private static String firstLine(String error) {
        return error.lines().findFirst().orElse("");
    }

    private static Column left(String header) {
        return new Column().header(header).headerAlign(HorizontalAlign.LEFT).dataAlign(HorizontalAlign.LEFT);
    }

    private static Column right(String header) {
        return new Column().header(header).dataAlign(HorizontalAlign.RIGHT);
    }
}
