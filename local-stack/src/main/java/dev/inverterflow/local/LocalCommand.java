package dev.inverterflow.local;

import dev.inverterflow.local.console.Console;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code inverterflow local}: reads the options, all complaints at once, and runs the pipeline. */
@Command(
        name = "inverterflow local",
        description = "Runs the whole pipeline on this machine, without any account, and ends by itself.",
        mixinStandardHelpOptions = true,
        version = "InverterFlow 0.1.0",
        sortOptions = false,
        footer = {
            "",
            "Exit codes: 0 every reading is accounted for, 1 it failed or readings were lost, 2 wrong arguments,",
            "130 stopped by Ctrl-C.",
            "",
            "Example: inverterflow local --batches 10 --interval 2s --inverters 500 --files 8 --keep /tmp/run"
        })
final class LocalCommand implements Callable<Integer> {
    /** Stopped by a signal. */
    static final int STOPPED = 130;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Option(
            names = "--batches",
            paramLabel = "N",
            defaultValue = "5",
            description = "Ticks of the client (${DEFAULT-VALUE}).")
    private int batches;

    @Mixin
    private final FleetOptions fleet = new FleetOptions();

    @Option(
            names = "--files",
            paramLabel = "N",
            defaultValue = "4",
            description = "Files a tick is split into (${DEFAULT-VALUE}).")
    private int files;

    @Option(
            names = "--keep",
            paramLabel = "DIR",
            description = "Keep objects, spool and report in DIR; a second run goes on with what the first left there.")
    private @Nullable Path keep;

    @Option(
            names = "--s3-port",
            paramLabel = "PORT",
            defaultValue = "0",
            description = "Loopback port of the embedded S3 (0: a free one).")
    private int s3Port;

    @Option(
            names = "--snowflake-port",
            paramLabel = "PORT",
            defaultValue = "0",
            description = "Loopback port of the stand-in (0: a free one).")
    private int snowflakePort;

    @Override
    public Integer call() throws Exception {
        LocalOptions options = options();
        PrintWriter out = spec.commandLine().getOut();
        Console.Style style = System.console() == null ? Console.Style.PLAIN : Console.Style.TERMINAL;
        return new LocalRun(options, new Console(out, style, LocalRun.STEPS, InstantSource.system())).run();
    }

    private LocalOptions options() {
        List<String> problems = new ArrayList<>();
        Arguments.between(problems, "--batches", batches, 1, 100_000);
        int inverters = fleet.inverters(problems);
        Arguments.between(problems, "--files", files, 1, 1_000);
        Arguments.between(problems, "--s3-port", s3Port, 0, 65_535);
        Arguments.between(problems, "--snowflake-port", snowflakePort, 0, 65_535);
        Duration period = fleet.interval(problems);
        if (!problems.isEmpty()) {
            throw new CommandLine.ParameterException(spec.commandLine(), String.join(System.lineSeparator(), problems));
        }
        Path directory = keep == null ? null : keep.toAbsolutePath().normalize();
        return new LocalOptions(batches, period, inverters, files, directory, s3Port, snowflakePort);
    }
}
