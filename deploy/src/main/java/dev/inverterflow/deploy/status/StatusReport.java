package dev.inverterflow.deploy.status;

import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.HorizontalAlign;
import dev.inverterflow.deploy.apply.DeployHistory;
import dev.inverterflow.deploy.apply.HistoryEntry;
import dev.inverterflow.deploy.connection.SnowflakeSession;
import dev.inverterflow.deploy.pipeline.Pipe;
import dev.inverterflow.deploy.pipeline.Pipeline;
import dev.inverterflow.deploy.pipeline.Task;
import dev.inverterflow.deploy.target.Target;
import java.io.PrintWriter;
import java.util.Collection;
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
        Collection<HistoryEntry> applied =
                new DeployHistory(session, target).lastAttempts().values();
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
        out.flush();
    }

    private static String steps(Collection<HistoryEntry> entries) {
        return AsciiTable.getTable(
                AsciiTable.BASIC_ASCII_NO_DATA_SEPARATORS,
                entries,
                List.of(
                        left("step").with(HistoryEntry::step),
                        left("outcome").with(entry -> entry.outcome().name()),
                        left("started at").with(HistoryEntry::startedAt),
                        right("ms").with(HistoryEntry::duration),
                        left("by").with(HistoryEntry::deployedBy)));
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

    private static Column left(String header) {
        return new Column().header(header).headerAlign(HorizontalAlign.LEFT).dataAlign(HorizontalAlign.LEFT);
    }

    private static Column right(String header) {
        return new Column().header(header).dataAlign(HorizontalAlign.RIGHT);
    }
}
