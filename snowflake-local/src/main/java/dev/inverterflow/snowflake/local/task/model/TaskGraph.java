package dev.inverterflow.snowflake.local.task.model;

import dev.inverterflow.snowflake.local.catalog.Catalog;
import dev.inverterflow.snowflake.local.catalog.ObjectName;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A root task with all that run after it, as they are at one moment.
 *
 * @param tasks the root, its children, their children …, by name, each after all that it comes after at its shortest way
 * @param finalizer what runs at the end; null without one
 * @see <a href="https://docs.snowflake.com/en/user-guide/tasks-graphs">Task graphs</a>
 */
public record TaskGraph(
        Task root, Map<ObjectName, Task> tasks, @Nullable Task finalizer) {

    /** The graph of a root task. */
    public static TaskGraph of(Task root, Catalog catalog) {
        var tasks = new LinkedHashMap<ObjectName, Task>();
        var open = new ArrayDeque<Task>(List.of(root));
        while (!open.isEmpty()) {
            var task = open.remove();
            if (tasks.putIfAbsent(task.name(), task) == null) {
                open.addAll(children(task, catalog));
            }
        }
        return new TaskGraph(root, tasks, finalizer(root, catalog).orElse(null));
    }

    /** The tasks that run after this one and belong to the same owner. */
    public static List<Task> children(Task task, Catalog catalog) {
        return sameSchema(task, catalog).stream()
                .filter(other -> other.definition().predecessors().contains(task.name()))
                .toList();
    }

    /** What finalizes the graph of this root. */
    public static Optional<Task> finalizer(Task root, Catalog catalog) {
        return sameSchema(root, catalog).stream()
                .filter(other -> root.name().equals(other.definition().finalizes()))
                .findFirst();
    }

    /** The roots of the graphs that a task is part of; itself if it is one. */
    public static Set<Task> roots(Task task, Catalog catalog) {
        var roots = new LinkedHashSet<Task>();
        var seen = new LinkedHashSet<ObjectName>();
        var open = new ArrayDeque<Task>(List.of(task));
        while (!open.isEmpty()) {
            var next = open.remove();
            if (!seen.add(next.name())) {
                continue;
            }
            if (next.root()) {
                roots.add(next);
            }
            before(next).forEach(name -> catalog.objects(Task.KIND).find(name).ifPresent(open::add));
        }
        return roots;
    }

    /** How many tasks it has, the finalizer among them. */
    public int size() {
        return tasks.size() + (finalizer == null ? 0 : 1);
    }

    /** All its tasks, the root first, the finalizer last. */
    public List<Task> all() {
        var all = new ArrayList<>(tasks.values());
        if (finalizer != null) {
            all.add(finalizer);
        }
        return all;
    }

    private static List<ObjectName> before(Task task) {
        var root = task.definition().finalizes();
        return root == null ? task.definition().predecessors() : List.of(root);
    }

    private static List<Task> sameSchema(Task task, Catalog catalog) {
        return catalog.objects(Task.KIND).in(task.name().schemaName()).stream()
                .filter(other -> other.owner().equals(task.owner()))
                .toList();
    }
}
