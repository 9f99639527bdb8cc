package dev.inverterflow.client.cli;

import dev.inverterflow.client.settings.Chosen;
import dev.inverterflow.client.settings.Setting;
import dev.inverterflow.client.settings.SettingSources;
import dev.inverterflow.client.settings.Settings;
import dev.inverterflow.client.settings.SettingsException;
import dev.inverterflow.client.settings.SettingsReader;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** The flags of the settings, made from {@link Setting} so that names and defaults stand in one place. */
final class SettingsOptions {
    private static final String ENV_FILE = "--env-file";

    private final Setting.Scope scope;
    private final Surroundings surroundings;

    SettingsOptions(Setting.Scope scope, Surroundings surroundings) {
        this.scope = scope;
        this.surroundings = surroundings;
    }

    /** Adds the flags to a command. All are text here: problems are reported together, not by the parser one by one. */
    void addTo(CommandSpec spec) {
        for (Setting setting : Setting.values()) {
            if (setting.isNeededFor(scope)) {
                setting.flag().ifPresent(flag -> spec.addOption(option(flag, setting)));
            }
        }
        spec.addOption(OptionSpec.builder(ENV_FILE)
                .paramLabel("FILE")
                .type(Path.class)
                .description("file with settings (default: .env)")
                .build());
    }

    private static OptionSpec option(String flag, Setting setting) {
        String byDefault =
                setting.defaultValue().map(value -> ", default: " + value).orElse("");
        return OptionSpec.builder(flag)
                .paramLabel(setting.valueLabel())
                .type(String.class)
                .description(setting.meaning() + " (" + setting + byDefault + ")")
                .build();
    }

    Settings read(CommandSpec spec) throws SettingsException {
        return read(spec, SettingsReader.StoreUse.NEEDED);
    }

    Settings read(CommandSpec spec, SettingsReader.StoreUse storeUse) throws SettingsException {
        Settings settings = SettingsReader.read(sources(spec), storeUse);
        Logging.use(settings.logFormat());
        return settings;
    }

    Map<Setting, Chosen> chosen(CommandSpec spec, List<String> problems) {
        return sources(spec).choose(problems);
    }

    private SettingSources sources(CommandSpec spec) {
        ParseResult parsed = spec.commandLine().getParseResult();
        Map<Setting, String> flags = new EnumMap<>(Setting.class);
        for (Setting setting : Setting.values()) {
            setting.flag()
                    .filter(flag -> spec.findOption(flag) != null)
                    .flatMap(flag -> Optional.<String>ofNullable(parsed.matchedOptionValue(flag, null)))
                    .ifPresent(value -> flags.put(setting, value));
        }
        return new SettingSources(
                flags,
                surroundings.environment(),
                parsed.matchedOptionValue(ENV_FILE, Path.of(".env")),
                Surroundings.hostName());
    }
}
