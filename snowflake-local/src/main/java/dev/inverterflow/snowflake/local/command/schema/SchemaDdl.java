package dev.inverterflow.snowflake.local.command.schema;

import dev.inverterflow.snowflake.local.ast.AlterAction;
import dev.inverterflow.snowflake.local.ast.CreateMode;
import dev.inverterflow.snowflake.local.ast.CreateStatement.CreateSchema;
import dev.inverterflow.snowflake.local.ast.DdlStatement.Alter;
import dev.inverterflow.snowflake.local.ast.DdlStatement.Drop;
import dev.inverterflow.snowflake.local.ast.Inspection.Show;
import dev.inverterflow.snowflake.local.ast.Inspection.ShowScope;
import dev.inverterflow.snowflake.local.catalog.AccountType;
import dev.inverterflow.snowflake.local.catalog.Catalog;
import dev.inverterflow.snowflake.local.catalog.Database;
import dev.inverterflow.snowflake.local.catalog.Schema;
import dev.inverterflow.snowflake.local.catalog.SchemaName;
import dev.inverterflow.snowflake.local.command.PropertyTexts;
import dev.inverterflow.snowflake.local.command.Shown;
import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.execution.EngineNames;
import dev.inverterflow.snowflake.local.execution.Result;
import dev.inverterflow.snowflake.local.execution.ResultColumn;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
            ResultColumn.text("retention_time"));

    private static final String RETENTION = "DATA_RETENTION_TIME_IN_DAYS";

    Result create(CreateSchema statement, SessionContext session) throws SQLException {
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
        Schema old = session.catalog().schema(name).orElseThrow(Errors::containerDoesNotExist);
        Map<String, String> properties = new HashMap<>(old.properties());
        String comment = old.comment();
        if (statement.action() instanceof AlterAction.SetProperties set) {
            properties.putAll(PropertyTexts.of(set.properties(), Set.of()));
            comment = set.properties().text("COMMENT").orElse(comment);
        } else if (statement.action() instanceof AlterAction.UnsetProperties unset) {
            unset.names().forEach(properties::remove);
            comment = unset.names().contains("COMMENT") ? "" : comment;
        } else {
            throw Errors.notSupported("this ALTER SCHEMA");
        }
        session.catalog().putSchema(new Schema(name, properties, old.owner(), old.createdOn(), comment));
        return Result.status("Statement executed successfully.");
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
            EngineDdl.run(session, List.of("DROP SCHEMA " + EngineNames.schema(name) + " CASCADE"));
            catalog.removeSchema(name);
        } finally {
            catalog.ddlLock().unlock();
        }
        session.leaveSchema(name);
        return Result.status(name.schema() + " successfully dropped.");
    }

    List<List<@Nullable String>> show(Show statement, SessionContext session) {
        return Shown.filter(
                        statement,
                        schemas(statement, session),
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
                        "",
                        schema.properties().getOrDefault(RETENTION, "1")))
                .toList();
    }

    private static List<Schema> schemas(Show statement, SessionContext session) {
        ShowScope scope = statement.scope();
        if (scope != null && scope.name() != null) {
            String database = scope.name().last().name();
            if (session.catalog().account(AccountType.DATABASE).find(database).isEmpty()) {
                throw Errors.containerDoesNotExist();
            }
            return session.catalog().schemas(database);
        }
        if (scope == null && session.database().isPresent()) {
            return session.catalog().schemas(session.database().get());
        }
        List<Schema> all = new ArrayList<>();
        for (Database database : session.catalog().account(AccountType.DATABASE).all()) {
            all.addAll(session.catalog().schemas(database.name()));
        }
        return all;
    }

    private static void replace(CreateSchema statement, SchemaName name, boolean exists, SessionContext session)
            throws SQLException {
        List<String> ddl = new ArrayList<>();
        if (exists) {
            ddl.add("DROP SCHEMA " + EngineNames.schema(name) + " CASCADE");
        }
        ddl.add("CREATE SCHEMA " + EngineNames.schema(name));
        EngineDdl.run(session, ddl);
        session.catalog().removeSchema(name);
        session.catalog()
                .putSchema(new Schema(
                        name,
                        PropertyTexts.of(statement.properties(), Set.of()),
                        session.role(),
                        session.clock().instant(),
                        PropertyTexts.comment(statement.properties())));
    }
}
