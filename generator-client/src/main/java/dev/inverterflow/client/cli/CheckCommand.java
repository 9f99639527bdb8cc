package dev.inverterflow.client.cli;

import dev.inverterflow.client.check.Finding;
import dev.inverterflow.client.check.SpoolCheck;
import dev.inverterflow.client.check.StoreCheck;
import dev.inverterflow.client.settings.Settings;
import dev.inverterflow.client.settings.SettingsException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Tries what a run needs. */
@Command(
        name = "check",
        description = "Tries what a run needs: settings, spool, credentials, the way to S3, bucket and clock."
                + " Writes nothing, except one file without readings with --probe.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {"  generator-client check", "  generator-client check --probe --bucket my-bucket --region eu-west-1"})
final class CheckCommand implements Callable<Integer> {
    private final SettingsOptions options;
    private final Surroundings surroundings;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--probe",
            description =
                    "put one file without readings under the prefix and look at it; Snowflake loads it and reports"
                            + " leave it out")
    private boolean probe;

    CheckCommand(SettingsOptions options, Surroundings surroundings) {
        this.options = options;
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        List<Finding> findings = findings();
        PrintWriter out = spec.commandLine().getOut();
        findings.forEach(finding -> out.println(line(finding)));
        long failed = findings.stream().filter(Finding::failed).count();
        out.println(
                failed == 0 ? "nothing keeps the client from working" : failed + " of " + findings.size() + " failed");
        out.flush();
        return (failed == 0 ? ExitCode.DONE : ExitCode.CHECK_FAILED).code();
    }

    private List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        try {
            Settings settings = options.read(spec);
            findings.add(Finding.pass("settings", "no problem found; 'config' shows them"));
            findings.add(new SpoolCheck(settings.spool()).find());
            StoreCheck.Probe wanted = probe ? StoreCheck.Probe.PUT : StoreCheck.Probe.NONE;
            findings.addAll(new StoreCheck(settings, surroundings.clock(), wanted).find());
        } catch (SettingsException e) {
            e.problems().forEach(problem -> findings.add(Finding.fail("settings", problem, "")));
            findings.add(Finding.skipped("all else", "it needs the settings"));
        }
        return findings;
    }

    private static String line(Finding finding) {
        String remedy = finding.remedy().isEmpty() ? "" : ": " + finding.remedy();
        return String.format(
                Locale.ROOT, "%-8s %-12s %s%s", finding.verdict(), finding.what(), finding.detail(), remedy);
    }
}
