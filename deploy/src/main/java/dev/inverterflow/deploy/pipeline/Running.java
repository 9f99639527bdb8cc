package dev.inverterflow.deploy.pipeline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.inverterflow.deploy.outcome.DeployException;
import dev.inverterflow.deploy.outcome.ExitCode;
import java.util.Set;
import java.util.TreeSet;

/** The names of tasks and alerts that were started at one time. */
public record Running(Set<String> tasks, Set<String> alerts) {
    public static final Running NOTHING = new Running(Set.of(), Set.of());

    private static final ObjectMapper JSON = new ObjectMapper();

    public Running {
        tasks = Set.copyOf(tasks);
        alerts = Set.copyOf(alerts);
    }

    /** Both together. */
    public Running and(Running other) {
        Set<String> allTasks = new TreeSet<>(tasks);
        allTasks.addAll(other.tasks);
        Set<String> allAlerts = new TreeSet<>(alerts);
        allAlerts.addAll(other.alerts);
        return new Running(allTasks, allAlerts);
    }

    public boolean isEmpty() {
        return tasks.isEmpty() && alerts.isEmpty();
    }

    /** As text that {@link #parse} reads. */
    public String toJson() {
        ObjectNode root = JSON.createObjectNode();
        new TreeSet<>(tasks).forEach(root.putArray("tasks")::add);
        new TreeSet<>(alerts).forEach(root.putArray("alerts")::add);
        return root.toString();
    }

    /**
     * Reads what {@link #toJson} wrote.
     *
     * @throws DeployException when it is something else
     */
    public static Running parse(String json) {
        try {
            JsonNode root = JSON.readTree(json);
            return new Running(names(root.path("tasks")), names(root.path("alerts")));
        } catch (JsonProcessingException e) {
            throw new DeployException(
                    ExitCode.REFUSED, "the history's list of running tasks cannot be read: " + json, e);
        }
    }

    private static Set<String> names(JsonNode list) {
        Set<String> names = new TreeSet<>();
        list.forEach(name -> names.add(name.asText()));
        return names;
    }
}
