package dev.inverterflow.snowflake.local.load;

import dev.inverterflow.snowflake.local.ast.AlterAction;
import dev.inverterflow.snowflake.local.ast.CreateStatement.CreatePipe;
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
import java.sql.SQLException;
import java.util.List;

/** CREATE, ALTER, DROP, SHOW and DESCRIBE of pipes. */
final class PipeCommands implements CommandSet {
    private static final String DONE = "Statement executed successfully.";

    private final PipeService pipes;
    private final PipeRules rules;
    private final PipeRefresh refresh;

    PipeCommands(PipeService pipes, PipeRules rules, PipeRefresh refresh) {
        this.pipes = pipes;
        this.rules = rules;
        this.refresh = refresh;
    }

    @Override
    public void register(CommandRegistry.Builder registry) {
        registry.add(CreatePipe.class, new Create())
                .alter(ObjectKind.PIPE, new AlterPipe())
                .drop(ObjectKind.PIPE, new DropPipe())
                .show(ShowKind.PIPES, new ShowPipes())
                .describe(ObjectKind.PIPE, new DescribePipe());
    }

    private final class Create implements StatementCommand<CreatePipe> {
        @Override
        public Result run(CreatePipe statement, SessionContext session) {
            var pipe = rules.pipe(statement, session);
            return SchemaObjects.create(
                    statement.mode(), Pipe.KIND, pipe.name(), session, () -> pipe, PipeCommands.this.pipes::forget);
        }

        @Override
        public Effect effect(CreatePipe statement) {
            return Effect.COMMITS_FIRST;
        }
    }

    private final class AlterPipe implements StatementCommand<Alter> {
        @Override
        public Result run(Alter statement, SessionContext session) throws SQLException {
            var name = session.resolve(statement.object().requireName());
            var registry = session.catalog().objects(Pipe.KIND);
            if (statement.ifExists() && registry.find(name).isEmpty()) {
                return Result.status(DONE);
            }
            var pipe = SchemaObjects.require(Pipe.KIND, name, session);
            if (statement.action() instanceof AlterAction.Refresh wanted) {
                return refresh.run(pipe, wanted, session);
            }
            if (statement.action() instanceof AlterAction.SetProperties set) {
                return set(pipe, set, session);
            }
            throw Errors.notSupported("this action of ALTER PIPE");
        }

        private Result set(Pipe pipe, AlterAction.SetProperties set, SessionContext session) {
            var registry = session.catalog().objects(Pipe.KIND);
            for (var property : set.properties().all()) {
                switch (property.name()) {
                    case "PIPE_EXECUTION_PAUSED" -> {
                        var execution = set.properties().flag(property.name()).orElse(false)
                                ? Pipe.Execution.PAUSED
                                : Pipe.Execution.RUNNING;
                        registry.update(pipe.name(), current -> current.withExecution(execution));
                    }
                    case "COMMENT" -> {
                        var comment = set.properties().text(property.name()).orElse("");
                        registry.update(pipe.name(), current -> current.withComment(comment));
                    }
                    default -> throw Errors.notSupported("ALTER PIPE … SET " + property.name());
                }
            }
            pipes.wake();
            return Result.status(DONE);
        }

        @Override
        public Effect effect(Alter statement) {
            return Effect.COMMITS_FIRST;
        }
    }

    private final class DropPipe implements StatementCommand<Drop> {
        @Override
        public Result run(Drop statement, SessionContext session) {
            return SchemaObjects.drop(statement, Pipe.KIND, session, pipes::forget);
        }

        @Override
        public Effect effect(Drop statement) {
            return Effect.COMMITS_FIRST;
        }
    }

    private final class ShowPipes implements StatementCommand<Show> {
        @Override
        public Result run(Show statement, SessionContext session) {
            return PipeListing.show(SchemaObjects.shown(statement, Pipe.KIND, session), pipes);
        }

        @Override
        public Result describe(Show statement, SessionContext session) {
            return PipeListing.show(List.of(), pipes);
        }
    }

    private final class DescribePipe implements StatementCommand<Describe> {
        @Override
        public Result run(Describe statement, SessionContext session) {
            var name = session.resolve(statement.object().requireName());
            return PipeListing.describe(List.of(SchemaObjects.require(Pipe.KIND, name, session)), pipes);
        }

        @Override
        public Result describe(Describe statement, SessionContext session) {
            return PipeListing.describe(List.of(), pipes);
        }
    }
}
