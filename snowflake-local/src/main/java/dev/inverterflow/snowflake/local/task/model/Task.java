package dev.inverterflow.snowflake.local.task.model;

import dev.inverterflow.snowflake.local.catalog.ObjectName;
import dev.inverterflow.snowflake.local.catalog.ObjectType;
import dev.inverterflow.snowflake.local.catalog.Owned;
import dev.inverterflow.snowflake.local.catalog.SchemaObject;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A task.
 *
 * @param id what SHOW TASKS and the histories identify it by; new after OR REPLACE
 */
public record Task(
        ObjectName name, String id, TaskDefinition definition, TaskStatus status, String owner, Instant createdOn)
        implements SchemaObject, Owned<Task> {
    public static final ObjectType<Task> KIND = new ObjectType<>("TASK", Task.class);

    /** Whether it runs by itself or as part of its graph. */
    public boolean started() {
        return status.state() == TaskStatus.State.STARTED;
    }

    /** Whether no other task comes before it and it finalizes none: a task of its own, or the first of a graph. */
    public boolean root() {
        return definition.predecessors().isEmpty() && definition.finalizes() == null;
    }

    public Task with(TaskDefinition changed) {
        return new Task(name, id, changed, status, owner, createdOn);
    }

    public Task with(TaskStatus changed) {
        return new Task(name, id, definition, changed, owner, createdOn);
    }

    /** The same task without the predecessor or root of that name. */
    public Task without(ObjectName other) {
        return with(definition.without(other));
    }

    @Override
    public String comment() {
        return definition.comment();
    }

    /** The warehouse size a serverless run is billed as; null on a warehouse. */
    public @Nullable String serverlessSize() {
        return definition.serverlessSize();
    }

    /** Another owner's task has no links to the tasks of the owner before, and does not run by itself any more. */
    @Override
    public Task withOwner(String newOwner) {
        if (newOwner.equals(owner)) {
            return this;
        }
        var alone = definition.alone();
        var suspended = started() ? status.suspended(createdOn, TaskStatus.Reason.GRANT_OWNERSHIP) : status;
        return new Task(name, id, alone, suspended, newOwner, createdOn);
    }
}
