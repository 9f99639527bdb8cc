package dev.inverterflow.local.stack;

import dev.inverterflow.deploy.DeployCommand;
import dev.inverterflow.deploy.connection.Environment;
import dev.inverterflow.local.problem.LocalStackException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** The operator's command line against the local stack: what it does here it does in an account. */
public final class Deployment {
    private static final String CONNECTION = "local";

    private final Path connections;
    private final String stageUrl;

    private final BooleanSupplier stopRequested;

    private Deployment(Path connections, String stageUrl, BooleanSupplier stopRequested) {
        this.connections = connections;
        this.stageUrl = stageUrl;
        this.stopRequested = stopRequested;
    }

    /**
     * Writes a connections.toml as Snowflake's own tools read it.
     *
     * @param stopRequested asked between statements, so that a run can be stopped in order
     */
    public static Deployment of(LocalStack stack, Workspace workspace, BooleanSupplier stopRequested)
            throws IOException {
        Properties login = stack.snowflake().properties();
        String toml = """
                [%s]
                account = "%s"
                host = "%s"
                port = %d
                protocol = "http"
                user = "%s"
                password = "%s"
                role = "ACCOUNTADMIN"
                """.formatted(
                        CONNECTION,
                        stack.snowflake().account(),
                        stack.snowflake().host(),
                        stack.snowflake().port(),
                        login.getProperty("user"),
                        login.getProperty("password"));
        return new Deployment(workspace.writeSecret("connections.toml", toml), stack.stageUrl(), stopRequested);
    }

    /**
     * Runs {@code deploy <command>}.
     *
     * @param lines receives what it prints, line by line
     * @throws LocalStackException with its complaint, if its exit code is not 0
     */
    public void run(String command, Consumer<String> lines) {
        List<String> arguments = new ArrayList<>(List.of(command));
        arguments.addAll(List.of("--connection", CONNECTION, "--connections-file", connections.toString()));
        arguments.addAll(List.of("--var", "stage_url=" + stageUrl));
        arguments.addAll(List.of("--var", "storage_aws_role_arn=arn:aws:iam::000000000000:role/inverterflow-local"));
        arguments.addAll(List.of("--var", "storage_aws_external_id=inverterflow-local"));
        StringWriter complaint = new StringWriter();
        LineWriter out = new LineWriter(lines);
        int exitCode = new DeployCommand(Environment.ofProcess(), stopRequested)
                .run(arguments, new PrintWriter(out, true), new PrintWriter(complaint, true));
        out.close();
        if (exitCode != 0) {
            throw new LocalStackException("deploy " + command + " failed with exit code " + exitCode + ":\n"
                    + complaint.toString().stripTrailing());
        }
    }
}
