package dev.inverterflow.local;

import dev.inverterflow.local.account.Accounting;
import dev.inverterflow.local.console.Console;
import dev.inverterflow.local.report.HtmlReport;
import dev.inverterflow.local.report.ReportTables;
import dev.inverterflow.local.stack.LocalStack;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The pipeline from its first tick to its reports, on one thread. */
final class LocalRun {
    static final int STEPS = 7;

    private final LocalOptions options;
    private final Console console;
    private final Closing open = new Closing();
    private volatile @Nullable Pipeline pipeline;

    LocalRun(LocalOptions options, Console console) {
        this.options = options;
        this.console = console;
    }

    /**
     * Runs it.
     *
     * @return 0 if every reading is accounted for, 1 if not, {@link LocalCommand#STOPPED} after Ctrl-C
     */
    int run() throws Exception {
        return new Stopping(open, console, () -> "until then " + lastKnown().line()).run(this::runPipeline);
    }

    private int runPipeline() throws Exception {
        Pipeline running = new Pipeline(options, console, open);
        pipeline = running;
        LocalStack stack = startStack(running);
        deploy(running, stack);
        Connection connection = open.add(stack.connect());
        loadWhatIsThere(connection);
        generate(running, stack, connection);
        console.step("waiting until every reading is typed, rejected or counted as a duplicate");
        Accounting accounting = running.settle(connection);
        report(connection, running.workspace().reports());
        console.print("");
        console.print(accounting.line());
        console.print("total time %.1f s".formatted(console.elapsed().toMillis() / 1000.0));
        return accounting.closes() ? 0 : 1;
    }

    private LocalStack startStack(Pipeline running) throws Exception {
        console.step("starting the embedded S3 and snowflake-local");
        LocalStack stack = running.startStack();
        console.detail("S3 " + stack.s3().endpoint() + ", Snowflake "
                + stack.snowflake().jdbcUrl());
        return stack;
    }

    private void deploy(Pipeline running, LocalStack stack) throws IOException {
        console.step("deploying sql/ and the procedures' jar through snowflake-jdbc");
        running.deploy(stack, command -> console.detail("deploy " + command + " done"));
    }

    /** A kept directory may hold objects of an earlier run: REFRESH queues them, as it does after an outage. */
    private void loadWhatIsThere(Connection connection) throws SQLException {
        if (options.keep() != null) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("ALTER PIPE INVERTER_PIPE REFRESH");
            }
        }
    }

    private void generate(Pipeline running, LocalStack stack, Connection connection) throws Exception {
        console.step("running the client: %d batches of %d inverters in %d files, %d s apart"
                .formatted(
                        options.batches(),
                        options.inverters(),
                        options.files(),
                        options.interval().toSeconds()));
        running.generate(stack, connection, console::detail);
    }

    private void report(Connection connection, Path directory) throws SQLException, IOException {
        console.step("computing the reports");
        for (String call : List.of(
                "CALL SNAPSHOT_LOAD_HISTORY()",
                "CALL RECONCILE_BATCHES()",
                "CALL REPORT_INGESTION_LATENCY()",
                "CALL REPORT_INGESTION_COST()")) {
            console.progress(call);
            try (Statement statement = connection.createStatement()) {
                statement.execute(call);
            }
        }
        console.step("latency and cost of ingestion");
        console.print(ReportTables.latency(connection));
        console.print(ReportTables.cost(connection));
        console.step("rendering the HTML report");
        console.print("report: " + HtmlReport.fetch(connection, directory));
    }

    private Accounting lastKnown() {
        Pipeline running = pipeline;
        return running == null ? new Accounting(0, 0, 0, 0, 0) : running.lastKnown();
    }
}
