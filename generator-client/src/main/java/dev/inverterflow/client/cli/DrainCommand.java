package dev.inverterflow.client.cli;

import dev.inverterflow.client.run.Drain;
import dev.inverterflow.client.settings.Settings;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Uploads what is spooled. */
@Command(
        name = "drain",
        description = "Uploads what waits in the spool, generates nothing, and ends.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {"  generator-client drain --spool-dir /var/lib/generator-client/spool --deadline 5m"})
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
        try (Shutdown shutdown = new Shutdown();
                Sending sending = Sending.open(settings, surroundings)) {
            Drain drain = new Drain(sending.spool(), sending.uploader(), shutdown.signal());
            return Ending.report(
                            drain.run(deadline),
                            sending.spool(),
                            spec.commandLine().getErr())
                    .code();
        }
    }
}
