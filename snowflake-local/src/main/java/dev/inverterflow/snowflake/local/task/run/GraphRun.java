package dev.inverterflow.snowflake.local.task.run;

import dev.inverterflow.snowflake.local.catalog.ObjectName;
import dev.inverterflow.snowflake.local.task.model.Task;
import dev.inverterflow.snowflake.local.task.model.TaskGraph;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One attempt to run a graph: which of its tasks have ended how, and which may begin.
 *
 * <p>A suspended child is passed over as if it had succeeded. A task with several predecessors needs at least one that is not
 * suspended, and all of those to have succeeded. What comes after a failed or skipped task does not run.
 *
 * @see <a href="https://docs.snowflake.com/en/user-guide/tasks-graphs">Task graphs</a>
 */
public final class GraphRun {
    private final TaskGraph graph;
    private final RunOrigin origin;
    private final long startNanos = System.nanoTime();
    private final Map<ObjectName, TaskRun.Outcome> outcomes = new HashMap<>();
    private final Set<ObjectName> begun = new HashSet<>();
    private int running;
    private boolean finalizing;
    private boolean ended;

    GraphRun(TaskGraph graph, RunOrigin origin) {
        this.graph = graph;
        this.origin = origin;
    }

    /** One more attempt, in which only what did not succeed runs. */
    synchronized GraphRun again(RunOrigin next) {
        var attempt = new GraphRun(graph, next);
        outcomes.forEach((name, outcome) -> {
            if (outcome.state() == TaskRun.State.SUCCEEDED && graph.tasks().containsKey(name)) {
                attempt.outcomes.put(name, outcome);
                attempt.begun.add(name);
            }
        });
        return attempt;
    }

    TaskGraph graph() {
        return graph;
    }

    RunOrigin origin() {
        return origin;
    }

    /** The root of the graph. */
    public Task root() {
        return graph.root();
    }

    /** Nanoseconds since it began, of the system's clock. */
    long age() {
        return System.nanoTime() - startNanos;
    }

    /** The tasks that may begin now, each once; in the end the finalizer, alone. */
    synchronized List<Task> takeReady() {
        var ready = new ArrayList<Task>();
        for (var task : graph.tasks().values()) {
            if (runs(task) && mayFollow(task) && begun.add(task.name())) {
                ready.add(task);
            }
        }
        running += ready.size();
        var finalizer = graph.finalizer();
        if (running == 0 && !finalizing && finalizer != null) {
            finalizing = true;
            if (finalizer.started() && rootRan()) {
                ready.add(finalizer);
                running++;
            }
        }
        return ready;
    }

    /** A task has ended. */
    synchronized void ended(Task task, TaskRun.Outcome outcome) {
        outcomes.put(task.name(), outcome);
        running--;
    }

    /** Whether all is over; true once. */
    synchronized boolean takeEnd() {
        if (running == 0 && !ended) {
            ended = true;
            return true;
        }
        return false;
    }

    synchronized boolean rootEnded() {
        return outcomes.containsKey(graph.root().name());
    }

    /** How it went in all: failed or cancelled if any of its tasks was. */
    synchronized TaskRun.State state() {
        var states = outcomes.values().stream().map(TaskRun.Outcome::state).toList();
        if (states.contains(TaskRun.State.FAILED)) {
            return TaskRun.State.FAILED;
        }
        if (states.contains(TaskRun.State.CANCELLED)) {
            return TaskRun.State.CANCELLED;
        }
        return rootRan() ? TaskRun.State.SUCCEEDED : TaskRun.State.SKIPPED;
    }

    /** What a task set as its return value; empty if it has not run in this graph. */
    synchronized Optional<TaskRun.Outcome> outcome(ObjectName task) {
        return Optional.ofNullable(outcomes.get(task));
    }

    private boolean rootRan() {
        var outcome = outcomes.get(graph.root().name());
        return outcome != null && outcome.state() != TaskRun.State.SKIPPED;
    }

    /** A root runs whatever its state: it would not have been started otherwise. */
    private boolean runs(Task task) {
        return task.started() || task.root();
    }

    private boolean mayFollow(Task task) {
        var predecessors = task.definition().predecessors().stream()
                .map(name -> graph.tasks().get(name))
                .toList();
        if (predecessors.size() > 1 && predecessors.stream().noneMatch(before -> before != null && runs(before))) {
            return false;
        }
        return predecessors.stream().allMatch(before -> before == null || isBehind(before));
    }

    private boolean isBehind(Task task) {
        if (!runs(task)) {
            return mayFollow(task);
        }
        var outcome = outcomes.get(task.name());
        return outcome != null && outcome.state() == TaskRun.State.SUCCEEDED;
    }
}
