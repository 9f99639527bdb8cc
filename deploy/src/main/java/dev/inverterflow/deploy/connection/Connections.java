package dev.inverterflow.deploy.connection;

import com.fasterxml.jackson.databind.JsonNode;
import dev.inverterflow.deploy.outcome.DeployException;
import dev.inverterflow.deploy.outcome.ExitCode;
import dev.inverterflow.deploy.outcome.Problems;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The connections that Snowflake CLI knows here, with its precedence: {@code SNOWFLAKE_CONNECTIONS_<NAME>_<KEY>} of the
 * environment, the entry of the file, then generic variables such as {@code SNOWFLAKE_USER}
 * (docs.snowflake.com/en/developer-guide/snowflake-cli/connecting/configure-connections).
 */
public final class Connections {
    private static final String DEFAULT_NAME_VARIABLE = "SNOWFLAKE_DEFAULT_CONNECTION_NAME";
    private static final String GENERIC = "SNOWFLAKE_";

    private final Environment environment;

    public Connections(Environment environment) {
        this.environment = environment;
    }

    /**
     * Gathers one connection.
     *
     * @param name the entry; null means SNOWFLAKE_DEFAULT_CONNECTION_NAME, else config.toml's default_connection_name,
     *     else "default"
     * @param explicitFile the file to read; null means where Snowflake's tools look
     * @throws DeployException when file or entry is missing or wrong
     */
    public ConnectionSettings entry(@Nullable String name, @Nullable Path explicitFile) {
        ConfigurationFiles files =
                explicitFile != null ? ConfigurationFiles.of(explicitFile) : ConfigurationFiles.find(environment);
        String wanted = name != null
                ? name
                : environment
                        .variable(DEFAULT_NAME_VARIABLE)
                        .or(files::defaultName)
                        .orElse("default");
        Map<String, String> specific = ofEnvironment(specificPrefix(wanted));
        JsonNode entry = files.connections().path(wanted);
        if (!entry.isObject() && specific.isEmpty()) {
            throw missing(wanted, files);
        }
        Problems problems = new Problems();
        checkSecrecy(files, problems);
        Map<String, String> values = ofEnvironment(GENERIC);
        // A table, such as session_parameters, has no text: it is named among the unused keys.
        entry.properties()
                .forEach(field -> values.put(field.getKey(), field.getValue().asText()));
        values.putAll(specific);
        return ConnectionSettings.of(origin(wanted, files, entry, specific), values, environment, problems);
    }

    private static String origin(
            String wanted, ConfigurationFiles files, JsonNode entry, Map<String, String> specific) {
        String place = entry.isObject() && files.file().isPresent()
                ? " in " + files.file().get()
                : "";
        String overrides = specific.isEmpty()
                ? ""
                : " with " + String.join(", ", new TreeSet<>(specific.keySet())) + " from " + specificPrefix(wanted)
                        + "…";
        return "[" + wanted + "]" + place + overrides;
    }

    /** Every entry counts: whoever may read one may read them all. */
    private static void checkSecrecy(ConfigurationFiles files, Problems problems) {
        boolean secret = false;
        for (JsonNode entry : files.connections()) {
            for (String key : ConnectionKeys.SECRET) {
                secret |= entry.has(key);
            }
        }
        if (secret && files.file().isPresent()) {
            SecretFile.check("the connections' file", files.file().get(), problems);
        }
    }

    private Map<String, String> ofEnvironment(String prefix) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String key : ConnectionKeys.KNOWN) {
            environment.variable(prefix + key.toUpperCase(Locale.ROOT)).ifPresent(value -> values.put(key, value));
        }
        return values;
    }

    private static String specificPrefix(String name) {
        return "SNOWFLAKE_CONNECTIONS_" + name.toUpperCase(Locale.ROOT) + "_";
    }

    private static DeployException missing(String wanted, ConfigurationFiles files) {
        if (files.file().isEmpty()) {
            return new DeployException(
                    ExitCode.USAGE,
                    "no connections.toml found; looked for " + files.looked() + "; write one or give --connections-file"
                            + " PATH, or set " + specificPrefix(wanted) + "ACCOUNT and the like");
        }
        return new DeployException(
                ExitCode.USAGE,
                "there is no connection [" + wanted + "] in " + files.file().get() + "; it has: "
                        + names(files.connections()) + "; choose one with --connection NAME");
    }

    private static String names(JsonNode connections) {
        List<String> names = new ArrayList<>();
        connections.properties().forEach(field -> {
            if (field.getValue().isObject()) {
                names.add(field.getKey());
            }
        });
        return names.isEmpty() ? "no entry at all" : String.join(", ", names);
    }
}
