package dev.inverterflow.snowflake.local.task;

import dev.inverterflow.snowflake.local.ast.AlterAction;
import dev.inverterflow.snowflake.local.ast.CreateStatement.CreateTask;
import dev.inverterflow.snowflake.local.ast.Property.Properties;
import dev.inverterflow.snowflake.local.ast.QualifiedName;
import dev.inverterflow.snowflake.local.catalog.ObjectName;
import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.error.SnowflakeException;
import dev.inverterflow.snowflake.local.execution.Names;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import dev.inverterflow.snowflake.local.task.model.Task;
import dev.inverterflow.snowflake.local.task.model.TaskCondition;
import dev.inverterflow.snowflake.local.task.model.TaskDefinition;
import dev.inverterflow.snowflake.local.task.model.TaskProperties;
import dev.inverterflow.snowflake.local.task.model.TaskRules;
import dev.inverterflow.snowflake.local.task.model.TaskStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes tasks of CREATE and ALTER statements; what they may say together is the business of the rules. */
final class TaskChanges {
    private TaskChanges() {}

    static Task newTask(CreateTask statement, SessionContext session) {
        var when = statement.when();
        var empty = new TaskDefinition(
                names(statement.after(), session),
                finalized(statement.properties(), session),
                when == null ? null : TaskCondition.text(when),
                statement.body().span().text(),
                Map.of(),
                Map.of());
        var definition = TaskProperties.set(empty, statement.properties(), session);
        TaskRules.check(definition);
        return new Task(
                session.resolve(statement.name()),
                UUID.randomUUID().toString(),
                definition,
                TaskStatus.NEW,
                session.role(),
                session.clock().instant());
    }

    /**
     * The task after an ALTER.
     *
     * @throws SnowflakeException if ALTER TASK has no such action, or it does not fit the task
     */
    static Task changed(Task task, AlterAction action, SessionContext session) {
        return task.with(definition(task.definition(), action, session));
    }

    private static TaskDefinition definition(TaskDefinition before, AlterAction action, SessionContext session) {
        if (action instanceof AlterAction.SetProperties set) {
            var changed = TaskProperties.set(before, set.properties(), session);
            var root = finalized(set.properties(), session);
            return root == null ? changed : changed.withFinalizes(root);
        }
        if (action instanceof AlterAction.UnsetProperties unset) {
            var changed = TaskProperties.unset(before, unset.names());
            return unset.names().contains(TaskProperties.FINALIZE) ? changed.withFinalizes(null) : changed;
        }
        if (action instanceof AlterAction.AddAfter add) {
            return added(before, names(add.tasks(), session));
        }
        if (action instanceof AlterAction.RemoveAfter remove) {
            return removed(before, names(remove.tasks(), session));
        }
        if (action instanceof AlterAction.ModifyBody modify) {
            return before.withBody(modify.body().span().text());
        }
        if (action instanceof AlterAction.ModifyWhen modify) {
            return before.withCondition(TaskCondition.text(modify.condition()));
        }
        if (action instanceof AlterAction.RemoveWhen) {
            return before.withCondition(null);
        }
        throw Errors.notSupported("ALTER TASK … " + action.words());
    }

    private static TaskDefinition added(TaskDefinition before, List<ObjectName> names) {
        var predecessors = new ArrayList<>(before.predecessors());
        names.stream().filter(name -> !predecessors.contains(name)).forEach(predecessors::add);
        return before.withPredecessors(predecessors);
    }

    private static TaskDefinition removed(TaskDefinition before, List<ObjectName> names) {
        for (var name : names) {
            if (!before.predecessors().contains(name)) {
                throw new SnowflakeException(
                        91_090,
                        "42601",
                        "SQL compilation error:\nInvalid task definition: " + name
                                + " is not a predecessor of the task.");
            }
        }
        return before.withPredecessors(before.predecessors().stream()
                .filter(name -> !names.contains(name))
                .toList());
    }

    private static @Nullable ObjectName finalized(Properties properties, SessionContext session) {
        return properties
                .text(TaskProperties.FINALIZE)
                .map(text -> session.resolve(Names.parse(text)))
                .orElse(null);
    }

    private static List<ObjectName> names(List<QualifiedName> names, SessionContext session) {
        return names.stream().map(session::resolve).distinct().toList();
    }
}
