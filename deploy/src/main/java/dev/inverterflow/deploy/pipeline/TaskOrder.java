package dev.inverterflow.deploy.pipeline;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Orders task graphs: a root may run only when its children are ready, so children are resumed before it. */
final class TaskOrder {
    private final Map<String, Task> byName;
    private final List<Task> ordered = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();

    private TaskOrder(List<Task> tasks) {
        this.byName = tasks.stream().collect(Collectors.toMap(Task::name, Function.identity()));
    }

    /** Every task after all it depends on. */
    static List<Task> rootsFirst(List<Task> tasks) {
        TaskOrder order = new TaskOrder(tasks);
        tasks.forEach(order::add);
        return order.ordered;
    }

    /** Every task before all it depends on. */
    static List<Task> childrenFirst(List<Task> tasks) {
        List<Task> reversed = new ArrayList<>(rootsFirst(tasks));
        Collections.reverse(reversed);
        return reversed;
    }

    private void add(Task task) {
        if (!seen.add(task.name())) {
            return;
        }
        for (String predecessor : task.predecessors()) {
            Task earlier = byName.get(predecessor);
            if (earlier != null) {
                add(earlier);
            }
        }
        ordered.add(task);
    }
}
