package dev.inverterflow.client.cli;

import dev.inverterflow.client.run.GenerationRun;
import dev.inverterflow.client.run.Outcome;
import dev.inverterflow.client.settings.Settings;
import dev.inverterflow.client.source.GeneratorSource;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Generates and uploads on schedule. */
@Command(
        name = "run",
        description = "Generates, validates and uploads a batch of readings at each tick, until stopped.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  generator-client run --bucket my-bucket --region eu-west-1",
            "  generator-client run --batches 5 --interval 2s --endpoint http://127.0.0.1:9000"
        })
final class RunCommand implements Callable<Integer> {
    private final SettingsOptions options;
    private final Surroundings surroundings;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--batches",
            paramLabel = "N",
            description = "end after so many batches (default: go on until stopped)")
    private long batches = Long.MAX_VALUE;

    @Option(
            names = "--drain-deadline",
            paramLabel = "TIME",
            converter = Deadline.class,
            description = "with --batches: time to upload what waits after the last one (default: 60s)")
    private Duration drainDeadline = Duration.ofSeconds(60);

    RunCommand(SettingsOptions options, Surroundings surroundings) {
        this.options = options;
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws Exception {
        if (batches < 1) {
            throw new ParameterException(spec.commandLine(), "--batches is " + batches + "; use a whole number from 1");
        }
        Settings settings = options.read(spec);
        Simulation simulation = Simulation.of(settings, 1);
        try (Shutdown shutdown = new Shutdown();
                Sending sending = Sending.open(settings, surroundings)) {
            GenerationRun run = new GenerationRun(
                    settings,
                    surroundings.clock(),
                    shutdown.signal(),
                    new GeneratorSource(simulation.generator(), simulation.delivery()),
                    simulation.validator(),
                    sending.spool(),
                    sending.uploader(),
                    sending.metrics());
            Outcome outcome = run.run(batches, drainDeadline);
            return Ending.report(outcome, sending.spool(), spec.commandLine().getErr())
                    .code();
        }
    }
}
