package dev.inverterflow.local;

import dev.inverterflow.local.account.Accounting;
import dev.inverterflow.local.account.PipelineCounts;
import dev.inverterflow.local.client.ClientProcess;
import dev.inverterflow.local.client.Ledger;
import dev.inverterflow.local.console.Console;
import dev.inverterflow.local.problem.LocalStackException;
import dev.inverterflow.local.report.HtmlReport;
import dev.inverterflow.local.report.ReportTables;
import dev.inverterflow.local.stack.Deployment;
import dev.inverterflow.local.stack.Distribution;
import dev.inverterflow.local.stack.LocalStack;
import dev.inverterflow.local.stack.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The pipeline from its first tick to its reports. One thread runs it; Ctrl-C closes what is open from a hook, and the run then
 * ends with what it had.
 */
final class LocalRun {
    static final int STEPS = 7;

    private static final Duration SETTLE_DEADLINE = Duration.ofSeconds(60);
    private static final Duration STOP_DEADLINE = Duration.ofSeconds(40);
    private static final long POLL_MILLIS = 200;

    private final LocalOptions options;
    private final Console console;
    private final Closing open = new Closing();
    private Accounting lastKnown = new Accounting(0, 0, 0, 0, 0);

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
        Thread hook = new Thread(this::stop, "stop");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            return runPipeline();
        } catch (Exception e) {
            if (open.isClosed()) {
                return LocalCommand.STOPPED; // what fails after Ctrl-C fails because of it
            }
            throw e;
        } finally {
            open.close();
            removeHook(hook);
        }
    }

    private int runPipeline() throws Exception {
        Distribution distribution = Distribution.find();
        Workspace workspace = open.add(Workspace.open(options.keep()));
        LocalStack stack = startStack(workspace, distribution);
        deploy(stack, workspace);
        Connection connection = open.add(stack.connect());
        loadWhatIsThere(connection);
        generate(stack, workspace, distribution, connection);
        Accounting accounting = settle(workspace, connection);
        report(connection, workspace.reports());
        console.print("");
        console.print(accounting.line());
        console.print("total time %.1f s".formatted(console.elapsed().toMillis() / 1000.0));
        return accounting.closes() ? 0 : 1;
    }

    private LocalStack startStack(Workspace workspace, Distribution distribution) throws Exception {
        console.step("starting the embedded S3 and snowflake-local");
        LocalStack stack = open.add(LocalStack.start(
                workspace, distribution, new LocalStack.Ports(options.s3Port(), options.snowflakePort())));
        console.detail("S3 " + stack.s3().endpoint() + ", Snowflake "
                + stack.snowflake().jdbcUrl());
        return stack;
    }

    private void deploy(LocalStack stack, Workspace workspace) throws IOException {
        console.step("deploying sql/ and the procedures' jar through snowflake-jdbc");
        Deployment deployment = Deployment.of(stack, workspace, open::isClosed);
        for (String command : List.of("bootstrap", "apply", "resume")) {
            deployment.run(command, line -> console.progress("deploy " + command + ": " + line));
            console.detail("deploy " + command + " done");
        }
    }

    /** A kept directory may hold objects of an earlier run: REFRESH queues them, as it does after an outage. */
    private void loadWhatIsThere(Connection connection) throws SQLException {
        if (options.keep() != null) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("ALTER PIPE INVERTER_PIPE REFRESH");
            }
        }
    }

    private void generate(LocalStack stack, Workspace workspace, Distribution distribution, Connection connection)
            throws Exception {
        console.step("running the client: %d batches of %d inverters in %d files, %d s apart"
                .formatted(
                        options.batches(),
                        options.inverters(),
                        options.files(),
                        options.interval().toSeconds()));
        Map<String, String> environment = new HashMap<>(stack.uploadSettings());
        environment.put("SPOOL_DIR", workspace.spool().toString());
        environment.put("INVERTERS_NUM", Integer.toString(options.inverters()));
        environment.put("NUM_FILES", Integer.toString(options.files()));
        environment.put("INTERVAL_SECONDS", Long.toString(options.interval().toSeconds()));
        ClientProcess client = open.add(ClientProcess.start(
                distribution.clientJar(),
                List.of("run", "--batches", Integer.toString(options.batches())),
                environment,
                console::detail));
        Progress progress = new Progress(workspace, connection);
        while (client.isAlive()) {
            progress.show();
            Thread.sleep(POLL_MILLIS);
        }
        int exitCode = client.waitFor();
        if (exitCode != 0) {
            throw new LocalStackException(
                    "the client ended with exit code " + exitCode + ", its last lines stand above. " + remedy());
        }
    }

    private String remedy() {
        return options.keep() == null
                ? "Run with --keep DIR to keep its spool for the next run."
                : "What it had spooled is in " + options.keep() + " and is sent by the next run with the same --keep.";
    }

    private Accounting settle(Workspace workspace, Connection connection) throws Exception {
        console.step("waiting until every reading is typed, rejected or counted as a duplicate");
        long deadline = System.nanoTime() + SETTLE_DEADLINE.toNanos();
        Progress progress = new Progress(workspace, connection);
        Accounting accounting = progress.show();
        while (!accounting.closes() && System.nanoTime() < deadline) {
            Thread.sleep(POLL_MILLIS);
            accounting = progress.show();
        }
        return accounting;
    }

    private void report(Connection connection, Path directory) throws SQLException, IOException {
        console.step("computing the reports");
        for (String call : List.of(
                "CALL SNAPSHOT_LOAD_HISTORY()", "CALL REPORT_INGESTION_LATENCY()", "CALL REPORT_INGESTION_COST()")) {
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

    /** Ctrl-C: the client finishes the upload in flight, then tasks, Snowflake and S3 stop. */
    private void stop() {
        Thread closer = new Thread(this::closeAll, "stop-in-order");
        closer.setDaemon(true);
        closer.start();
        try {
            closer.join(STOP_DEADLINE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        console.print("stopped; until then " + lastKnown.line());
    }

    private void closeAll() {
        try {
            open.close();
        } catch (Exception e) {
            console.print("while stopping: " + e.getMessage());
        }
    }

    private static void removeHook(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The JVM is already ending: the hook is what runs now.
        }
    }

    /** How far it is, from the client's ledger and the tables. */
    private final class Progress {
        private final Path spool;
        private final Connection connection;

        Progress(Workspace workspace, Connection connection) {
            this.spool = workspace.spool();
            this.connection = connection;
        }

        Accounting show() throws SQLException, IOException {
            Ledger ledger = Ledger.read(spool);
            PipelineCounts counts = PipelineCounts.read(connection);
            lastKnown = new Accounting(
                    ledger.generated(), ledger.refused(), counts.typed(), counts.rejected(), counts.duplicates());
            console.progress("batches %d, readings %d; files loaded %d of %d, readings typed %d, rejected %d"
                    .formatted(
                            ledger.batches(),
                            ledger.generated(),
                            counts.files(),
                            ledger.files(),
                            counts.typed(),
                            counts.rejected()));
            return lastKnown;
        }
    }
}
