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
import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.execution.CommandRegistry;
import dev.inverterflow.snowflake.local.execution.CommandSet;
import dev.inverterflow.snowflake.local.execution.Result;
import dev.inverterflow.snowflake.local.execution.SchemaObjects;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import java.util.List;

/** CREATE, ALTER, EXECUTE, DROP, SHOW and DESCRIBE of tasks. */
final class TaskCommands implements CommandSet {
    private static final String DONE = "Statement executed successfully.";

    private final TaskScheduler scheduler;

    TaskCommands(TaskScheduler scheduler) {
        this.scheduler = scheduler;
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
                                (show, session) -> TaskListing.rows(SchemaObjects.shown(show, Task.KIND, session))))
                .describe(
                        ObjectKind.TASK,
                        ListCommand.describing(
                                TaskListing.COLUMNS,
                                (describe, session) -> TaskListing.rows(
                                        List.of(task(describe.object().requireName(), session)))));
    }

    private Result create(CreateTask statement, SessionContext session) {
        var task = TaskRules.task(statement, session);
        return SchemaObjects.create(statement.mode(), Task.KIND, task.name(), session, () -> task, scheduler::stopped);
    }

    private Result alter(Alter statement, SessionContext session) {
        var name = session.resolve(statement.object().requireName());
        if (statement.ifExists()
                && session.catalog().objects(Task.KIND).find(name).isEmpty()) {
            return Result.status(DONE);
        }
        var task = SchemaObjects.require(Task.KIND, name, session);
        if (statement.action() instanceof AlterAction.Resume) {
            resume(task, session);
        } else if (statement.action() instanceof AlterAction.Suspend) {
            suspend(task, session);
        } else {
            throw Errors.notSupported("this action of ALTER TASK");
        }
        return Result.status(DONE);
    }

    private void resume(Task task, SessionContext session) {
        TaskPrivileges.check(task, session.catalog());
        if (task.state() == Task.State.SUSPENDED) {
            session.catalog()
                    .objects(Task.KIND)
                    .update(task.name(), Task::resumed)
                    .ifPresent(scheduler::resumed);
        }
    }

    private void suspend(Task task, SessionContext session) {
        var suspension = new Task.Suspension(session.clock().instant(), Task.Suspension.Reason.USER_SUSPENDED);
        session.catalog()
                .objects(Task.KIND)
                .update(task.name(), current -> current.suspended(suspension))
                .ifPresent(scheduler::stopped);
    }

    private Result execute(ExecuteTask statement, SessionContext session) {
        if (statement.retryLast()) {
            throw Errors.notSupported("EXECUTE TASK … RETRY LAST");
        }
        var task = task(statement.task(), session);
        TaskPrivileges.check(task, session.catalog());
        scheduler.execute(task);
        return Result.status("Task " + task.name().name() + " is scheduled to run immediately.");
    }

    private Result drop(Drop statement, SessionContext session) {
        return SchemaObjects.drop(statement, Task.KIND, session, scheduler::stopped);
    }

    private static Task task(QualifiedName name, SessionContext session) {
        return SchemaObjects.require(Task.KIND, session.resolve(name), session);
    }
}
