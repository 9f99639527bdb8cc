package dev.inverterflow.snowflake.local.session;

import dev.inverterflow.snowflake.local.analysis.NamedValue;
import dev.inverterflow.snowflake.local.analysis.Origin;
import dev.inverterflow.snowflake.local.analysis.RelationCatalog;
import dev.inverterflow.snowflake.local.analysis.RelationColumn;
import dev.inverterflow.snowflake.local.analysis.RelationColumn.Visibility;
import dev.inverterflow.snowflake.local.analysis.RelationSource;
import dev.inverterflow.snowflake.local.analysis.TargetTable;
import dev.inverterflow.snowflake.local.analysis.UserFunction;
import dev.inverterflow.snowflake.local.analysis.UserTableFunction;
import dev.inverterflow.snowflake.local.ast.Identifier;
import dev.inverterflow.snowflake.local.ast.QualifiedName;
import dev.inverterflow.snowflake.local.ast.Relation.StageRelation;
import dev.inverterflow.snowflake.local.catalog.Access;
import dev.inverterflow.snowflake.local.catalog.Column;
import dev.inverterflow.snowflake.local.catalog.ObjectName;
import dev.inverterflow.snowflake.local.catalog.ObjectType;
import dev.inverterflow.snowflake.local.catalog.SchemaName;
import dev.inverterflow.snowflake.local.catalog.Table;
import dev.inverterflow.snowflake.local.catalog.View;
import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.execution.EngineNames;
import dev.inverterflow.snowflake.local.execution.RelationProvider;
import dev.inverterflow.snowflake.local.execution.SchemaObjects;
import dev.inverterflow.snowflake.local.execution.StatementGuard;
import dev.inverterflow.snowflake.local.type.SnowflakeType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What a session's queries can read: its temporary tables, the catalog's tables and views, and what packages bring. */
final class SessionRelations implements RelationCatalog {

    private final ServerSession session;
    private final Function<QualifiedName, ObjectName> names;
    private final List<RelationProvider> providers;

    private final StatementGuard guard;
    private final Supplier<Access> access;

    SessionRelations(ServerSession session, Names names, List<RelationProvider> providers, StatementGuard guard) {
        this(session, names::object, providers, guard, session::access);
    }

    /**
     * @param access what the reader may do: the session's roles, or inside a view its owner
     */
    private SessionRelations(
            ServerSession session,
            Function<QualifiedName, ObjectName> names,
            List<RelationProvider> providers,
            StatementGuard guard,
            Supplier<Access> access) {
        this.session = session;
        this.names = names;
        this.providers = providers;
        this.guard = guard;
        this.access = access;
    }

    @Override
    public RelationSource relation(QualifiedName name) {
        ObjectName full = names.apply(name);
        return Stream.<Function<ObjectName, Optional<? extends RelationSource>>>of(
                        this::temporaryTable, this::table, this::view, this::provided)
                .flatMap(place -> place.apply(full).stream())
                .findFirst()
                .map(source -> (RelationSource) source)
                .map(this::readable)
                .orElseThrow(() -> Errors.objectDoesNotExist(name.toString()));
    }

    private RelationSource readable(RelationSource source) {
        guard.checkRead(source.origin(), access.get(), session);
        return source;
    }

    @Override
    public RelationSource tableFunction(QualifiedName name, List<NamedValue> arguments) {
        return providers.stream()
                .flatMap(provider -> provider.tableFunction(name, arguments, session).stream())
                .findFirst()
                .orElseThrow(() -> Errors.unknownFunction(name.toString()));
    }

    @Override
    public Optional<UserTableFunction.Overloads> userTableFunction(QualifiedName name) {
        if (name.size() == 1 && session.schema().isEmpty()) {
            return Optional.empty();
        }
        ObjectName full = names.apply(name);
        return providers.stream()
                .flatMap(provider -> provider.userTableFunction(full, session).stream())
                .findFirst();
    }

    @Override
    public Optional<UserFunction> function(QualifiedName name, List<SnowflakeType> arguments) {
        // Without a current schema a plain name means no function of anybody's.
        if (name.size() == 1 && session.schema().isEmpty()) {
            return Optional.empty();
        }
        ObjectName full = names.apply(name);
        return providers.stream()
                .flatMap(provider -> provider.function(full, arguments, session).stream())
                .findFirst();
    }

    @Override
    public RelationSource stage(StageRelation stage) {
        return providers.stream()
                .flatMap(provider -> provider.stage(stage, session).stream())
                .findFirst()
                .map(this::readable)
                .orElseThrow(() -> Errors.notSupported("a query over files of this stage"));
    }

    @Override
    public Optional<String> sequence(QualifiedName name) {
        ObjectName full = names.apply(name);
        return SchemaObjects.find(ObjectType.SEQUENCE, full, session)
                .map(found -> SchemaObjects.requireUsable(ObjectType.SEQUENCE, full, session, "USAGE"))
                .map(EngineNames::sequence);
    }

    @Override
    public TargetTable target(QualifiedName name) {
        ObjectName full = names.apply(name);
        Optional<Table> temporary = session.temporaryTables().find(full);
        if (temporary.isPresent()) {
            return target(temporary.get(), EngineNames.temporaryTable(session.id(), full));
        }
        return session.catalog()
                .objects(ObjectType.TABLE)
                .find(full)
                .map(table -> target(table, EngineNames.table(full)))
                .or(() -> providers.stream()
                        .flatMap(provider -> provider.target(full).stream())
                        .findFirst())
                .orElseThrow(() -> refused(full, name));
    }

    private RuntimeException refused(ObjectName full, QualifiedName asWritten) {
        boolean otherKind = view(full).isPresent() || provided(full).isPresent();
        return otherKind ? Errors.notATable(asWritten.toString()) : Errors.objectDoesNotExist(asWritten.toString());
    }

    private Optional<RelationSource.Physical> temporaryTable(ObjectName name) {
        return session.temporaryTables()
                .find(name)
                .map(table -> physical(table, EngineNames.temporaryTable(session.id(), name)));
    }

    private Optional<RelationSource.Physical> table(ObjectName name) {
        return session.catalog()
                .objects(ObjectType.TABLE)
                .find(name)
                .map(table -> physical(table, EngineNames.table(name)));
    }

    private Optional<RelationSource.ViewSource> view(ObjectName name) {
        return SchemaObjects.find(ObjectType.VIEW, name, session).map(this::source);
    }

    private Optional<RelationSource> provided(ObjectName name) {
        return providers.stream()
                .flatMap(provider -> provider.relation(name, session).stream())
                .findFirst();
    }

    private RelationSource.ViewSource source(View view) {
        SchemaName home = view.name().schemaName();
        RelationCatalog scope = new SessionRelations(
                session,
                name -> complete(name, home),
                providers,
                guard,
                () -> session.catalog().access(Set.of(view.owner())));
        return new RelationSource.ViewSource(
                columns(view.columns()), view.query(), scope, origin(Origin.Kind.VIEW, view.name()), view.labels());
    }

    // Names in a view mean what they meant where the view was made, wherever it is used.
    private static ObjectName complete(QualifiedName name, SchemaName home) {
        List<String> parts = name.parts().stream().map(Identifier::name).toList();
        return switch (parts.size()) {
            case 1 -> home.object(parts.get(0));
            case 2 -> new ObjectName(home.database(), parts.get(0), parts.get(1));
            default -> new ObjectName(parts.get(0), parts.get(1), parts.get(2));
        };
    }

    private static RelationSource.Physical physical(Table table, String engineName) {
        return new RelationSource.Physical(
                columns(table.columns()), engineName, origin(Origin.Kind.TABLE, table.name()));
    }

    private static TargetTable target(Table table, String engineName) {
        List<TargetTable.Column> columns = table.columns().stream()
                .map(column -> new TargetTable.Column(
                        column.name(),
                        column.type(),
                        column.nullable(),
                        column.defaultValue(),
                        column.identity() == null ? null : column.identity().sequence()))
                .toList();
        return new TargetTable(columns, engineName, origin(Origin.Kind.TABLE, table.name()));
    }

    private static List<RelationColumn> columns(List<Column> columns) {
        return columns.stream()
                .map(column -> new RelationColumn(column.name(), column.type(), column.nullable(), Visibility.LISTED))
                .toList();
    }

    private static Origin origin(Origin.Kind kind, ObjectName name) {
        return new Origin(kind, name.database(), name.schema(), name.name());
    }
}
