package dev.inverterflow.client.settings;

import io.github.cdimascio.dotenv.Dotenv;
import io.github.cdimascio.dotenv.DotenvEntry;
import io.github.cdimascio.dotenv.DotenvException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Picks each setting's value: command line before environment before {@code .env} before default. An empty value is none. */
public final class SettingSources {

    private final Map<Setting, String> flags;
    private final Map<String, String> environment;
    private final Path envFile;
    private final String hostName;

    /** @param hostName names the client where CLIENT_ID does not */
    public SettingSources(Map<Setting, String> flags, Map<String, String> environment, Path envFile, String hostName) {
        this.flags = Map.copyOf(flags);
        this.environment = Map.copyOf(environment);
        this.envFile = envFile;
        this.hostName = hostName;
    }

    /** The value of every setting that has one. Problems of the file are added to the given list. */
    public Map<Setting, Chosen> choose(List<String> problems) {
        Map<String, String> file = readFile(problems);
        file.keySet().stream().sorted().forEach(key -> complaint(key).ifPresent(problems::add));
        Map<Setting, Chosen> chosen = new EnumMap<>(Setting.class);
        for (Setting setting : Setting.values()) {
            first(setting, file).ifPresent(value -> chosen.put(setting, value));
        }
        return chosen;
    }

    private Optional<String> complaint(String key) {
        return Lookalike.of(key)
                .map(setting -> key + " in " + envFile + " is no setting; did you mean " + setting + "?");
    }

    private Optional<Chosen> first(Setting setting, Map<String, String> file) {
        return given(flags.get(setting), setting.flag().orElse(""))
                .or(() -> given(environment.get(setting.name()), "environment"))
                .or(() -> given(file.get(setting.name()), envFile.toString()))
                .or(() -> byDefault(setting));
    }

    private Optional<Chosen> byDefault(Setting setting) {
        return setting == Setting.CLIENT_ID
                ? Optional.of(new Chosen(clientIdOf(hostName), "host name"))
                : setting.defaultValue().map(value -> new Chosen(value, "default"));
    }

    private static String clientIdOf(String hostName) {
        String plain = hostName.replaceAll("[^A-Za-z0-9-]+", "-");
        return plain.length() > 64 ? plain.substring(0, 64) : plain;
    }

    private static Optional<Chosen> given(@Nullable String value, String origin) {
        return Optional.ofNullable(value)
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .map(text -> new Chosen(text, origin));
    }

    private Map<String, String> readFile(List<String> problems) {
        if (!Files.exists(envFile)) {
            return Map.of();
        }
        Path absolute = envFile.toAbsolutePath();
        try {
            return Dotenv.configure()
                    .directory(String.valueOf(absolute.getParent()))
                    .filename(String.valueOf(absolute.getFileName()))
                    .load()
                    .entries(Dotenv.Filter.DECLARED_IN_ENV_FILE)
                    .stream()
                    .collect(Collectors.toMap(DotenvEntry::getKey, DotenvEntry::getValue, (first, second) -> second));
        } catch (DotenvException e) {
            // The library's message quotes the whole line, which may hold a secret.
            problems.add(envFile
                    + " has a line that is not NAME=value (no 'export', no spaces in the name); correct or remove it");
            return Map.of();
        }
    }
}
