package dev.inverterflow.client.cli;

import dev.inverterflow.client.metrics.ClientMetrics;
import dev.inverterflow.client.run.Drain;
import dev.inverterflow.client.settings.Settings;
import dev.inverterflow.client.spool.LocalDisk;
import dev.inverterflow.client.spool.Spool;
import dev.inverterflow.client.upload.S3Clients;
import dev.inverterflow.client.upload.Uploader;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import software.amazon.awssdk.services.s3.S3Client;

/** Uploads what is spooled. */
@Command(
        name = "drain",
        description = "Uploads what waits in the spool, generates nothing, and ends.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false)
final class DrainCommand implements Callable<Integer> {
    private final SettingsOptions options;
    private final Surroundings surroundings;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--deadline",
            paramLabel = "TIME",
            converter = Deadline.class,
            description = "give up after this time; what is left stays in the spool (default: 60s)")
    private Duration deadline = Duration.ofSeconds(60);

    DrainCommand(SettingsOptions options, Surroundings surroundings) {
        this.options = options;
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws Exception {
        Settings settings = options.read(spec);
        ClientMetrics metrics = new ClientMetrics();
        try (Shutdown shutdown = new Shutdown();
                Spool spool = Spool.open(
                        settings.spool().directory(),
                        new LocalDisk(),
                        surroundings.clock().instant());
                S3Client s3 = S3Clients.create(settings.store())) {
            Uploader uploader = new Uploader(s3, settings.store().bucket(), spool, Uploader.patientBackoff(), metrics);
            return Ending.report(
                            new Drain(spool, uploader, shutdown.signal()).run(deadline),
                            spool,
                            spec.commandLine().getErr())
                    .code();
        }
    }
}
