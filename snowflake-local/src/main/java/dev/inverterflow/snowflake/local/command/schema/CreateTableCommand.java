package dev.inverterflow.snowflake.local.command.schema;

import dev.inverterflow.snowflake.local.analysis.Origin;
import dev.inverterflow.snowflake.local.analysis.TargetTable;
import dev.inverterflow.snowflake.local.analysis.tree.ResultColumn;
import dev.inverterflow.snowflake.local.analysis.tree.TypedQuery;
import dev.inverterflow.snowflake.local.ast.ColumnDefinition;
import dev.inverterflow.snowflake.local.ast.CreateMode;
import dev.inverterflow.snowflake.local.ast.CreateStatement.CreateTable;
import dev.inverterflow.snowflake.local.ast.Expression;
import dev.inverterflow.snowflake.local.ast.TableSource;
import dev.inverterflow.snowflake.local.ast.TypeName;
import dev.inverterflow.snowflake.local.catalog.Catalog;
import dev.inverterflow.snowflake.local.catalog.Column;
import dev.inverterflow.snowflake.local.catalog.Constraint;
import dev.inverterflow.snowflake.local.catalog.Durability;
import dev.inverterflow.snowflake.local.catalog.Identifiers;
import dev.inverterflow.snowflake.local.catalog.ObjectName;
import dev.inverterflow.snowflake.local.catalog.ObjectType;
import dev.inverterflow.snowflake.local.catalog.Table;
import dev.inverterflow.snowflake.local.command.PropertyTexts;
import dev.inverterflow.snowflake.local.command.Shown;
import dev.inverterflow.snowflake.local.command.query.Compiler;
import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.error.SnowflakeException;
import dev.inverterflow.snowflake.local.execution.EngineNames;
import dev.inverterflow.snowflake.local.execution.HiddenColumns;
import dev.inverterflow.snowflake.local.execution.Result;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import dev.inverterflow.snowflake.local.execution.StatementCommand;
import dev.inverterflow.snowflake.local.execution.TemporaryObjects;
import dev.inverterflow.snowflake.local.type.SnowflakeType;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** CREATE TABLE, plain, AS a query, LIKE or CLONE of another. */
final class CreateTableCommand implements StatementCommand<CreateTable> {

    @Override
    public Effect effect(CreateTable statement) {
        return Effect.COMMITS_FIRST;
    }

    @Override
    public Result run(CreateTable statement, SessionContext session) throws SQLException {
        Table.Kind kind = kind(statement, session);
        TablePlace place = TablePlace.forNew(statement.name(), kind, session);
        TemporaryObjects.requireAllowed(statement.persistence(), "TABLE", place.name(), session);
        Catalog catalog = session.catalog();
        catalog.ddlLock().lock();
        try {
            if (catalog.schema(place.name().schemaName()).isEmpty()) {
                throw Errors.objectDoesNotExist(
                        "Schema", place.name().schemaName().toString());
            }
            boolean exists = place.find().isPresent();
            if (exists && statement.mode() == CreateMode.IF_NOT_EXISTS) {
                return Result.status(place.name().name() + " already exists, statement succeeded.");
            }
            requireFree(statement, place, exists, session);
            create(statement, place, kind, session);
        } finally {
            catalog.ddlLock().unlock();
        }
        return Result.status("Table " + place.name().name() + " successfully created.");
    }

    private static void requireFree(CreateTable statement, TablePlace place, boolean exists, SessionContext session) {
        if (statement.mode() == CreateMode.OR_ALTER) {
            throw Errors.notSupported("CREATE OR ALTER TABLE");
        }
        boolean view =
                session.catalog().objects(ObjectType.VIEW).find(place.name()).isPresent();
        boolean taken = exists && statement.mode() == CreateMode.CREATE;
        if (view && !statement.persistence().isTemporary() || taken) {
            throw view && statement.mode() == CreateMode.OR_REPLACE
                    ? Errors.alreadyExistsAs(place.name().toString(), "VIEW")
                    : Errors.alreadyExists(place.name().toString());
        }
        String folded = place.name().name().toLowerCase(Locale.ROOT);
        boolean twin = place.tables().in(place.name().schemaName()).stream()
                .map(table -> table.name().name())
                .anyMatch(name -> name.toLowerCase(Locale.ROOT).equals(folded)
                        && !name.equals(place.name().name()));
        if (twin) {
            throw Errors.notSupported("tables whose names differ only in case: " + place.name());
        }
    }

    private static void create(CreateTable statement, TablePlace place, Table.Kind kind, SessionContext session)
            throws SQLException {
        long id = session.catalog().newId();
        Plan plan = plan(statement, place, id, session);
        List<String> ddl = new ArrayList<>();
        if (kind == Table.Kind.TEMPORARY) {
            ddl.add("CREATE SCHEMA IF NOT EXISTS " + EngineNames.temporarySchema(session.id()));
        }
        ddl.addAll(TableColumns.sequences(plan.columns()));
        ddl.addAll(plan.ddl());
        if (statement.source() instanceof TableSource.Clone clone) {
            List<Column> originals =
                    TablePlace.of(clone.table(), session).require().columns();
            ddl.addAll(TableColumns.continued(originals, plan.columns(), session));
        }
        place.find().ifPresent(replaced -> ddl.addAll(TableColumns.droppedSequences(replaced.columns())));
        place.beforeDrop(session);
        EngineDdl.run(session, ddl);
        place.tables()
                .put(new Table(
                        place.name(),
                        id,
                        kind,
                        plan.columns(),
                        plan.constraints(),
                        plan.clusterBy(),
                        ContainerProperties.of(statement.properties()),
                        session.role(),
                        session.clock().instant(),
                        PropertyTexts.comment(statement.properties())));
    }

    /** What is to be made. */
    private record Plan(List<Column> columns, List<Constraint> constraints, String clusterBy, List<String> ddl) {}

    private static Plan plan(CreateTable statement, TablePlace place, long id, SessionContext session) {
        TableSource source = statement.source();
        if (source == null) {
            List<Column> columns =
                    TableColumns.of(statement.columns(), place.name().schemaName(), id, session);
            List<Constraint> keys = TableConstraints.of(
                    place.name().name(), statement.columns(), statement.constraints(), columns, session);
            return new Plan(
                    columns,
                    keys,
                    ClusterKeys.checked(statement.clusterBy(), columns, session),
                    List.of(TableColumns.engineTable(place.engineName(), columns)));
        }
        return source.accept(new TableSource.Visitor<>() {
            @Override
            public Plan visitAsQuery(TableSource.AsQuery query) {
                return fromQuery(statement, query, place, session);
            }

            @Override
            public Plan visitLike(TableSource.Like like) {
                Table original = TablePlace.of(like.table(), session).require();
                List<Column> columns =
                        TableColumns.copied(original.columns(), place.name().schemaName(), id);
                return new Plan(
                        columns,
                        original.constraints(),
                        original.clusterBy(),
                        List.of(TableColumns.engineTable(place.engineName(), columns)));
            }

            @Override
            public Plan visitClone(TableSource.Clone clone) {
                return cloned(clone, place, id, session);
            }
        });
    }

    private static Plan fromQuery(
            CreateTable statement, TableSource.AsQuery query, TablePlace place, SessionContext session) {
        Compiler compiler = Compiler.of(session);
        TypedQuery typed = compiler.analyze(query.query());
        refuseStreams(compiler);
        if (statement.columns().isEmpty()) {
            NamedColumns.require(query.query());
        }
        // Snowpark's own suite writes NULL into a table made from VALUES without any.
        List<Column> columns = columns(statement.columns(), typed.columns(), session).stream()
                .map(column -> column.withNullable(
                        column.nullable() || statement.columns().isEmpty() && compiler.readsValues()))
                .toList();
        List<String> ddl = new ArrayList<>();
        if (statement.columns().stream().anyMatch(column -> column.type() != null)) {
            ddl.add(TableColumns.engineTable(place.engineName(), columns));
            ddl.addAll(filling(columns, query, place, session));
        } else {
            ddl.add("CREATE OR REPLACE TABLE " + place.engineName() + " AS SELECT " + selected(columns, typed.columns())
                    + " FROM (" + compiler.emit(typed).text() + ")");
            ddl.addAll(afterwards(place, columns));
        }
        List<Constraint> keys = TableConstraints.of(
                place.name().name(), statement.columns(), statement.constraints(), columns, session);
        return new Plan(columns, keys, ClusterKeys.checked(statement.clusterBy(), columns, session), ddl);
    }

    /** The rows go into columns of declared types as INSERT puts them there, or not at all. */
    private static List<String> filling(
            List<Column> columns, TableSource.AsQuery query, TablePlace place, SessionContext session) {
        Compiler compiler = Compiler.of(session);
        List<TargetTable.Column> targets = columns.stream()
                .map(column -> new TargetTable.Column(column.name(), column.type(), column.nullable(), null, null))
                .toList();
        ObjectName name = place.name();
        Origin origin = new Origin(Origin.Kind.TABLE, name.database(), name.schema(), name.name());
        TargetTable target = new TargetTable(targets, place.engineName(), origin);
        return compiler.emit(compiler.filling(target, query.query())).statements();
    }

    // DDL runs outside of the transactions in which offsets move.
    private static void refuseStreams(Compiler compiler) {
        if (compiler.origins().stream().anyMatch(origin -> origin.kind() == Origin.Kind.STREAM)) {
            throw Errors.notSupported("CREATE TABLE … AS SELECT from a stream");
        }
    }

    private static Plan cloned(TableSource.Clone clone, TablePlace place, long id, SessionContext session) {
        if (clone.at() != null) {
            throw Errors.notSupported("CLONE … AT a past moment");
        }
        TablePlace from = TablePlace.of(clone.table(), session);
        List<Column> columns =
                TableColumns.copied(from.require().columns(), place.name().schemaName(), id);
        String names =
                columns.stream().map(column -> Identifiers.quote(column.name())).collect(Collectors.joining(", "));
        List<String> ddl = new ArrayList<>();
        ddl.add("CREATE OR REPLACE TABLE " + place.engineName() + " AS SELECT " + names + " FROM " + from.engineName());
        ddl.addAll(afterwards(place, columns));
        return new Plan(columns, from.require().constraints(), from.require().clusterBy(), ddl);
    }

    /** What a table made from a query lacks: NOT NULL and the hidden column. */
    private static List<String> afterwards(TablePlace place, List<Column> columns) {
        List<String> ddl = new ArrayList<>();
        for (Column column : columns) {
            if (!column.nullable()) {
                ddl.add("ALTER TABLE " + place.engineName() + " ALTER COLUMN " + Identifiers.quote(column.name())
                        + " SET NOT NULL");
            }
        }
        ddl.add("ALTER TABLE " + place.engineName() + " ADD COLUMN " + HiddenColumns.definition());
        return ddl;
    }

    private static String selected(List<Column> columns, List<ResultColumn> from) {
        List<String> items = new ArrayList<>();
        for (int index = 0; index < columns.size(); index++) {
            Column column = columns.get(index);
            items.add("CAST(" + Identifiers.quote(from.get(index).duckName()) + " AS "
                    + column.type().duckType() + ") AS " + Identifiers.quote(column.name()));
        }
        return String.join(", ", items);
    }

    private static List<Column> columns(
            List<ColumnDefinition> declared, List<ResultColumn> typed, SessionContext session) {
        if (!declared.isEmpty() && declared.size() != typed.size()) {
            throw new SnowflakeException(2026, "42601", "SQL compilation error:\nInvalid column definition list");
        }
        List<Column> columns = new ArrayList<>();
        for (int index = 0; index < typed.size(); index++) {
            ResultColumn from = typed.get(index);
            columns.add(declared.isEmpty() ? inferred(from) : declared(declared.get(index), from, session));
        }
        TableColumns.requireDistinct(columns);
        return columns;
    }

    private static Column inferred(ResultColumn from) {
        return new Column(from.label(), CreatedType.of(from.type()), from.nullable(), null, null, "");
    }

    private static Column declared(ColumnDefinition definition, ResultColumn from, SessionContext session) {
        @Nullable TypeName written = definition.type();
        SnowflakeType type =
                written == null ? CreatedType.of(from.type()) : Shown.type(written, definition.collation());
        String name = definition.name().name();
        @Nullable Expression defaultValue = definition.defaultValue();
        return new Column(
                name,
                type,
                !definition.notNull(),
                defaultValue == null ? null : TableColumns.checkedDefault(defaultValue, name, type, session),
                null,
                definition.comment() == null ? "" : definition.comment());
    }

    private static Table.Kind kind(CreateTable statement, SessionContext session) {
        return switch (statement.persistence()) {
            case PERMANENT -> inTransientSchema(statement, session) ? Table.Kind.TRANSIENT : Table.Kind.PERMANENT;
            case TRANSIENT -> Table.Kind.TRANSIENT;
            case TEMPORARY, SCOPED -> Table.Kind.TEMPORARY;
        };
    }

    private static boolean inTransientSchema(CreateTable statement, SessionContext session) {
        return session.catalog()
                .schema(session.resolve(statement.name()).schemaName())
                .filter(schema -> schema.durability() == Durability.TRANSIENT)
                .isPresent();
    }
}
