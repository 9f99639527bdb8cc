package dev.inverterflow.local;

import dev.inverterflow.local.console.Console;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code inverterflow experiment}: what NUM_FILES changes, measured on the local stack. */
@Command(
        name = "inverterflow experiment",
        description =
                "Runs the pipeline once for each NUM_FILES on this machine, without any account, and compares latency and cost.",
        mixinStandardHelpOptions = true,
        version = "InverterFlow 0.1.0",
        sortOptions = false,
        footer = {
            "",
            "Each value gets servers, deployment and tables of its own, after a run to warm up that is thrown away.",
            "",
            "Exit codes: 0 done and every reading is accounted for, 1 it failed or readings were lost,",
            "2 wrong arguments, 130 stopped by Ctrl-C.",
            "",
            "Example: inverterflow experiment --num-files 1,2,4,8,16 --batches 10 --to num-files.md"
        })
final class ExperimentCommand implements Callable<Integer> {
    private static final int MOST_VALUES = 12;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Option(
            names = "--num-files",
            paramLabel = "N,N...",
            split = ",",
            defaultValue = "1,2,4,8,16",
            description = "Files a tick is split into, one run each (${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private List<Integer> numFiles;

    @Option(
            names = "--batches",
            paramLabel = "N",
            defaultValue = "10",
            description = "Ticks of the client in each run (${DEFAULT-VALUE}).")
    private int batches;

    @Mixin
    private final FleetOptions fleet = new FleetOptions();

    @Option(
            names = "--to",
            paramLabel = "FILE",
            defaultValue = "num-files-experiment.md",
            description = "Where the table is written as Markdown (${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path file;

    @Override
    public Integer call() throws Exception {
        ExperimentOptions options = options();
        PrintWriter out = spec.commandLine().getOut();
        Console.Style style = System.console() == null ? Console.Style.PLAIN : Console.Style.TERMINAL;
        Console console = new Console(out, style, ExperimentRun.steps(options), InstantSource.system());
        return new ExperimentRun(options, console).run();
    }

    private ExperimentOptions options() {
        List<String> problems = new ArrayList<>();
        Arguments.between(problems, "--batches", batches, 1, 10_000);
        int inverters = fleet.inverters(problems);
        numFiles.forEach(value -> Arguments.between(problems, "--num-files", value, 1, 1_000));
        if (numFiles.size() > MOST_VALUES || numFiles.stream().distinct().count() != numFiles.size()) {
            problems.add("--num-files is " + numFiles + ": give up to " + MOST_VALUES + " different values");
        }
        Duration period = fleet.interval(problems);
        if (!problems.isEmpty()) {
            throw new CommandLine.ParameterException(spec.commandLine(), String.join(System.lineSeparator(), problems));
        }
        return new ExperimentOptions(
                List.copyOf(numFiles),
                batches,
                period,
                inverters,
                file.toAbsolutePath().normalize());
    }
}
