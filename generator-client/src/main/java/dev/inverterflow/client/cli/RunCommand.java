package dev.inverterflow.client.cli;

import dev.inverterflow.client.generate.Delivery;
import dev.inverterflow.client.generate.Generator;
import dev.inverterflow.client.generate.GeneratorOptions;
import dev.inverterflow.client.metrics.ClientMetrics;
import dev.inverterflow.client.reading.InputException;
import dev.inverterflow.client.reading.Inverter;
import dev.inverterflow.client.run.GenerationRun;
import dev.inverterflow.client.run.GeneratorSource;
import dev.inverterflow.client.run.Outcome;
import dev.inverterflow.client.settings.Settings;
import dev.inverterflow.client.spool.LocalDisk;
import dev.inverterflow.client.spool.Spool;
import dev.inverterflow.client.upload.S3Clients;
import dev.inverterflow.client.upload.Uploader;
import dev.inverterflow.client.validate.RatedPowers;
import dev.inverterflow.client.validate.ReadingRules;
import dev.inverterflow.client.validate.Validator;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import software.amazon.awssdk.services.s3.S3Client;

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
        ReadingRules rules = rules(settings);
        List<Inverter> fleet = Fleets.of(settings.fleet());
        ClientMetrics metrics = new ClientMetrics();
        try (Shutdown shutdown = new Shutdown();
                Spool spool = Spool.open(
                        settings.spool().directory(),
                        new LocalDisk(),
                        surroundings.clock().instant());
                S3Client s3 = S3Clients.create(settings.store())) {
            Uploader uploader = new Uploader(s3, settings.store().bucket(), spool, Uploader.patientBackoff(), metrics);
            GenerationRun run = new GenerationRun(
                    settings,
                    surroundings.clock(),
                    shutdown.signal(),
                    source(settings, fleet),
                    new Validator(rules, RatedPowers.of(fleet, settings.fleet().ratedPowerW())),
                    spool,
                    uploader,
                    metrics);
            Outcome outcome = run.run(batches, drainDeadline);
            return Ending.report(outcome, spool, spec.commandLine().getErr()).code();
        }
    }

    private static ReadingRules rules(Settings settings) throws InputException {
        return settings.rulesFile().isPresent()
                ? ReadingRules.changedBy(settings.rulesFile().get())
                : ReadingRules.defaults();
    }

    private static GeneratorSource source(Settings settings, List<Inverter> fleet) {
        Settings.Trouble trouble = settings.trouble();
        long seed = settings.fleet().seed();
        Generator generator =
                new Generator(fleet, new GeneratorOptions(seed, trouble.faultsPerDay(), trouble.invalid(), 1));
        return new GeneratorSource(
                generator,
                new Delivery(seed, new Delivery.Rates(trouble.late(), trouble.duplicate(), trouble.outOfOrder())));
    }
}
