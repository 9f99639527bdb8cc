package dev.inverterflow.snowflake.local.stream;

import dev.inverterflow.snowflake.local.ast.AlterAction;
import dev.inverterflow.snowflake.local.ast.CreateStatement.CreateStream;
import dev.inverterflow.snowflake.local.ast.DdlStatement.Alter;
import dev.inverterflow.snowflake.local.ast.DdlStatement.Drop;
import dev.inverterflow.snowflake.local.ast.ObjectKind;
import dev.inverterflow.snowflake.local.ast.ShowKind;
import dev.inverterflow.snowflake.local.catalog.ObjectName;
import dev.inverterflow.snowflake.local.catalog.ObjectType;
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
import java.util.Optional;

/** CREATE, ALTER, DROP, SHOW and DESCRIBE of streams. */
final class StreamCommands implements CommandSet {
    private static final String DONE = "Statement executed successfully.";

    @Override
    public void register(CommandRegistry.Builder registry) {
        registry.add(CreateStream.class, DdlCommand.of(StreamCommands::create))
                .alter(ObjectKind.STREAM, DdlCommand.of(StreamCommands::alter))
                .drop(ObjectKind.STREAM, DdlCommand.of(StreamCommands::drop))
                .show(
                        ShowKind.STREAMS,
                        ListCommand.of(
                                StreamListing.COLUMNS,
                                (show, session) -> StreamListing.rows(
                                        SchemaObjects.shown(show, TableStream.KIND, session), session)))
                .describe(
                        ObjectKind.STREAM,
                        ListCommand.describing(
                                StreamListing.COLUMNS,
                                (describe, session) -> StreamListing.rows(
                                        List.of(stream(
                                                session.resolve(
                                                        describe.object().requireName()),
                                                session)),
                                        session)));
    }

    private static Result create(CreateStream statement, SessionContext session) throws SQLException {
        check(statement);
        var source = session.resolve(statement.source().requireName());
        var table = SchemaObjects.require(ObjectType.TABLE, source, session);
        var stream = new TableStream(
                session.resolve(statement.name()),
                session.catalog().newId(),
                source,
                table.id(),
                session.role(),
                session.clock().instant(),
                PropertyTexts.comment(statement.properties()));
        var result = SchemaObjects.create(
                statement.mode(),
                TableStream.KIND,
                stream.name(),
                session,
                () -> stream,
                replaced -> forget(replaced, session));
        // Behind the catalog entry: a commit after this one's snapshot then finds the stream and is numbered.
        if (session.catalog().objects(TableStream.KIND).find(stream.name()).equals(Optional.of(stream))) {
            ChangeLog.addOffset(session.connection(), stream.id(), stream.createdOn());
        }
        return result;
    }

    private static void check(CreateStream statement) {
        if (statement.source().kind() != ObjectKind.TABLE) {
            throw Errors.notSupported("a stream ON " + statement.source().kind().sql());
        }
        if (statement.at() != null) {
            throw Errors.notSupported("CREATE STREAM with AT or BEFORE");
        }
        if (statement.properties().flag("SHOW_INITIAL_ROWS").orElse(false)) {
            throw Errors.notSupported("CREATE STREAM with SHOW_INITIAL_ROWS = TRUE");
        }
        if (!statement.properties().flag("APPEND_ONLY").orElse(false)) {
            throw Errors.notSupported("a standard stream; only APPEND_ONLY = TRUE is");
        }
    }

    private static Result alter(Alter statement, SessionContext session) {
        var name = session.resolve(statement.object().requireName());
        var streams = session.catalog().objects(TableStream.KIND);
        if (statement.ifExists() && streams.find(name).isEmpty()) {
            return Result.status(DONE);
        }
        var stream = stream(name, session);
        if (statement.action() instanceof AlterAction.SetProperties set
                && set.properties().all().stream()
                        .allMatch(property -> property.name().equals("COMMENT"))) {
            streams.update(stream.name(), current -> current.withComment(PropertyTexts.comment(set.properties())));
            return Result.status(DONE);
        }
        throw Errors.notSupported("this action of ALTER STREAM");
    }

    private static Result drop(Drop statement, SessionContext session) {
        return SchemaObjects.drop(statement, TableStream.KIND, session, dropped -> forget(dropped, session));
    }

    private static TableStream stream(ObjectName name, SessionContext session) {
        return SchemaObjects.require(TableStream.KIND, name, session);
    }

    private static void forget(TableStream stream, SessionContext session) {
        try {
            ChangeLog.removeOffset(session.connection(), stream.id());
        } catch (SQLException failure) {
            throw Errors.internal("the offset of stream " + stream.name() + " could not be removed", failure);
        }
    }
}
