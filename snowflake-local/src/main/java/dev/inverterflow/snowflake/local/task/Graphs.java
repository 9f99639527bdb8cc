package dev.inverterflow.snowflake.local.task;

import dev.inverterflow.snowflake.local.catalog.Catalog;
import dev.inverterflow.snowflake.local.catalog.ObjectName;
import dev.inverterflow.snowflake.local.command.OwnerPrivileges;
import dev.inverterflow.snowflake.local.error.SnowflakeException;
import dev.inverterflow.snowflake.local.task.model.GraphRules;
import dev.inverterflow.snowflake.local.task.model.Task;
import dev.inverterflow.snowflake.local.task.model.TaskGraph;
import dev.inverterflow.snowflake.local.task.model.TaskStatus;
import dev.inverterflow.snowflake.local.task.run.TaskScheduler;
import java.time.Clock;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Resumes, suspends, runs and changes tasks with what that means for the graphs they are in. */
final class Graphs {
    private final Catalog catalog;
    private final TaskScheduler scheduler;
    private final Clock clock;

    Graphs(Catalog catalog, TaskScheduler scheduler, Clock clock) {
        this.catalog = catalog;
        this.scheduler = scheduler;
        this.clock = clock;
    }

    /** A child only becomes part of its graph's next run; a root sets a version of its graph and is watched. */
    void resume(Task task) {
        checkPrivileges(task);
        if (task.started()) {
            return;
        }
        if (!task.root()) {
            new GraphRules(catalog).requireSuspendedRoots(task);
            changed(task);
            update(task.name(), now -> now.with(now.status().resumed(clock.instant())));
            return;
        }
        commit(task);
        var resumed = update(task.name(), now -> now.with(now.status().resumed(clock.instant())));
        if (resumed != null) {
            scheduler.resumed(resumed);
        }
    }

    void suspend(Task task) {
        if (!task.root()) {
            new GraphRules(catalog).requireSuspendedRoots(task);
            changed(task);
        }
        suspend(task.name(), TaskStatus.Reason.USER_SUSPENDED);
    }

    /** Resumes a root and all that depend on it, children first. */
    void resumeAll(Task root) {
        if (!root.root()) {
            throw notARoot(root);
        }
        var graph = TaskGraph.of(root, catalog);
        graph.all().stream().filter(task -> !task.root()).forEach(this::resume);
        catalog.objects(Task.KIND).find(root.name()).ifPresent(this::resume);
    }

    void execute(Task task, @Nullable String config) {
        scheduler.execute(runnable(task), config);
    }

    void retry(Task task, @Nullable String group) {
        checkPrivileges(task);
        scheduler.retry(task, group);
    }

    /** A task was changed by ALTER; one that has lost its predecessors or its root stands alone and is suspended. */
    void change(Task before, Task after) {
        changed(before);
        update(after.name(), now -> after.with(now.status()));
        changed(after);
        if (!before.root() && after.root()) {
            suspend(after.name(), orphaned(before));
        }
    }

    /** Another task has taken this one's place. */
    void replaced(Task task) {
        scheduler.stopped(task);
    }

    /** A task is gone: those after it lose their link to it. */
    void dropped(Task task) {
        scheduler.stopped(task);
        for (var other : catalog.objects(Task.KIND).in(task.name().schemaName())) {
            var alone = other.without(task.name());
            if (!alone.equals(other)) {
                update(other.name(), now -> now.without(task.name()));
                if (alone.root()) {
                    suspend(other.name(), orphaned(other));
                }
            }
        }
        TaskGraph.roots(task, catalog).forEach(this::changed);
    }

    /** Something about a task was changed, and so its graph, which gets a new version when it is next resumed or run. */
    void changed(Task task) {
        TaskGraph.roots(task, catalog)
                .forEach(
                        root -> update(root.name(), now -> now.with(now.status().changed())));
    }

    private void checkPrivileges(Task task) {
        OwnerPrivileges.check("TASK", task.owner(), task.definition().warehouse(), catalog);
    }

    private Task runnable(Task task) {
        if (!task.root()) {
            throw notARoot(task);
        }
        checkPrivileges(task);
        var committed = commit(task);
        return committed == null ? task : committed;
    }

    private @Nullable Task commit(Task root) {
        return update(root.name(), now -> now.with(now.status().committed(clock.instant())));
    }

    private void suspend(ObjectName name, TaskStatus.Reason reason) {
        var suspended = update(name, now -> now.with(now.status().suspended(clock.instant(), reason)));
        if (suspended != null) {
            scheduler.stopped(suspended);
        }
    }

    private @Nullable Task update(ObjectName name, UnaryOperator<Task> change) {
        return catalog.objects(Task.KIND).update(name, change).orElse(null);
    }

    private static TaskStatus.Reason orphaned(Task before) {
        return before.definition().finalizes() == null
                ? TaskStatus.Reason.CHILD_BECAME_ROOT
                : TaskStatus.Reason.FINALIZER_BECAME_ROOT;
    }

    private static SnowflakeException notARoot(Task task) {
        return new SnowflakeException(
                91_090,
                "22023",
                "Task " + task.name() + " is not a root task: only a standalone task or the root task of a graph can be"
                        + " executed or enabled with all that depend on it.");
    }
}
