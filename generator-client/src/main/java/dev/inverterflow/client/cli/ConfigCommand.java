package dev.inverterflow.client.cli;

import dev.inverterflow.client.settings.Chosen;
import dev.inverterflow.client.settings.Setting;
import dev.inverterflow.client.settings.SettingsException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Shows the settings. */
@Command(
        name = "config",
        description =
                "Shows each setting with its value and where that comes from, then checks them all. Secrets are not shown.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {"  generator-client config", "  generator-client config --env-file /etc/generator-client.env"})
final class ConfigCommand implements Callable<Integer> {
    private final SettingsOptions options;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    ConfigCommand(SettingsOptions options) {
        this.options = options;
    }

    @Override
    public Integer call() throws SettingsException {
        Map<Setting, Chosen> chosen = options.chosen(spec, new ArrayList<>());
        PrintWriter out = spec.commandLine().getOut();
        for (Setting setting : Setting.values()) {
            out.println(line(setting, chosen).stripTrailing());
        }
        out.flush();
        options.read(spec);
        return ExitCode.DONE.code();
    }

    private static String line(Setting setting, Map<Setting, Chosen> chosen) {
        Chosen value = chosen.getOrDefault(setting, new Chosen("", "not set"));
        return String.format(Locale.ROOT, "%-22s %-32s %s", setting, shown(setting, value.value()), value.origin());
    }

    private static String shown(Setting setting, String value) {
        if (setting.isSecret() && !value.isEmpty()) {
            return "(hidden)";
        }
        // People put passwords into addresses, and this line is written before that is complained of.
        return value.replaceAll("//[^/]*@", "//(hidden)@");
    }
}
