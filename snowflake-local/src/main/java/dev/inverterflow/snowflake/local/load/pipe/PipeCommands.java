package dev.inverterflow.snowflake.local.load.pipe;

import dev.inverterflow.snowflake.local.ast.AlterAction;
import dev.inverterflow.snowflake.local.ast.CreateStatement.CreatePipe;
import dev.inverterflow.snowflake.local.ast.DdlStatement.Alter;
import dev.inverterflow.snowflake.local.ast.DdlStatement.Drop;
import dev.inverterflow.snowflake.local.ast.ObjectKind;
import dev.inverterflow.snowflake.local.ast.Property;
import dev.inverterflow.snowflake.local.ast.ShowKind;
import dev.inverterflow.snowflake.local.command.DdlCommand;
import dev.inverterflow.snowflake.local.command.ListCommand;
import dev.inverterflow.snowflake.local.command.PropertyTexts;
import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.execution.CommandRegistry;
import dev.inverterflow.snowflake.local.execution.CommandSet;
import dev.inverterflow.snowflake.local.execution.Result;
import dev.inverterflow.snowflake.local.execution.SchemaObjects;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import java.sql.SQLException;
import java.util.List;

/** CREATE, ALTER, DROP, SHOW and DESCRIBE of pipes. */
public final class PipeCommands implements CommandSet {
    private static final String DONE = "Statement executed successfully.";
    private static final String PAUSED = "PIPE_EXECUTION_PAUSED";

    private final PipeService pipes;
    private final PipeRules rules;
    private final PipeRefresh refresh;

    public PipeCommands(PipeService pipes, PipeRules rules, PipeRefresh refresh) {
        this.pipes = pipes;
        this.rules = rules;
        this.refresh = refresh;
    }

    @Override
    public void register(CommandRegistry.Builder registry) {
        registry.add(CreatePipe.class, DdlCommand.of(this::create))
                .alter(ObjectKind.PIPE, DdlCommand.of(this::alter))
                .drop(ObjectKind.PIPE, DdlCommand.of(this::drop))
                .show(
                        ShowKind.PIPES,
                        ListCommand.of(
                                PipeListing.COLUMNS,
                                (show, session) ->
                                        PipeListing.rows(SchemaObjects.shown(show, Pipe.KIND, session), pipes)))
                .describe(
                        ObjectKind.PIPE,
                        ListCommand.describing(
                                PipeListing.COLUMNS,
                                (describe, session) -> PipeListing.rows(
                                        List.of(SchemaObjects.require(
                                                Pipe.KIND,
                                                session.resolve(
                                                        describe.object().requireName()),
                                                session)),
                                        pipes)));
    }

    private Result create(CreatePipe statement, SessionContext session) {
        var pipe = rules.pipe(statement, session);
        return SchemaObjects.create(statement.mode(), Pipe.KIND, pipe.name(), session, () -> pipe, pipes::forget);
    }

    private Result alter(Alter statement, SessionContext session) throws SQLException {
        var name = session.resolve(statement.object().requireName());
        if (statement.ifExists()
                && session.catalog().objects(Pipe.KIND).find(name).isEmpty()) {
            return Result.status(DONE);
        }
        var pipe = SchemaObjects.require(Pipe.KIND, name, session);
        if (statement.action() instanceof AlterAction.Refresh wanted) {
            return refresh.run(pipe, wanted, session);
        }
        if (statement.action() instanceof AlterAction.SetProperties set) {
            set.properties().all().forEach(property -> set(pipe, property, set.properties(), session));
            pipes.wake();
            return Result.status(DONE);
        }
        if (statement.action() instanceof AlterAction.UnsetProperties unset) {
            unset.names().forEach(property -> unset(pipe, property, session));
            pipes.wake();
            return Result.status(DONE);
        }
        throw Errors.notSupported("ALTER PIPE … " + statement.action().words());
    }

    private static void unset(Pipe pipe, String property, SessionContext session) {
        var registry = session.catalog().objects(Pipe.KIND);
        switch (property) {
            case PAUSED -> {
                var state = PipeResume.checked(pipe, session.clock().instant());
                registry.update(pipe.name(), current -> current.withState(state));
            }
            case "COMMENT" -> registry.update(pipe.name(), current -> current.withComment(""));
            case "ERROR_INTEGRATION" -> registry.update(pipe.name(), current -> current.withErrorIntegration(null));
            default -> throw Errors.notSupported("ALTER PIPE … UNSET " + property);
        }
    }

    private static void set(Pipe pipe, Property property, Property.Properties all, SessionContext session) {
        var registry = session.catalog().objects(Pipe.KIND);
        switch (property.name()) {
            case PAUSED -> {
                boolean paused = all.flag(PAUSED).orElse(false);
                var now = session.clock().instant();
                var state = paused ? pipe.state().paused(now) : PipeResume.checked(pipe, now);
                registry.update(pipe.name(), current -> current.withState(state));
            }
            case "COMMENT" -> registry.update(pipe.name(), current -> current.withComment(PropertyTexts.comment(all)));
            case "ERROR_INTEGRATION" -> {
                var integration = PipeRules.errorIntegration(all, session);
                registry.update(pipe.name(), current -> current.withErrorIntegration(integration));
            }
            default -> throw Errors.notSupported("ALTER PIPE … SET " + property.name());
        }
    }

    private Result drop(Drop statement, SessionContext session) {
        return SchemaObjects.drop(statement, Pipe.KIND, session, pipes::forget);
    }
}
