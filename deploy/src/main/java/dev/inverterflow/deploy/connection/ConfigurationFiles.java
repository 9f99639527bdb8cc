package dev.inverterflow.deploy.connection;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import dev.inverterflow.deploy.outcome.DeployException;
import dev.inverterflow.deploy.outcome.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where Snowflake's own tools keep connections: {@code connections.toml}, else the {@code [connections]} of
 * {@code config.toml} beside it (docs.snowflake.com/en/developer-guide/snowflake-cli/connecting/configure-connections). No
 * message quotes their content: it holds secrets.
 *
 * @param file what the connections were read from; empty when there is no such file
 * @param connections a table of tables
 * @param defaultName what config.toml calls the default
 */
record ConfigurationFiles(Optional<Path> file, JsonNode connections, Optional<String> defaultName, List<Path> looked) {
    private static final String CONNECTIONS = "connections.toml";
    private static final String CONFIG = "config.toml";

    /**
     * Reads them.
     *
     * @throws DeployException when one of them is no TOML or cannot be read
     */
    static ConfigurationFiles find(Environment environment) {
        List<Path> looked = new ArrayList<>();
        for (Path folder : folders(environment)) {
            Path connections = folder.resolve(CONNECTIONS);
            Path config = folder.resolve(CONFIG);
            looked.add(connections);
            looked.add(config);
            if (Files.isRegularFile(connections) || Files.isRegularFile(config)) {
                return read(connections, config, looked);
            }
        }
        return new ConfigurationFiles(Optional.empty(), empty(), Optional.empty(), looked);
    }

    /** The connections of one file: {@code config.toml} by its name, else laid out like {@code connections.toml}. */
    static ConfigurationFiles of(Path file) {
        boolean config = file.endsWith(CONFIG);
        JsonNode root = parse(file);
        return new ConfigurationFiles(
                Optional.of(file),
                config ? root.path("connections") : root,
                config ? defaultName(root) : Optional.empty(),
                List.of(file));
    }

    private static ConfigurationFiles read(Path connections, Path config, List<Path> looked) {
        JsonNode settings = Files.isRegularFile(config) ? parse(config) : empty();
        if (Files.isRegularFile(connections)) {
            return new ConfigurationFiles(Optional.of(connections), parse(connections), defaultName(settings), looked);
        }
        return new ConfigurationFiles(Optional.of(config), settings.path("connections"), defaultName(settings), looked);
    }

    private static Optional<String> defaultName(JsonNode config) {
        return Optional.of(config.path("default_connection_name").asText("")).filter(name -> !name.isBlank());
    }

    /** In the order of Snowflake's tools: SNOWFLAKE_HOME alone if set, ~/.snowflake, the platform's place. */
    private static List<Path> folders(Environment environment) {
        Optional<String> snowflakeHome = environment.variable("SNOWFLAKE_HOME");
        if (snowflakeHome.isPresent()) {
            return List.of(environment.expand(snowflakeHome.get()));
        }
        return List.of(
                environment.home().resolve(".snowflake"),
                platformFolder(environment).resolve("snowflake"));
    }

    private static Path platformFolder(Environment environment) {
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

    private static JsonNode empty() {
        return JsonNodeFactory.instance.objectNode();
    }
}
