package dev.inverterflow.snowflake.local;

import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code java -jar snowflake-local.jar}: a stand-alone server for clients in any language. */
@Command(
        name = "snowflake-local",
        mixinStandardHelpOptions = true,
        version = "snowflake-local 0.1.0",
        description =
                "A local stand-in for Snowflake, on the loopback only. Prints one line when it is ready; Ctrl-C ends it.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"1:it could not start", "2:wrong arguments", "130:ended by Ctrl-C", "143:ended by SIGTERM"})
public final class SnowflakeLocalMain implements Callable<Integer> {

    private static final String LOGGING = "logback.configurationFile";
    private static final String TOKEN = "SNOWFLAKE_LOCAL_TOKEN";
    private static final String S3_KEY = "AWS_ACCESS_KEY_ID";
    private static final String S3_SECRET = "AWS_SECRET_ACCESS_KEY";

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "0",
            description = "TCP port; 0, the default, is a free one.")
    private int port;

    @Option(
            names = "--user",
            paramLabel = "NAME",
            defaultValue = "LOCAL",
            description =
                    "User that may log in; default: ${DEFAULT-VALUE}. Its token is taken from --token or the environment"
                            + " variable " + TOKEN + ", or made up; it is printed unless it came from the environment.")
    private String user = "LOCAL";

    @Option(
            names = "--token",
            paramLabel = "T",
            description = "The user's token. Other users of this machine may see it; " + TOKEN + " hides it.")
    private @Nullable String token;

    @Option(names = "--database", paramLabel = "NAME", description = "Database that is there from the start.")
    private @Nullable String database;

    @Option(names = "--schema", paramLabel = "NAME", description = "Schema of it that is there from the start.")
    private @Nullable String schema;

    @Option(
            names = "--s3-endpoint",
            paramLabel = "URL",
            description =
                    "Where the buckets of external stages really are. Its keys are taken from the environment variables "
                            + S3_KEY + " and " + S3_SECRET + ".")
    private @Nullable URI s3Endpoint;

    @Option(names = "--s3-region", paramLabel = "NAME", defaultValue = "us-east-1", description = "Region to sign for.")
    private String s3Region = "us-east-1";

    @Option(
            names = "--snowpark-runtime",
            paramLabel = "DIR",
            description = "Jars that procedures run on; default: lib/snowpark beside this jar.")
    private @Nullable Path snowparkRuntime;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Directory that keeps everything beyond the end of the server; default: all in memory.")
    private @Nullable Path dataDirectory;

    @Option(
            names = "--stage-dir",
            paramLabel = "DIR",
            description = "Where files of internal stages are kept; default: a temporary directory.")
    private @Nullable Path stageDirectory;

    @Option(
            names = "--task-clock-speed",
            paramLabel = "X",
            defaultValue = "1",
            description = "How much faster tasks are scheduled than they say; default: ${DEFAULT-VALUE}.")
    private double taskClockSpeed;

    @Spec
    private @Nullable CommandSpec spec;

    SnowflakeLocalMain() {}

    public static void main(String[] arguments) {
        // Not a logback.xml: that one belongs to whoever embeds this jar.
        if (System.getProperty(LOGGING) == null) {
            System.setProperty(LOGGING, "snowflake-local-logback.xml");
        }
        System.exit(new CommandLine(new SnowflakeLocalMain())
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    if (failure instanceof SnowflakeLocalException clear) {
                        command.getErr().println("snowflake-local: " + clear.getMessage());
                        return command.getCommandSpec().exitCodeOnExecutionException();
                    }
                    throw failure;
                })
                .execute(arguments));
    }

    @Override
    public Integer call() throws InterruptedException {
        SnowflakeLocal server = configured().start();
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            server.close();
                            stopped.countDown();
                        },
                        "snowflake-local-stop"));
        PrintWriter out = spec().commandLine().getOut();
        out.println("snowflake-local is ready: " + server.jdbcUrl() + " account=" + server.account() + " user=" + user
                + (token != null || System.getenv(TOKEN) == null
                        ? " password=" + server.properties().getProperty("password")
                        : ""));
        out.flush();
        stopped.await();
        return CommandLine.ExitCode.OK;
    }

    private SnowflakeLocalBuilder configured() {
        SnowflakeLocalBuilder builder = SnowflakeLocal.builder().user(user);
        try {
            builder.port(port).taskClockSpeed(taskClockSpeed);
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(spec().commandLine(), wrong.getMessage(), wrong);
        }
        if (schema != null && database == null) {
            throw new ParameterException(spec().commandLine(), "--schema needs --database");
        }
        String wanted = token == null ? System.getenv(TOKEN) : token;
        if (wanted != null) {
            builder.token(wanted);
        }
        if (database != null) {
            builder.database(database);
        }
        if (schema != null) {
            builder.schema(schema);
        }
        if (snowparkRuntime != null) {
            builder.snowparkRuntime(snowparkRuntime);
        }
        if (dataDirectory != null) {
            builder.dataDirectory(dataDirectory);
        }
        if (stageDirectory != null) {
            builder.stageDirectory(stageDirectory);
        }
        if (s3Endpoint != null) {
            builder.s3Endpoint(s3Endpoint, s3Region, required(S3_KEY), required(S3_SECRET));
        }
        return builder;
    }

    private String required(String variable) {
        String value = System.getenv(variable);
        if (value == null) {
            throw new ParameterException(
                    spec().commandLine(), "--s3-endpoint needs the environment variable " + variable);
        }
        return value;
    }

    private CommandSpec spec() {
        CommandSpec known = spec;
        if (known == null) {
            throw new IllegalStateException("picocli sets the spec before it calls");
        }
        return known;
    }
}
