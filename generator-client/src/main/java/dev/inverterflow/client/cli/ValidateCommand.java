package dev.inverterflow.client.cli;

import dev.inverterflow.client.fleet.FleetFile;
import dev.inverterflow.client.reading.InputException;
import dev.inverterflow.client.validate.FileCheck;
import dev.inverterflow.client.validate.RatedPowers;
import dev.inverterflow.client.validate.ReadingRules;
import dev.inverterflow.client.validate.Validator;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Judges files of readings. */
@Command(
        name = "validate",
        description = {
            "Judges files of readings, record by record: JSON arrays or one JSON object a line, plain or gzip.",
            "Prints file, index, field, value and rule of each violation."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  generator-client validate readings.json more.ndjson.gz --inverters-file fleet.csv",
            "  generator-client validate day.json --reference-time 2026-06-21T12:00:00Z --rules rules.json --format json"
        })
final class ValidateCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "files to judge")
    private List<Path> files = List.of();

    @Option(
            names = "--reference-time",
            paramLabel = "INSTANT",
            description = "what 'now' is, such as 2026-06-21T12:00:00Z (default: the clock)")
    private @Nullable Instant referenceTime;

    @Option(names = "--rules", paramLabel = "FILE", description = "file that changes the thresholds")
    private @Nullable Path rulesFile;

    @Option(
            names = "--inverters-file",
            paramLabel = "FILE",
            description =
                    "CSV or JSON with inverter_id and rated_power_w; other inverters have the default rated power")
    private @Nullable Path invertersFile;

    @Option(
            names = "--format",
            paramLabel = "text|json",
            description = "json: one line for each record (default: text)")
    private Format format = Format.text;

    ValidateCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws InputException {
        ReadingRules rules = rulesFile == null ? ReadingRules.defaults() : ReadingRules.changedBy(rulesFile);
        RatedPowers ratedPowers = invertersFile == null
                ? RatedPowers.allOf(rules.defaultRatedPowerW())
                : RatedPowers.of(
                        new FleetFile(new FleetFile.Defaults(rules.defaultRatedPowerW(), 0, 0)).read(invertersFile),
                        rules.defaultRatedPowerW());
        FileCheck check = new FileCheck(
                new Validator(rules, ratedPowers),
                referenceTime == null ? surroundings.clock().instant() : referenceTime);
        PrintWriter out = spec.commandLine().getOut();
        VerdictWriter writer = format.writer(out);
        for (Path file : files) {
            check.judge(file, writer::record);
        }
        writer.end();
        out.flush();
        return (writer.invalidRecords() == 0 ? ExitCode.DONE : ExitCode.INVALID).code();
    }

    /** As typed on the command line. */
    enum Format {
        text {
            @Override
            VerdictWriter writer(PrintWriter out) {
                return new TextVerdicts(out);
            }
        },
        json {
            @Override
            VerdictWriter writer(PrintWriter out) {
                return new JsonVerdicts(out);
            }
        };

        abstract VerdictWriter writer(PrintWriter out);
    }
}
