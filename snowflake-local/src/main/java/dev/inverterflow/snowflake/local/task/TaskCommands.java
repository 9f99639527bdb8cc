package dev.inverterflow.snowflake.local.task;

import dev.inverterflow.snowflake.local.ast.AlterAction;
import dev.inverterflow.snowflake.local.ast.Command.ExecuteTask;
import dev.inverterflow.snowflake.local.ast.CreateStatement.CreateTask;
import dev.inverterflow.snowflake.local.ast.DdlStatement.Alter;
import dev.inverterflow.snowflake.local.ast.DdlStatement.Drop;
import dev.inverterflow.snowflake.local.ast.ObjectKind;
import dev.inverterflow.snowflake.local.ast.QualifiedName;
import dev.inverterflow.snowflake.local.ast.ShowKind;
import dev.inverterflow.snowflake.local.command.DdlCommand;
import dev.inverterflow.snowflake.local.command.ListCommand;
import dev.inverterflow.snowflake.local.command.TerseColumn;
import dev.inverterflow.snowflake.local.execution.CommandRegistry;
import dev.inverterflow.snowflake.local.execution.CommandSet;
import dev.inverterflow.snowflake.local.execution.Result;
import dev.inverterflow.snowflake.local.execution.SchemaObjects;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import dev.inverterflow.snowflake.local.task.model.GraphRules;
import dev.inverterflow.snowflake.local.task.model.Task;
import dev.inverterflow.snowflake.local.task.model.TaskRules;
import java.util.List;

/** CREATE, ALTER, EXECUTE, DROP, SHOW and DESCRIBE of tasks. */
final class TaskCommands implements CommandSet {
    private static final String DONE = "Statement executed successfully.";

    private final Graphs graphs;

    TaskCommands(Graphs graphs) {
        this.graphs = graphs;
    }

    @Override
    public void register(CommandRegistry.Builder registry) {
        registry.add(CreateTask.class, DdlCommand.of(this::create))
                .add(ExecuteTask.class, this::execute)
                .alter(ObjectKind.TASK, DdlCommand.of(this::alter))
                .drop(ObjectKind.TASK, DdlCommand.of(this::drop))
                .show(
                        ShowKind.TASKS,
                        ListCommand.of(
                                TaskListing.COLUMNS,
                                TerseColumn.all(
                                        "created_on", "name", "kind", "database_name", "schema_name", "schedule"),
                                (show, session) -> TaskListing.rows(
                                        SchemaObjects.shown(show, Task.KIND, session), session.catalog())))
                .describe(
                        ObjectKind.TASK,
                        ListCommand.describing(
                                TaskListing.COLUMNS,
                                (describe, session) -> TaskListing.rows(
                                        List.of(task(describe.object().requireName(), session)), session.catalog())));
    }

    private Result create(CreateTask statement, SessionContext session) {
        var task = TaskChanges.newTask(statement, session);
        new GraphRules(session.catalog()).check(task);
        var result =
                SchemaObjects.create(statement.mode(), Task.KIND, task.name(), session, () -> task, graphs::replaced);
        graphs.changed(task);
        return result;
    }

    private Result alter(Alter statement, SessionContext session) {
        var name = session.resolve(statement.object().requireName());
        if (statement.ifExists()
                && session.catalog().objects(Task.KIND).find(name).isEmpty()) {
            return Result.status(DONE);
        }
        var task = SchemaObjects.require(Task.KIND, name, session);
        if (statement.action() instanceof AlterAction.Resume) {
            graphs.resume(task);
        } else if (statement.action() instanceof AlterAction.Suspend) {
            graphs.suspend(task);
        } else {
            change(task, TaskChanges.changed(task, statement.action(), session), session);
        }
        return Result.status(DONE);
    }

    private void change(Task before, Task after, SessionContext session) {
        var rules = new GraphRules(session.catalog());
        rules.requireSuspendedRoots(before);
        TaskRules.check(after.definition());
        rules.check(after);
        graphs.change(before, after);
    }

    private Result execute(ExecuteTask statement, SessionContext session) {
        var task = task(statement.task(), session);
        var config = statement.config();
        if (config != null) {
            TaskRules.checkConfig(config);
        }
        if (statement.retryLast() || statement.retryGroup() != null) {
            graphs.retry(task, statement.retryGroup());
        } else {
            graphs.execute(task, config);
        }
        return Result.status("Task " + task.name().name() + " is scheduled to run immediately.");
    }

    private Result drop(Drop statement, SessionContext session) {
        var name = session.resolve(statement.object().requireName());
        session.catalog()
                .objects(Task.KIND)
                .find(name)
                .filter(task -> !task.root())
                .ifPresent(new GraphRules(session.catalog())::requireSuspendedRoots);
        return SchemaObjects.drop(statement, Task.KIND, session, graphs::dropped);
    }

    private static Task task(QualifiedName name, SessionContext session) {
        return SchemaObjects.require(Task.KIND, session.resolve(name), session);
    }
}
