package dev.inverterflow.snowflake.local.command.schema;

import dev.inverterflow.snowflake.local.ast.CreateMode;
import dev.inverterflow.snowflake.local.ast.CreateStatement.CreateDatabase;
import dev.inverterflow.snowflake.local.ast.DdlStatement.Alter;
import dev.inverterflow.snowflake.local.ast.DdlStatement.Drop;
import dev.inverterflow.snowflake.local.ast.Inspection.Describe;
import dev.inverterflow.snowflake.local.ast.Inspection.Show;
import dev.inverterflow.snowflake.local.ast.Persistence;
import dev.inverterflow.snowflake.local.ast.QualifiedName;
import dev.inverterflow.snowflake.local.catalog.AccountRegistry;
import dev.inverterflow.snowflake.local.catalog.AccountType;
import dev.inverterflow.snowflake.local.catalog.Database;
import dev.inverterflow.snowflake.local.catalog.Durability;
import dev.inverterflow.snowflake.local.catalog.Schema;
import dev.inverterflow.snowflake.local.catalog.SchemaName;
import dev.inverterflow.snowflake.local.command.PropertyTexts;
import dev.inverterflow.snowflake.local.command.Shown;
import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.execution.EngineNames;
import dev.inverterflow.snowflake.local.execution.Result;
import dev.inverterflow.snowflake.local.execution.ResultColumn;
import dev.inverterflow.snowflake.local.execution.SchemaObjects;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Databases. A new one has the schema PUBLIC and becomes the current one. */
final class DatabaseDdl {

    static final List<ResultColumn> COLUMNS = List.of(
            Shown.time("created_on"),
            ResultColumn.text("name"),
            ResultColumn.text("is_default"),
            ResultColumn.text("is_current"),
            ResultColumn.text("origin"),
            ResultColumn.text("owner"),
            ResultColumn.text("comment"),
            ResultColumn.text("options"),
            ResultColumn.text("retention_time"),
            ResultColumn.text("kind"),
            ResultColumn.text("owner_role_type"),
            ResultColumn.text("object_visibility"),
            ResultColumn.text("data_quality_monitoring_settings"),
            ResultColumn.text("resharing_settings"));

    /** What DESCRIBE DATABASE and DESCRIBE SCHEMA answer. */
    static final List<ResultColumn> CONTENTS =
            List.of(Shown.time("created_on"), ResultColumn.text("name"), ResultColumn.text("kind"));

    private static final String PUBLIC = "PUBLIC";

    private final SchemaContents contents;

    DatabaseDdl(SchemaContents contents) {
        this.contents = contents;
    }

    Result create(CreateDatabase statement, SessionContext session) throws SQLException {
        String name = name(statement.name());
        AccountRegistry<Database> databases = session.catalog().account(AccountType.DATABASE);
        session.catalog().ddlLock().lock();
        try {
            boolean exists = databases.find(name).isPresent();
            if (exists && statement.mode() == CreateMode.IF_NOT_EXISTS) {
                return Result.status(name + " already exists, statement succeeded.");
            }
            if (exists && statement.mode() == CreateMode.CREATE) {
                throw Errors.alreadyExists(name);
            }
            if (statement.mode() == CreateMode.OR_ALTER) {
                throw Errors.notSupported("CREATE OR ALTER DATABASE");
            }
            if (exists) {
                removeSchemas(name, session);
            }
            add(statement, name, session);
        } finally {
            session.catalog().ddlLock().unlock();
        }
        session.useDatabase(name);
        return Result.status("Database " + name + " successfully created.");
    }

    Result alter(Alter statement, SessionContext session) {
        String name = name(statement.object().requireName());
        AccountRegistry<Database> databases = session.catalog().account(AccountType.DATABASE);
        Optional<Database> found = databases.find(name);
        if (found.isEmpty() && statement.ifExists()) {
            return SchemaObjects.altered();
        }
        Database old = found.orElseThrow(Errors::containerDoesNotExist);
        databases.put(old.withProperties(ContainerProperties.after(statement.action(), old.properties(), "DATABASE"))
                .withComment(ContainerProperties.commentAfter(statement.action(), old.comment())));
        return SchemaObjects.altered();
    }

    /** The schemas of a database, as DESCRIBE DATABASE lists them. */
    List<List<@Nullable String>> describe(Describe statement, SessionContext session) {
        String name = name(statement.object().requireName());
        if (session.catalog().account(AccountType.DATABASE).find(name).isEmpty()) {
            throw Errors.containerDoesNotExist();
        }
        return session.catalog().schemas(name).stream()
                .map(schema ->
                        Result.row(Shown.time(schema.createdOn()), schema.name().schema(), "SCHEMA"))
                .toList();
    }

    Result drop(Drop statement, SessionContext session) throws SQLException {
        String name = name(statement.object().requireName());
        session.catalog().ddlLock().lock();
        try {
            if (session.catalog().account(AccountType.DATABASE).find(name).isEmpty()) {
                if (statement.ifExists()) {
                    return Result.status("Drop statement executed successfully (" + name + " already dropped).");
                }
                throw Errors.containerDoesNotExist();
            }
            removeSchemas(name, session);
            session.catalog().account(AccountType.DATABASE).remove(name);
        } finally {
            session.catalog().ddlLock().unlock();
        }
        session.leaveDatabase(name);
        return Result.status(name + " successfully dropped.");
    }

    List<List<@Nullable String>> show(Show statement, SessionContext session) {
        return Shown.filter(statement, Shown.visible(AccountType.DATABASE, session), Database::name).stream()
                .map(database -> Result.row(
                        Shown.time(database.createdOn()),
                        database.name(),
                        "N",
                        Shown.yesNo(session.database()
                                .filter(database.name()::equals)
                                .isPresent()),
                        "",
                        database.owner(),
                        database.comment(),
                        database.durability().option(),
                        database.properties().getOrDefault(ContainerProperties.RETENTION, "1"),
                        "STANDARD",
                        "ROLE",
                        null,
                        null,
                        null))
                .toList();
    }

    private static void add(CreateDatabase statement, String name, SessionContext session) throws SQLException {
        SchemaName publicSchema = new SchemaName(name, PUBLIC);
        EngineDdl.run(session, List.of("CREATE SCHEMA " + EngineNames.schema(publicSchema)));
        session.catalog()
                .account(AccountType.DATABASE)
                .put(new Database(
                        name,
                        durability(statement.persistence()),
                        ContainerProperties.of(statement.properties()),
                        session.role(),
                        session.clock().instant(),
                        PropertyTexts.comment(statement.properties())));
        session.catalog()
                .putSchema(new Schema(
                        publicSchema,
                        durability(statement.persistence()),
                        Map.of(),
                        session.role(),
                        session.clock().instant(),
                        ""));
    }

    private void removeSchemas(String database, SessionContext session) throws SQLException {
        for (Schema schema : session.catalog().schemas(database)) {
            contents.drop(schema.name(), List.of(), session);
        }
    }

    static Durability durability(Persistence persistence) {
        return persistence == Persistence.TRANSIENT ? Durability.TRANSIENT : Durability.PERMANENT;
    }

    private static String name(QualifiedName name) {
        if (name.size() != 1) {
            throw Errors.containerDoesNotExist();
        }
        return name.last().name();
    }
}
