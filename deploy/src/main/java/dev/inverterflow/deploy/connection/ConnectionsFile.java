package dev.inverterflow.deploy.connection;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import dev.inverterflow.deploy.outcome.DeployException;
import dev.inverterflow.deploy.outcome.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Snowflake's own {@code connections.toml}, shared with {@code snow} and the drivers
 * (docs.snowflake.com/en/developer-guide/snowflake-cli/connecting/configure-cli). No message quotes its content: it holds
 * secrets.
 */
public final class ConnectionsFile {
    private static final String NAME = "connections.toml";
    private static final String DEFAULT_NAME_VARIABLE = "SNOWFLAKE_DEFAULT_CONNECTION_NAME";

    private final Environment environment;

    public ConnectionsFile(Environment environment) {
        this.environment = environment;
    }

    /**
     * Reads one entry.
     *
     * @param name the entry; null means SNOWFLAKE_DEFAULT_CONNECTION_NAME, else "default"
     * @param explicitFile the file to read; null means where Snowflake's tools look
     * @throws DeployException when file or entry is missing or wrong
     */
    public ConnectionSettings entry(@Nullable String name, @Nullable Path explicitFile) {
        String wanted = name != null
                ? name
                : environment.variable(DEFAULT_NAME_VARIABLE).orElse("default");
        Path file = locate(explicitFile);
        JsonNode root = parse(file);
        JsonNode entry = root.path(wanted);
        if (!entry.isObject()) {
            throw new DeployException(
                    ExitCode.USAGE,
                    "there is no connection [" + wanted + "] in " + file + "; it has: " + names(root)
                            + "; choose one with --connection NAME");
        }
        Map<String, String> values = new LinkedHashMap<>();
        entry.properties().forEach(field -> {
            // A table, such as session_parameters, has no text: it is named among the unused keys.
            values.put(field.getKey(), field.getValue().asText());
        });
        return ConnectionSettings.of("[" + wanted + "] in " + file, values, environment);
    }

    private Path locate(@Nullable Path explicitFile) {
        if (explicitFile != null) {
            return explicitFile;
        }
        List<Path> candidates = candidates();
        return candidates.stream()
                .filter(Files::isRegularFile)
                .findFirst()
                .orElseThrow(() -> new DeployException(
                        ExitCode.USAGE,
                        "no " + NAME + " found; looked for " + candidates
                                + "; write one or give --connections-file PATH"));
    }

    /** In the order of Snowflake's tools: SNOWFLAKE_HOME alone if set, ~/.snowflake, the platform's place. */
    private List<Path> candidates() {
        Optional<String> snowflakeHome = environment.variable("SNOWFLAKE_HOME");
        if (snowflakeHome.isPresent()) {
            return List.of(environment.expand(snowflakeHome.get()).resolve(NAME));
        }
        List<Path> candidates = new ArrayList<>();
        candidates.add(environment.home().resolve(".snowflake").resolve(NAME));
        candidates.add(platformFolder().resolve("snowflake").resolve(NAME));
        return candidates;
    }

    private Path platformFolder() {
        if (environment.isMac()) {
            return environment.home().resolve("Library").resolve("Application Support");
        }
        if (environment.isWindows()) {
            return environment
                    .variable("LOCALAPPDATA")
                    .map(Path::of)
                    .orElse(environment.home().resolve("AppData").resolve("Local"));
        }
        return environment
                .variable("XDG_CONFIG_HOME")
                .map(Path::of)
                .orElse(environment.home().resolve(".config"));
    }

    private static JsonNode parse(Path file) {
        try {
            return new TomlMapper().readTree(Files.readString(file));
        } catch (JsonProcessingException e) {
            // Neither the parser's message nor the exception itself: they may quote a secret.
            throw new DeployException(
                    ExitCode.USAGE,
                    file + ":" + e.getLocation().getLineNr() + ": not valid TOML (write name = \"value\")");
        } catch (IOException e) {
            throw new DeployException(
                    ExitCode.USAGE,
                    "cannot read the connections' file " + file + ": "
                            + e.getClass().getSimpleName(),
                    e);
        }
    }

    private static String names(JsonNode root) {
        List<String> names = new ArrayList<>();
        root.properties().forEach(field -> {
            if (field.getValue().isObject()) {
                names.add(field.getKey());
            }
        });
        return names.isEmpty() ? "no entry at all" : String.join(", ", names);
    }
}
