package dev.inverterflow.client.cli;

import dev.inverterflow.client.reading.InputException;
import dev.inverterflow.client.run.GenerationRun;
import dev.inverterflow.client.run.Outcome;
import dev.inverterflow.client.run.SourceRun;
import dev.inverterflow.client.settings.Settings;
import dev.inverterflow.client.source.GeneratorSource;
import dev.inverterflow.client.source.NdjsonSource;
import dev.inverterflow.client.validate.RatedPowers;
import dev.inverterflow.client.validate.Validator;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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
            "  generator-client run --batches 5 --interval 2s --endpoint http://127.0.0.1:9000",
            "  generator-client run --inverters-file fleet.csv --late-rate 0.01 --upload-invalid true",
            "  my-poller | generator-client run --source - --interval 20s"
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

    @Option(
            names = "--source",
            paramLabel = "FILE|-",
            description = {
                "send the readings of this file, or of standard input, one JSON object a line, instead of generating any;",
                "the same file is gone on with where it ended"
            })
    private @Nullable String source;

    @Mixin
    private StatusOption status = new StatusOption();

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
        return (source == null ? generate(settings) : send(settings, source)).code();
    }

    private ExitCode generate(Settings settings) throws Exception {
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
            return report(() -> run.run(batches, drainDeadline), settings, sending);
        }
    }

    private ExitCode send(Settings settings, String from) throws Exception {
        Validator validator = new Validator(Simulation.rules(settings), ratedPowers(settings));
        long maxBytes = settings.files().maxBytes();
        NdjsonSource readings = from.equals("-")
                ? NdjsonSource.ofStream(System.in, maxBytes)
                : NdjsonSource.ofFile(Path.of(from), maxBytes);
        try (Shutdown shutdown = new Shutdown();
                Sending sending = Sending.open(settings, surroundings)) {
            SourceRun run = new SourceRun(
                    settings,
                    surroundings.clock(),
                    shutdown.signal(),
                    readings,
                    validator,
                    sending.spool(),
                    sending.uploader(),
                    sending.metrics());
            return report(() -> run.run(batches, drainDeadline), settings, sending);
        }
    }

    private static RatedPowers ratedPowers(Settings settings) throws InputException {
        double otherwise = settings.fleet().ratedPowerW();
        return settings.fleet().file().isPresent()
                ? RatedPowers.of(Fleets.of(settings.fleet()), otherwise)
                : RatedPowers.allOf(otherwise);
    }

    private ExitCode report(Callable<Outcome> run, Settings settings, Sending sending) throws Exception {
        RunStatus text = new RunStatus(surroundings.clock(), settings.interval(), sending.metrics(), sending.spool());
        Optional<StatusLine> line = status.open(settings.logFormat(), surroundings, text);
        try {
            Outcome outcome = run.call();
            line.ifPresent(StatusLine::close);
            return Ending.report(outcome, sending.spool(), spec.commandLine().getErr());
        } finally {
            line.ifPresent(StatusLine::close);
        }
    }
}
