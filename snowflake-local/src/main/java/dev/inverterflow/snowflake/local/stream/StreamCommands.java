package dev.inverterflow.snowflake.local.stream;

import dev.inverterflow.snowflake.local.ast.AlterAction;
import dev.inverterflow.snowflake.local.ast.CreateStatement.CreateStream;
import dev.inverterflow.snowflake.local.ast.DdlStatement.Alter;
import dev.inverterflow.snowflake.local.ast.DdlStatement.Drop;
import dev.inverterflow.snowflake.local.ast.Literal;
import dev.inverterflow.snowflake.local.ast.ObjectKind;
import dev.inverterflow.snowflake.local.ast.ShowKind;
import dev.inverterflow.snowflake.local.ast.TimeTravel;
import dev.inverterflow.snowflake.local.catalog.ObjectName;
import dev.inverterflow.snowflake.local.catalog.ObjectType;
import dev.inverterflow.snowflake.local.catalog.Table;
import dev.inverterflow.snowflake.local.command.DdlCommand;
import dev.inverterflow.snowflake.local.command.ListCommand;
import dev.inverterflow.snowflake.local.command.PropertyTexts;
import dev.inverterflow.snowflake.local.command.TerseColumn;
import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.execution.CommandRegistry;
import dev.inverterflow.snowflake.local.execution.CommandSet;
import dev.inverterflow.snowflake.local.execution.Names;
import dev.inverterflow.snowflake.local.execution.Result;
import dev.inverterflow.snowflake.local.execution.SchemaObjects;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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
                                List.of(
                                        TerseColumn.of("created_on"),
                                        TerseColumn.of("name"),
                                        TerseColumn.of("kind", "type"),
                                        TerseColumn.of("database_name"),
                                        TerseColumn.of("schema_name"),
                                        TerseColumn.of("tableOn", "table_name")),
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
        requireTracked(table, session);
        var stream = new TableStream(
                session.resolve(statement.name()),
                session.catalog().newId(),
                table.name(),
                table.id(),
                statement.properties().flag("APPEND_ONLY").orElse(false)
                        ? TableStream.Mode.APPEND_ONLY
                        : TableStream.Mode.STANDARD,
                statement.properties().flag("SHOW_INITIAL_ROWS").orElse(false)
                        ? TableStream.InitialRows.SHOWN
                        : TableStream.InitialRows.HIDDEN,
                session.role(),
                session.clock().instant(),
                PropertyTexts.comment(statement.properties()));
        var model = model(statement, stream, session);
        if (model != null) {
            // Before the stream it may replace is forgotten.
            ChangeLog.copyOffset(session.connection(), model.id(), stream.id());
        }
        try {
            return created(statement, stream, table, model, session);
        } finally {
            if (!isThere(stream, session)) {
                forget(stream, session);
            }
        }
    }

    private static Result created(
            CreateStream statement,
            TableStream stream,
            Table table,
            @Nullable TableStream model,
            SessionContext session)
            throws SQLException {
        StreamTables.prepare(stream, table, session);
        var result = SchemaObjects.create(
                statement.mode(),
                TableStream.KIND,
                stream.name(),
                session,
                () -> stream,
                replaced -> forget(replaced, session));
        // Behind the catalog entry: a commit after this one's snapshot then finds the stream and is numbered.
        if (model == null && isThere(stream, session)) {
            StreamTables.add(stream, table, session);
        }
        return result;
    }

    /** The first stream makes its table keep changes, which only the table's owner may want. */
    private static void requireTracked(Table table, SessionContext session) {
        boolean tracked = Boolean.parseBoolean(table.properties().get("CHANGE_TRACKING"))
                || session.catalog().objects(TableStream.KIND).all().stream()
                        .anyMatch(stream -> stream.tableId() == table.id());
        if (!tracked && !session.access().owns(table)) {
            throw Errors.insufficientPrivileges("table", table.name().name());
        }
    }

    private static boolean isThere(TableStream stream, SessionContext session) {
        return session.catalog().objects(TableStream.KIND).find(stream.name()).equals(Optional.of(stream));
    }

    /** The stream after AT (STREAM => …), whose offset the new one gets; null without it. */
    private static @Nullable TableStream model(CreateStream statement, TableStream stream, SessionContext session) {
        var at = statement.at();
        if (at == null) {
            return null;
        }
        if (at.reckoning() != TimeTravel.Reckoning.STREAM
                || at.edge() != TimeTravel.Edge.AT
                || !(at.value() instanceof Literal.StringLiteral name)) {
            throw Errors.notSupported("CREATE STREAM with AT or BEFORE anything but AT (STREAM => 'name')");
        }
        var model = stream(session.resolve(Names.parse(name.value())), session);
        if (model.tableId() != stream.tableId() || model.mode() != stream.mode()) {
            throw Errors.notSupported(
                    "CREATE STREAM with AT (STREAM => …) of a stream on another table or of another mode");
        }
        return model;
    }

    private static void check(CreateStream statement) {
        if (statement.source().kind() != ObjectKind.TABLE) {
            throw Errors.notSupported("a stream ON " + statement.source().kind().sql());
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
        if (statement.action() instanceof AlterAction.UnsetProperties unset
                && unset.names().stream().allMatch("COMMENT"::equals)) {
            streams.update(stream.name(), current -> current.withComment(""));
            return Result.status(DONE);
        }
        throw Errors.notSupported("ALTER STREAM … " + statement.action().words());
    }

    private static Result drop(Drop statement, SessionContext session) {
        return SchemaObjects.drop(statement, TableStream.KIND, session, dropped -> forget(dropped, session));
    }

    private static TableStream stream(ObjectName name, SessionContext session) {
        return SchemaObjects.require(TableStream.KIND, name, session);
    }

    private static void forget(TableStream stream, SessionContext session) {
        try {
            StreamTables.remove(stream, session.catalog(), session.connection());
        } catch (SQLException failure) {
            throw Errors.internal("the offset of stream " + stream.name() + " could not be removed", failure);
        }
    }
}
