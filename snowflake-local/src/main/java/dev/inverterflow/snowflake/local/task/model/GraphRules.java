package dev.inverterflow.snowflake.local.task.model;

import dev.inverterflow.snowflake.local.catalog.Catalog;
import dev.inverterflow.snowflake.local.catalog.ObjectName;
import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.error.SnowflakeException;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;

/**
 * What Snowflake refuses about a task's place among other tasks.
 *
 * @see <a href="https://docs.snowflake.com/en/user-guide/tasks-graphs">Task graphs</a>
 */
public final class GraphRules {
    private static final int MOST_LINKS = 100;
    private static final int MOST_TASKS = 1000;

    private static final List<String> OF_ROOTS_ONLY = List.of(
            TaskProperties.RETRIES, TaskProperties.OVERLAP_POLICY, TaskProperties.ALLOW_OVERLAP, TaskProperties.CONFIG);

    private final Catalog catalog;

    public GraphRules(Catalog catalog) {
        this.catalog = catalog;
    }

    /**
     * Checks a task that is about to be put into the catalog.
     *
     * @throws SnowflakeException if it cannot be where it says
     */
    public void check(Task task) {
        var definition = task.definition();
        if (task.root()) {
            return;
        }
        if (definition.schedule().isPresent()) {
            throw TaskRules.invalid("a task with a predecessor or a root to finalize takes no SCHEDULE");
        }
        OF_ROOTS_ONLY.stream().filter(definition.properties()::containsKey).forEach(property -> {
            throw TaskRules.invalid(property + " is for root tasks");
        });
        var root = definition.finalizes();
        if (root != null) {
            checkFinalizer(task, root);
        }
        checkPredecessors(task);
        requireSuspendedRoots(task);
    }

    /**
     * Refuses to touch a graph that runs.
     *
     * @throws SnowflakeException 091421 if a root of the task is started
     */
    public void requireSuspendedRoots(Task task) {
        TaskGraph.roots(task, catalog).stream()
                .filter(Task::started)
                .findFirst()
                .ifPresent(root -> {
                    throw new SnowflakeException(
                            91_421,
                            "22000",
                            "Unable to update graph with root task " + root.name()
                                    + " since that root task is not suspended.");
                });
    }

    private void checkFinalizer(Task task, ObjectName rootName) {
        var root = neighbour(task, rootName);
        if (!task.definition().predecessors().isEmpty()) {
            throw TaskRules.invalid("a finalizer takes no AFTER");
        }
        if (!root.root()) {
            throw TaskRules.invalid("FINALIZE must name a root task, and " + rootName + " is none");
        }
        if (!TaskGraph.children(task, catalog).isEmpty()) {
            throw TaskRules.invalid("a finalizer cannot have child tasks");
        }
        TaskGraph.finalizer(root, catalog)
                .filter(other -> !other.name().equals(task.name()))
                .ifPresent(other -> {
                    throw TaskRules.invalid("root task " + rootName + " has a finalizer already: " + other.name());
                });
    }

    private void checkPredecessors(Task task) {
        var predecessors = task.definition().predecessors();
        if (predecessors.size() > MOST_LINKS) {
            throw TaskRules.invalid("more than " + MOST_LINKS + " predecessors");
        }
        for (var name : predecessors) {
            var predecessor = neighbour(task, name);
            if (predecessor.definition().finalizes() != null) {
                throw TaskRules.invalid("finalizer " + name + " cannot have child tasks");
            }
            if (comesAfter(predecessor, task.name())) {
                throw TaskRules.invalid("the tasks would form a cycle through " + name);
            }
            long others = TaskGraph.children(predecessor, catalog).stream()
                    .filter(child -> !child.name().equals(task.name()))
                    .count();
            if (others >= MOST_LINKS) {
                throw TaskRules.invalid("task " + name + " would have more than " + MOST_LINKS + " children");
            }
        }
        var roots = TaskGraph.roots(task, catalog);
        if (roots.size() > 1) {
            throw TaskRules.invalid("the predecessors belong to graphs with different root tasks");
        }
        roots.forEach(root -> {
            var graph = TaskGraph.of(root, catalog);
            if (!graph.tasks().containsKey(task.name()) && graph.size() >= MOST_TASKS) {
                throw TaskRules.invalid("the graph would have more than " + MOST_TASKS + " tasks");
            }
        });
    }

    private Task neighbour(Task task, ObjectName name) {
        if (!name.schemaName().equals(task.name().schemaName())) {
            throw TaskRules.invalid("all tasks of a graph must be in one schema, and " + name + " is not in "
                    + task.name().schemaName());
        }
        var other = catalog.objects(Task.KIND).find(name).orElseThrow(() -> missing(name));
        if (!other.owner().equals(task.owner())) {
            throw TaskRules.invalid(
                    "all tasks of a graph must have one owner, and " + name + " belongs to " + other.owner());
        }
        return other;
    }

    private boolean comesAfter(Task start, ObjectName name) {
        var seen = new HashSet<ObjectName>();
        var open = new ArrayDeque<Task>(List.of(start));
        while (!open.isEmpty()) {
            var task = open.remove();
            if (task.name().equals(name)) {
                return true;
            }
            if (seen.add(task.name())) {
                task.definition()
                        .predecessors()
                        .forEach(before ->
                                catalog.objects(Task.KIND).find(before).ifPresent(open::add));
            }
        }
        return false;
    }

    private static SnowflakeException missing(ObjectName name) {
        return Errors.objectDoesNotExist("Task", name.toString());
    }
}
