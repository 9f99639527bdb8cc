package dev.inverterflow.snowflake.local.stream;

import dev.inverterflow.snowflake.local.ast.AlterAction;
import dev.inverterflow.snowflake.local.ast.CreateStatement.CreateStream;
import dev.inverterflow.snowflake.local.ast.DdlStatement.Alter;
import dev.inverterflow.snowflake.local.ast.DdlStatement.Drop;
import dev.inverterflow.snowflake.local.ast.Inspection.Describe;
import dev.inverterflow.snowflake.local.ast.Inspection.Show;
import dev.inverterflow.snowflake.local.ast.ObjectKind;
import dev.inverterflow.snowflake.local.ast.ShowKind;
import dev.inverterflow.snowflake.local.catalog.ObjectName;
import dev.inverterflow.snowflake.local.catalog.ObjectType;
import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.execution.CommandRegistry;
import dev.inverterflow.snowflake.local.execution.CommandSet;
import dev.inverterflow.snowflake.local.execution.Result;
import dev.inverterflow.snowflake.local.execution.SchemaObjects;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import dev.inverterflow.snowflake.local.execution.StatementCommand;
import java.sql.SQLException;
import java.util.List;

/** CREATE, ALTER, DROP, SHOW and DESCRIBE of streams. */
final class StreamCommands implements CommandSet {
    @Override
    public void register(CommandRegistry.Builder registry) {
        registry.add(CreateStream.class, new Create())
                .alter(ObjectKind.STREAM, new AlterStream())
                .drop(ObjectKind.STREAM, new DropStream())
                .show(ShowKind.STREAMS, new ShowStreams())
                .describe(ObjectKind.STREAM, new DescribeStream());
    }

    private static final class Create implements StatementCommand<CreateStream> {
        @Override
        public Result run(CreateStream statement, SessionContext session) throws SQLException {
            check(statement);
            var source = session.resolve(statement.source().requireName());
            var table = SchemaObjects.require(ObjectType.TABLE, source, session);
            var name = session.resolve(statement.name());
            long id = session.catalog().newId();
            var comment = statement.properties().text("COMMENT").orElse("");
            var result = SchemaObjects.create(
                    statement.mode(),
                    TableStream.KIND,
                    name,
                    session,
                    () -> new TableStream(
                            name,
                            id,
                            source,
                            table.id(),
                            session.role(),
                            session.clock().instant(),
                            comment),
                    replaced -> forget(replaced, session));
            // Behind the catalog entry: a commit after this one's snapshot then finds the stream and is numbered.
            if (session.catalog()
                    .objects(TableStream.KIND)
                    .find(name)
                    .filter(stream -> stream.id() == id)
                    .isPresent()) {
                ChangeLog.addOffset(session.connection(), id, session.clock().instant());
            }
            return result;
        }

        @Override
        public Effect effect(CreateStream statement) {
            return Effect.COMMITS_FIRST;
        }

        private static void check(CreateStream statement) {
            if (statement.source().kind() != ObjectKind.TABLE) {
                throw Errors.notSupported(
                        "a stream ON " + statement.source().kind().sql());
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
    }

    private static final class AlterStream implements StatementCommand<Alter> {
        @Override
        public Result run(Alter statement, SessionContext session) {
            ObjectName name = session.resolve(statement.object().requireName());
            var streams = session.catalog().objects(TableStream.KIND);
            if (statement.ifExists() && streams.find(name).isEmpty()) {
                return Result.status("Statement executed successfully.");
            }
            SchemaObjects.require(TableStream.KIND, name, session);
            if (statement.action() instanceof AlterAction.SetProperties set
                    && set.properties().all().stream()
                            .allMatch(property -> property.name().equals("COMMENT"))) {
                var comment = set.properties().text("COMMENT").orElse("");
                streams.update(name, stream -> stream.withComment(comment));
                return Result.status("Statement executed successfully.");
            }
            throw Errors.notSupported("this action of ALTER STREAM");
        }

        @Override
        public Effect effect(Alter statement) {
            return Effect.COMMITS_FIRST;
        }
    }

    private static final class DropStream implements StatementCommand<Drop> {
        @Override
        public Result run(Drop statement, SessionContext session) {
            return SchemaObjects.drop(statement, TableStream.KIND, session, dropped -> forget(dropped, session));
        }

        @Override
        public Effect effect(Drop statement) {
            return Effect.COMMITS_FIRST;
        }
    }

    private static final class ShowStreams implements StatementCommand<Show> {
        @Override
        public Result run(Show statement, SessionContext session) throws SQLException {
            return StreamListing.of(SchemaObjects.shown(statement, TableStream.KIND, session), session)
                    .show();
        }

        @Override
        public Result describe(Show statement, SessionContext session) throws SQLException {
            return StreamListing.of(List.of(), session).show();
        }
    }

    private static final class DescribeStream implements StatementCommand<Describe> {
        @Override
        public Result run(Describe statement, SessionContext session) throws SQLException {
            var name = session.resolve(statement.object().requireName());
            return StreamListing.of(List.of(SchemaObjects.require(TableStream.KIND, name, session)), session)
                    .describe();
        }

        @Override
        public Result describe(Describe statement, SessionContext session) throws SQLException {
            return StreamListing.of(List.of(), session).describe();
        }
    }

    private static void forget(TableStream stream, SessionContext session) {
        try {
            ChangeLog.removeOffset(session.connection(), stream.id());
        } catch (SQLException failure) {
            throw Errors.internal("the offset of stream " + stream.name() + " could not be removed", failure);
        }
    }
}
