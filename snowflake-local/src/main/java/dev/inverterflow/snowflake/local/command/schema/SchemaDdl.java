package dev.inverterflow.snowflake.local.command.schema;

import dev.inverterflow.snowflake.local.ast.CreateMode;
import dev.inverterflow.snowflake.local.ast.CreateStatement.CreateSchema;
import dev.inverterflow.snowflake.local.ast.DdlStatement.Alter;
import dev.inverterflow.snowflake.local.ast.DdlStatement.Drop;
import dev.inverterflow.snowflake.local.ast.Inspection.Describe;
import dev.inverterflow.snowflake.local.ast.Inspection.Show;
import dev.inverterflow.snowflake.local.ast.Inspection.ShowScope;
import dev.inverterflow.snowflake.local.catalog.AccountType;
import dev.inverterflow.snowflake.local.catalog.Catalog;
import dev.inverterflow.snowflake.local.catalog.Database;
import dev.inverterflow.snowflake.local.catalog.Durability;
import dev.inverterflow.snowflake.local.catalog.ObjectType;
import dev.inverterflow.snowflake.local.catalog.Schema;
import dev.inverterflow.snowflake.local.catalog.SchemaName;
import dev.inverterflow.snowflake.local.command.PropertyTexts;
import dev.inverterflow.snowflake.local.command.Shown;
import dev.inverterflow.snowflake.local.command.ViewsSchema;
import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.execution.EngineNames;
import dev.inverterflow.snowflake.local.execution.Result;
import dev.inverterflow.snowflake.local.execution.ResultColumn;
import dev.inverterflow.snowflake.local.execution.SchemaObjects;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Schemas. A new one becomes the current one. */
final class SchemaDdl {

    static final List<ResultColumn> COLUMNS = List.of(
            Shown.time("created_on"),
            ResultColumn.text("name"),
            ResultColumn.text("is_default"),
            ResultColumn.text("is_current"),
            ResultColumn.text("database_name"),
            ResultColumn.text("owner"),
            ResultColumn.text("comment"),
            ResultColumn.text("options"),
            ResultColumn.text("retention_time"),
            ResultColumn.text("owner_role_type"),
            ResultColumn.text("object_visibility"),
            ResultColumn.text("is_nested"));

    private final SchemaContents contents;

    SchemaDdl(SchemaContents contents) {
        this.contents = contents;
    }

    Result create(CreateSchema statement, SessionContext session) throws SQLException {
        if (statement.managedAccess()) {
            throw Errors.notSupported("CREATE SCHEMA … WITH MANAGED ACCESS");
        }
        SchemaName name = session.resolveSchema(statement.name());
        Catalog catalog = session.catalog();
        catalog.ddlLock().lock();
        try {
            if (catalog.account(AccountType.DATABASE).find(name.database()).isEmpty()) {
                throw Errors.objectDoesNotExist("Database", name.database());
            }
            boolean exists = catalog.schema(name).isPresent();
            if (exists && statement.mode() == CreateMode.IF_NOT_EXISTS) {
                return Result.status(name.schema() + " already exists, statement succeeded.");
            }
            if (exists && statement.mode() == CreateMode.CREATE) {
                throw Errors.alreadyExists(name.toString());
            }
            if (statement.mode() == CreateMode.OR_ALTER) {
                throw Errors.notSupported("CREATE OR ALTER SCHEMA");
            }
            replace(statement, name, exists, session);
        } finally {
            catalog.ddlLock().unlock();
        }
        session.useSchema(name);
        return Result.status("Schema " + name.schema() + " successfully created.");
    }

    Result alter(Alter statement, SessionContext session) {
        SchemaName name = session.resolveSchema(statement.object().requireName());
        Optional<Schema> found = session.catalog().schema(name);
        if (found.isEmpty() && statement.ifExists()) {
            return SchemaObjects.altered();
        }
        Schema old = found.orElseThrow(Errors::containerDoesNotExist);
        session.catalog()
                .putSchema(old.withProperties(ContainerProperties.after(statement.action(), old.properties(), "SCHEMA"))
                        .withComment(ContainerProperties.commentAfter(statement.action(), old.comment())));
        return SchemaObjects.altered();
    }

    /** What is in a schema, as DESCRIBE SCHEMA lists it. */
    List<List<@Nullable String>> describe(Describe statement, SessionContext session) {
        SchemaName name = session.resolveSchema(statement.object().requireName());
        if (session.catalog().schema(name).isEmpty()) {
            throw Errors.containerDoesNotExist();
        }
        List<List<@Nullable String>> rows = new ArrayList<>();
        for (ObjectType<?> type : session.catalog().objectTypes()) {
            session.catalog()
                    .objects(type)
                    .in(name)
                    .forEach(object -> rows.add(Result.row(
                            Shown.time(object.createdOn()), object.name().name(), type.label())));
        }
        return rows;
    }

    Result drop(Drop statement, SessionContext session) throws SQLException {
        SchemaName name = session.resolveSchema(statement.object().requireName());
        Catalog catalog = session.catalog();
        catalog.ddlLock().lock();
        try {
            if (catalog.schema(name).isEmpty()) {
                if (statement.ifExists()) {
                    return Result.status(
                            "Drop statement executed successfully (" + name.schema() + " already dropped).");
                }
                throw Errors.containerDoesNotExist();
            }
            contents.drop(name, List.of(), session);
        } finally {
            catalog.ddlLock().unlock();
        }
        session.leaveSchema(name);
        return Result.status(name.schema() + " successfully dropped.");
    }

    List<List<@Nullable String>> show(Show statement, SessionContext session) {
        return Shown.filter(
                        statement,
                        schemas(statement, session).stream()
                                .filter(schema -> ViewsSchema.isOne(schema)
                                        || session.access()
                                                .sees(
                                                        schema,
                                                        "SCHEMA",
                                                        schema.name().toString()))
                                .toList(),
                        schema -> schema.name().schema())
                .stream()
                .map(schema -> Result.row(
                        Shown.time(schema.createdOn()),
                        schema.name().schema(),
                        "N",
                        Shown.yesNo(
                                session.schema().filter(schema.name()::equals).isPresent()),
                        schema.name().database(),
                        schema.owner(),
                        schema.comment(),
                        schema.durability().option(),
                        schema.properties().getOrDefault(ContainerProperties.RETENTION, "1"),
                        ViewsSchema.isOne(schema) ? "" : "ROLE",
                        null,
                        "N"))
                .toList();
    }

    private static List<Schema> schemas(Show statement, SessionContext session) {
        ShowScope scope = statement.scope();
        if (scope != null && scope.name() != null) {
            String database = scope.name().last().name();
            if (session.catalog().account(AccountType.DATABASE).find(database).isEmpty()) {
                throw Errors.containerDoesNotExist();
            }
            return ViewsSchema.among(database, session);
        }
        if (scope == null && session.database().isPresent()) {
            return ViewsSchema.among(session.database().get(), session);
        }
        List<Schema> all = new ArrayList<>();
        for (Database database : session.catalog().account(AccountType.DATABASE).all()) {
            all.addAll(ViewsSchema.among(database.name(), session));
        }
        return all;
    }

    private static Durability durability(CreateSchema statement, SchemaName name, SessionContext session) {
        boolean inTransient = session.catalog()
                .account(AccountType.DATABASE)
                .find(name.database())
                .filter(database -> database.durability() == Durability.TRANSIENT)
                .isPresent();
        return inTransient ? Durability.TRANSIENT : DatabaseDdl.durability(statement.persistence());
    }

    private void replace(CreateSchema statement, SchemaName name, boolean exists, SessionContext session)
            throws SQLException {
        Map<String, String> properties = ContainerProperties.of(statement.properties());
        String create = "CREATE SCHEMA " + EngineNames.schema(name);
        if (exists) {
            contents.drop(name, List.of(create), session);
        } else {
            EngineDdl.run(session, List.of(create));
        }
        session.catalog()
                .putSchema(new Schema(
                        name,
                        durability(statement, name, session),
                        properties,
                        session.role(),
                        session.clock().instant(),
                        PropertyTexts.comment(statement.properties())));
    }
}
