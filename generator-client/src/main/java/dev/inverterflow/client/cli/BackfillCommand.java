package dev.inverterflow.client.cli;

import dev.inverterflow.client.backfill.Backfill;
import dev.inverterflow.client.backfill.BackfillFiles;
import dev.inverterflow.client.backfill.BackfillPlan;
import dev.inverterflow.client.backfill.BackfillProgress;
import dev.inverterflow.client.backfill.BackfillSink;
import dev.inverterflow.client.backfill.DirectorySink;
import dev.inverterflow.client.backfill.SpoolSink;
import dev.inverterflow.client.metrics.ClientMetrics;
import dev.inverterflow.client.run.Drain;
import dev.inverterflow.client.run.Outcome;
import dev.inverterflow.client.settings.Settings;
import dev.inverterflow.client.settings.SettingsReader.StoreUse;
import dev.inverterflow.client.spool.ExportDirectory;
import dev.inverterflow.client.spool.LocalDisk;
import dev.inverterflow.client.spool.SpoolException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Makes history. */
@Command(
        name = "backfill",
        description = {
            "Makes the readings of a time in the past as fast as the machine allows, in files of MAX_FILE_BYTES.",
            "Stopped or killed, the same command goes on where it ended."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  generator-client backfill --from 2026-06-01 --to 2026-07-01",
            "  generator-client backfill --from 2026-06-01 --to 2026-06-08 --interval 5m --to-dir history --compression gzip"
        })
final class BackfillCommand implements Callable<Integer> {
    private static final Logger LOG = LoggerFactory.getLogger(BackfillCommand.class);
    /** However long it takes: the spool is emptied, unless somebody stops it. */
    private static final Duration NO_DEADLINE = Duration.ofDays(3_650);

    private final SettingsOptions options;
    private final Surroundings surroundings;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--from",
            paramLabel = "TIME",
            required = true,
            converter = DayOrInstant.class,
            description = "first tick at or after this time: 2026-06-21 or 2026-06-21T12:00:00Z")
    private Instant from = Instant.MIN;

    @Option(
            names = "--to",
            paramLabel = "TIME",
            required = true,
            converter = DayOrInstant.class,
            description = "all ticks are before this time")
    private Instant to = Instant.MIN;

    @Option(
            names = "--to-dir",
            paramLabel = "DIR",
            description = "write the files under their keys into a directory, instead of uploading them")
    private @Nullable Path directory;

    @Option(names = "--threads", paramLabel = "N", description = "generate on so many threads (default: one per core)")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(names = "--again", description = "make it once more, in a new run, although it is complete already")
    private boolean again;

    @Mixin
    private StatusOption status = new StatusOption();

    BackfillCommand(SettingsOptions options, Surroundings surroundings) {
        this.options = options;
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws Exception {
        checkArguments();
        Settings settings = options.read(spec, directory == null ? StoreUse.NEEDED : StoreUse.NONE);
        Simulation simulation = Simulation.of(settings, threads);
        BackfillPlan plan = new BackfillPlan(from, to, settings.interval(), simulation.fingerprint(from, to));
        if (plan.ticks() == 0) {
            throw wrong("there is no tick of " + settings.interval().toSeconds() + " s between --from and --to");
        }
        try (Shutdown shutdown = new Shutdown()) {
            return directory == null
                    ? toBucket(plan, simulation, settings, shutdown)
                    : toDirectory(directory, plan, simulation, settings, shutdown);
        }
    }

    private void checkArguments() {
        if (!from.isBefore(to)) {
            throw wrong("--from " + from + " is not before --to " + to);
        }
        if (to.isAfter(surroundings.clock().instant())) {
            throw wrong("--to " + to + " is in the future; 'run' makes readings as they come");
        }
        if (threads < 1 || threads > 1_024) {
            throw wrong("--threads is " + threads + "; use a whole number from 1 to 1024");
        }
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    private int toDirectory(Path target, BackfillPlan plan, Simulation simulation, Settings settings, Shutdown shutdown)
            throws Exception {
        try (ExportDirectory export = ExportDirectory.open(
                target, new LocalDisk(), surroundings.clock().instant())) {
            make(plan, simulation, settings, new DirectorySink(export), shutdown, new ClientMetrics());
            return ExitCode.DONE.code();
        }
    }

    private int toBucket(BackfillPlan plan, Simulation simulation, Settings settings, Shutdown shutdown)
            throws Exception {
        try (Sending sending = Sending.open(settings, surroundings)) {
            SpoolSink sink = new SpoolSink(
                    sending.spool(),
                    settings.spool().maxBytes(),
                    sending.uploader(),
                    shutdown.signal(),
                    sending.metrics());
            Drain drain = new Drain(sending.spool(), sending.uploader(), shutdown.signal());
            Outcome outcome = drain.runBeside(
                    () -> make(plan, simulation, settings, sink, shutdown, sending.metrics()), NO_DEADLINE);
            return Ending.report(outcome, sending.spool(), spec.commandLine().getErr())
                    .code();
        }
    }

    private void make(
            BackfillPlan plan,
            Simulation simulation,
            Settings settings,
            BackfillSink sink,
            Shutdown shutdown,
            ClientMetrics metrics)
            throws SpoolException, InterruptedException {
        if (Backfill.isDone(plan, sink) && !again) {
            LOG.info("this back-fill is complete already; --again makes it once more");
            return;
        }
        Backfill.goesOnAt(plan, sink).ifPresent(tick -> LOG.info("going on at {}, where it ended before", tick));
        BackfillLog log = new BackfillLog();
        Optional<StatusLine> line = status.open(settings.logFormat(), surroundings, log::text);
        try {
            make(plan, simulation, settings, sink, shutdown, metrics, log);
        } finally {
            line.ifPresent(StatusLine::close);
        }
    }

    private static void make(
            BackfillPlan plan,
            Simulation simulation,
            Settings settings,
            BackfillSink sink,
            Shutdown shutdown,
            ClientMetrics metrics,
            BackfillLog log)
            throws SpoolException, InterruptedException {
        BackfillProgress made = new Backfill(
                        plan,
                        simulation.generator(),
                        simulation.delivery(),
                        simulation.rates(),
                        simulation.validator(),
                        new BackfillFiles(settings.files(), simulation.fleet().size(), metrics),
                        sink,
                        shutdown.signal(),
                        log)
                .run();
        if (!made.done()) {
            LOG.warn("stopped before the end; the same command goes on from here");
        }
    }
}
