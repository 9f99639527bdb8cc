package dev.inverterflow.local;

import dev.inverterflow.local.account.Accounting;
import dev.inverterflow.local.console.Console;
import dev.inverterflow.local.experiment.ExperimentPage;
import dev.inverterflow.local.experiment.Measurement;
import dev.inverterflow.local.problem.LocalStackException;
import dev.inverterflow.local.stack.LocalStack;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;

/** A run of the pipeline for each NUM_FILES, one after the other, and the table of them all. */
final class ExperimentRun {
    private static final int WARM_UP_BATCHES = 2;

    private final ExperimentOptions options;
    private final Console console;
    private final Closing open = new Closing();

    ExperimentRun(ExperimentOptions options, Console console) {
        this.options = options;
        this.console = console;
    }

    /** Steps that it announces. */
    static int steps(ExperimentOptions options) {
        return options.numFiles().size() + 2;
    }

    /**
     * Runs it.
     *
     * @return 0 if every reading of every run is accounted for, {@link LocalCommand#STOPPED} after Ctrl-C
     */
    int run() throws Exception {
        return new Stopping(open, console, () -> "nothing was written").run(this::measureAll);
    }

    private int measureAll() throws Exception {
        double load = load();
        console.step("warming up");
        measure(options.numFiles().get(0), WARM_UP_BATCHES);
        List<Measurement> measurements = new ArrayList<>();
        for (int files : options.numFiles()) {
            console.step("NUM_FILES = %d: %d batches of %d inverters, %d s apart"
                    .formatted(
                            files,
                            options.batches(),
                            options.inverters(),
                            options.interval().toSeconds()));
            measurements.add(measure(files, options.batches()));
        }
        console.step("what NUM_FILES changed");
        ExperimentPage page = new ExperimentPage(
                measurements,
                options.batches(),
                options.inverters(),
                options.interval().toSeconds(),
                load,
                load());
        console.print(page.text());
        console.print("written: " + write(page));
        return 0;
    }

    /** One run with servers of its own, which are closed before the next begins. */
    private Measurement measure(int files, int batches) throws Exception {
        try (Closing run = new Closing()) {
            open.add(run);
            Pipeline pipeline = new Pipeline(options.run(files, batches), console, run);
            LocalStack stack = pipeline.startStack();
            pipeline.deploy(stack, command -> {});
            Connection connection = run.add(stack.connect());
            pipeline.generate(stack, connection, console::progress);
            Accounting accounting = pipeline.settle(connection);
            console.detail(accounting.line());
            if (!accounting.closes()) {
                throw new LocalStackException("with NUM_FILES = " + files + " not every reading arrived: "
                        + accounting.line() + ". The table would be wrong; run it again");
            }
            return Measurement.read(connection, files, options.inverters());
        }
    }

    private Path write(ExperimentPage page) throws IOException {
        Path parent = options.file().getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        return Files.writeString(options.file(), page.markdown());
    }

    private static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }
}
