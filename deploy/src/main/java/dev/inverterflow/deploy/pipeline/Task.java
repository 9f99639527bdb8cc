package dev.inverterflow.deploy.pipeline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.inverterflow.deploy.connection.Row;
import dev.inverterflow.deploy.outcome.DeployException;
import dev.inverterflow.deploy.outcome.ExitCode;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * A row of SHOW TASKS.
 *
 * @param name without database and schema
 * @param schedule empty for a child, a finalizer and a task that only a stream triggers
 * @param predecessors names of the tasks it runs after; for a finalizer the root it finishes
 */
public record Task(String name, boolean started, String schedule, String condition, Set<String> predecessors) {
    static Task of(Row row) {
        Set<String> predecessors = names(row.text("predecessors"), row);
        predecessors.addAll(finalizedRoot(row));
        return new Task(
                row.text("name"),
                row.text("state").toLowerCase(Locale.ROOT).equals("started"),
                row.text("schedule"),
                row.text("condition"),
                predecessors);
    }

    public String state() {
        return started ? "started" : "suspended";
    }

    private static Set<String> finalizedRoot(Row row) {
        JsonNode root = json(row.text("task_relations"), row).path("FinalizedRootTask");
        return root.isTextual() ? Set.of(lastPart(root.asText())) : Set.of();
    }

    private static Set<String> names(String predecessors, Row row) {
        Set<String> names = new HashSet<>();
        for (JsonNode name : json(predecessors, row)) {
            names.add(lastPart(name.asText()));
        }
        return names;
    }

    private static JsonNode json(String text, Row row) {
        try {
            return new ObjectMapper().readTree(text.isBlank() ? "[]" : text);
        } catch (JsonProcessingException e) {
            throw new DeployException(
                    ExitCode.FAILED,
                    "SHOW TASKS gives no JSON for the relations of " + row.text("name") + ": " + text,
                    e);
        }
    }

    /** Predecessors come as full names, their parts quoted where needed. */
    private static String lastPart(String fullName) {
        return fullName.endsWith("\"")
                ? fullName.substring(fullName.lastIndexOf('"', fullName.length() - 2) + 1, fullName.length() - 1)
                : fullName.substring(fullName.lastIndexOf('.') + 1);
    }
}
