package dev.inverterflow.snowflake.local.task;

import dev.inverterflow.snowflake.local.ast.AlterAction;
import dev.inverterflow.snowflake.local.ast.Command.ExecuteTask;
import dev.inverterflow.snowflake.local.ast.CreateStatement.CreateTask;
import dev.inverterflow.snowflake.local.ast.DdlStatement.Alter;
import dev.inverterflow.snowflake.local.ast.DdlStatement.Drop;
import dev.inverterflow.snowflake.local.ast.Inspection.Describe;
import dev.inverterflow.snowflake.local.ast.Inspection.Show;
import dev.inverterflow.snowflake.local.ast.ObjectKind;
import dev.inverterflow.snowflake.local.ast.ShowKind;
import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.execution.CommandRegistry;
import dev.inverterflow.snowflake.local.execution.CommandSet;
import dev.inverterflow.snowflake.local.execution.Result;
import dev.inverterflow.snowflake.local.execution.SchemaObjects;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import dev.inverterflow.snowflake.local.execution.StatementCommand;
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
        registry.add(CreateTask.class, new Create())
                .add(ExecuteTask.class, new Execute())
                .alter(ObjectKind.TASK, new AlterTask())
                .drop(ObjectKind.TASK, new DropTask())
                .show(ShowKind.TASKS, new ShowTasks())
                .describe(ObjectKind.TASK, new DescribeTask());
    }

    private final class Create implements StatementCommand<CreateTask> {
        @Override
        public Result run(CreateTask statement, SessionContext session) {
            var task = TaskRules.task(statement, session);
            return SchemaObjects.create(
                    statement.mode(), Task.KIND, task.name(), session, () -> task, scheduler::stopped);
        }

        @Override
        public Effect effect(CreateTask statement) {
            return Effect.COMMITS_FIRST;
        }
    }

    private final class AlterTask implements StatementCommand<Alter> {
        @Override
        public Result run(Alter statement, SessionContext session) {
            var name = session.resolve(statement.object().requireName());
            var tasks = session.catalog().objects(Task.KIND);
            if (statement.ifExists() && tasks.find(name).isEmpty()) {
                return Result.status(DONE);
            }
            var task = SchemaObjects.require(Task.KIND, name, session);
            if (statement.action() instanceof AlterAction.Resume) {
                TaskPrivileges.check(task, session.catalog());
                if (task.state() == Task.State.SUSPENDED) {
                    tasks.update(name, Task::resumed).ifPresent(scheduler::resumed);
                }
                return Result.status(DONE);
            }
            if (statement.action() instanceof AlterAction.Suspend) {
                var suspension = new Task.Suspension(session.clock().instant(), Task.Suspension.Reason.USER_SUSPENDED);
                tasks.update(name, current -> current.suspended(suspension)).ifPresent(scheduler::stopped);
                return Result.status(DONE);
            }
            throw Errors.notSupported("this action of ALTER TASK");
        }

        @Override
        public Effect effect(Alter statement) {
            return Effect.COMMITS_FIRST;
        }
    }

    private final class Execute implements StatementCommand<ExecuteTask> {
        @Override
        public Result run(ExecuteTask statement, SessionContext session) {
            if (statement.retryLast()) {
                throw Errors.notSupported("EXECUTE TASK … RETRY LAST");
            }
            var task = SchemaObjects.require(Task.KIND, session.resolve(statement.task()), session);
            TaskPrivileges.check(task, session.catalog());
            scheduler.execute(task);
            return Result.status("Task " + task.name().name() + " is scheduled to run immediately.");
        }
    }

    private final class DropTask implements StatementCommand<Drop> {
        @Override
        public Result run(Drop statement, SessionContext session) {
            return SchemaObjects.drop(statement, Task.KIND, session, scheduler::stopped);
        }

        @Override
        public Effect effect(Drop statement) {
            return Effect.COMMITS_FIRST;
        }
    }

    private static final class ShowTasks implements StatementCommand<Show> {
        @Override
        public Result run(Show statement, SessionContext session) {
            return TaskListing.show(SchemaObjects.shown(statement, Task.KIND, session));
        }

        @Override
        public Result describe(Show statement, SessionContext session) {
            return TaskListing.show(List.of());
        }
    }

    private static final class DescribeTask implements StatementCommand<Describe> {
        @Override
        public Result run(Describe statement, SessionContext session) {
            var name = session.resolve(statement.object().requireName());
            return TaskListing.describe(List.of(SchemaObjects.require(Task.KIND, name, session)));
        }

        @Override
        public Result describe(Describe statement, SessionContext session) {
            return TaskListing.describe(List.of());
        }
    }
}
