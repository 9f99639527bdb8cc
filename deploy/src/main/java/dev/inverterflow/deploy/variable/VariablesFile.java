package dev.inverterflow.deploy.variable;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import dev.inverterflow.deploy.outcome.DeployException;
import dev.inverterflow.deploy.outcome.ExitCode;
import dev.inverterflow.deploy.outcome.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The operator's file of values: TOML, one {@code name = value} a line. */
public final class VariablesFile {
    private VariablesFile() {}

    /**
     * Reads the file's values.
     *
     * @throws DeployException when it cannot be read or is no TOML
     */
    public static List<Assignment> read(Path file, Problems problems) {
        List<Assignment> assignments = new ArrayList<>();
        parse(file).properties().forEach(entry -> {
            if (entry.getValue().isValueNode()) {
                assignments.add(new Assignment(entry.getKey(), entry.getValue().asText(), file.toString()));
            } else {
                problems.add(file + ": '" + entry.getKey() + "' must be one value, not a table or a list");
            }
        });
        return assignments;
    }

    private static JsonNode parse(Path file) {
        try {
            return new TomlMapper().readTree(Files.readString(file));
        } catch (JsonProcessingException e) {
            throw new DeployException(
                    ExitCode.USAGE,
                    file + ":" + e.getLocation().getLineNr() + ": not valid TOML (write name = \"value\")",
                    e);
        } catch (IOException e) {
            throw new DeployException(ExitCode.USAGE, "cannot read the variables' file " + file + ": " + e, e);
        }
    }
}
