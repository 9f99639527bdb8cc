package dev.inverterflow.local;

import dev.inverterflow.local.account.Accounting;
import dev.inverterflow.local.account.PipelineCounts;
import dev.inverterflow.local.client.ClientProcess;
import dev.inverterflow.local.client.Ledger;
import dev.inverterflow.local.console.Console;
import dev.inverterflow.local.problem.LocalStackException;
import dev.inverterflow.local.stack.Deployment;
import dev.inverterflow.local.stack.Distribution;
import dev.inverterflow.local.stack.LocalStack;
import dev.inverterflow.local.stack.Workspace;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The parts of a run, from the servers' start to the last typed reading; who runs it decides what is said between them. */
final class Pipeline {
    private static final Duration SETTLE_DEADLINE = Duration.ofSeconds(60);
    private static final long POLL_MILLIS = 200;

    private final LocalOptions options;
    private final Console console;
    private final Closing open;
    private final Distribution distribution;
    private final Workspace workspace;
    private volatile Accounting lastKnown = new Accounting(0, 0, 0, 0, 0);

    /** @param open takes charge of all that is opened */
    Pipeline(LocalOptions options, Console console, Closing open) throws Exception {
        this.options = options;
        this.console = console;
        this.open = open;
        this.distribution = Distribution.find();
        this.workspace = open.add(Workspace.open(options.keep()));
    }

    Workspace workspace() {
        return workspace;
    }

    /** How far it had come when it was last looked at; may be asked from any thread. */
    Accounting lastKnown() {
        return lastKnown;
    }

    LocalStack startStack() throws Exception {
        return open.add(LocalStack.start(
                workspace, distribution, new LocalStack.Ports(options.s3Port(), options.snowflakePort())));
    }

    /** Deploys and starts the tasks; {@code done} is told each command that has ended. */
    void deploy(LocalStack stack, Consumer<String> done) throws IOException {
        Deployment deployment = Deployment.of(stack, workspace, open::isClosed);
        for (String command : List.of("bootstrap", "apply", "resume")) {
            deployment.run(command, line -> console.progress("deploy " + command + ": " + line));
            done.accept(command);
        }
    }

    /** Runs the client to its end; {@code lines} gets what it prints. */
    void generate(LocalStack stack, Connection connection, Consumer<String> lines) throws Exception {
        Map<String, String> environment = new HashMap<>(stack.uploadSettings());
        environment.put("SPOOL_DIR", workspace.spool().toString());
        environment.put("INVERTERS_NUM", Integer.toString(options.inverters()));
        environment.put("NUM_FILES", Integer.toString(options.files()));
        environment.put("INTERVAL_SECONDS", Long.toString(options.interval().toSeconds()));
        ClientProcess client = open.add(ClientProcess.start(
                distribution.clientJar(),
                List.of("run", "--batches", Integer.toString(options.batches())),
                environment,
                lines));
        // Looked at now and then: no event tells what tables hold.
        while (client.isAlive()) {
            look(connection);
            Thread.sleep(POLL_MILLIS);
        }
        int exitCode = client.waitFor();
        if (exitCode != 0) {
            throw new LocalStackException(
                    "the client ended with exit code " + exitCode + ", its last lines stand above. " + remedy());
        }
    }

    /** Waits until every reading is accounted for, or for so long that it will not be. */
    Accounting settle(Connection connection) throws Exception {
        long deadline = System.nanoTime() + SETTLE_DEADLINE.toNanos();
        Accounting accounting = look(connection);
        while (!accounting.closes() && System.nanoTime() < deadline) {
            Thread.sleep(POLL_MILLIS);
            accounting = look(connection);
        }
        return accounting;
    }

    private String remedy() {
        return options.keep() == null
                ? "Run with --keep DIR to keep its spool for the next run."
                : "What it had spooled is in " + options.keep() + " and is sent by the next run with the same --keep.";
    }

    /** From the client's ledger and the tables. */
    private Accounting look(Connection connection) throws SQLException, IOException {
        Ledger ledger = Ledger.read(workspace.spool());
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
