package dev.inverterflow.snowflake.local.command.session;

import dev.inverterflow.snowflake.local.ast.Inspection.ScopeKind;
import dev.inverterflow.snowflake.local.ast.Inspection.Show;
import dev.inverterflow.snowflake.local.ast.Inspection.ShowScope;
import dev.inverterflow.snowflake.local.ast.QualifiedName;
import dev.inverterflow.snowflake.local.catalog.AccountType;
import dev.inverterflow.snowflake.local.catalog.Database;
import dev.inverterflow.snowflake.local.catalog.ObjectType;
import dev.inverterflow.snowflake.local.catalog.Schema;
import dev.inverterflow.snowflake.local.catalog.SchemaName;
import dev.inverterflow.snowflake.local.catalog.Table;
import dev.inverterflow.snowflake.local.catalog.Warehouse;
import dev.inverterflow.snowflake.local.command.Shown;
import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.execution.Result;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of databases, schemas, tables and warehouses that the stand-in knows; a table has those of its schema, a
 * schema those of its database, unless it has its own (docs.snowflake.com/en/sql-reference/parameters, "Object parameters").
 */
final class ObjectParameters {

    private record Parameter(String name, String byDefault, String description, String type) {}

    /** An object with the parameters set on it; the nearest comes first. */
    private record Level(String label, Map<String, String> properties) {}

    private static final List<Parameter> OF_TABLES = List.of(
            new Parameter("DATA_RETENTION_TIME_IN_DAYS", "1", "Days that Time Travel reaches back", "NUMBER"),
            new Parameter(
                    "MAX_DATA_EXTENSION_TIME_IN_DAYS", "14", "Days that data is kept longer for a stream", "NUMBER"));

    private static final Parameter LOG_LEVEL = new Parameter("LOG_LEVEL", "OFF", "What handlers log", "STRING");

    private static final List<Parameter> OF_CONTAINERS = List.of(OF_TABLES.get(0), LOG_LEVEL, OF_TABLES.get(1));

    private static final List<Parameter> OF_WAREHOUSES = List.of(
            new Parameter("MAX_CONCURRENCY_LEVEL", "8", "Statements that a cluster runs at the same time", "NUMBER"),
            new Parameter("STATEMENT_QUEUED_TIMEOUT_IN_SECONDS", "0", "Longest wait for the warehouse, s", "NUMBER"),
            new Parameter("STATEMENT_TIMEOUT_IN_SECONDS", "172800", "Longest run of a statement, s", "NUMBER"));

    private ObjectParameters() {}

    /** Whether objects of a kind have parameters that sessions have not. */
    static boolean has(@Nullable ScopeKind kind) {
        return kind == ScopeKind.DATABASE
                || kind == ScopeKind.SCHEMA
                || kind == ScopeKind.TABLE
                || kind == ScopeKind.WAREHOUSE;
    }

    /** The rows of SHOW PARAMETERS IN an object that is there; the current one if none is named. */
    static List<List<@Nullable String>> rows(Show statement, ShowScope scope, SessionContext session) {
        List<Level> levels = levels(scope, session);
        List<Parameter> parameters = switch (levels.get(0).label()) {
            case "WAREHOUSE" -> OF_WAREHOUSES;
            case "TABLE" -> OF_TABLES;
            default -> OF_CONTAINERS;
        };
        return Shown.filter(statement, parameters, Parameter::name).stream()
                .map(parameter -> row(parameter, levels))
                .toList();
    }

    private static List<@Nullable String> row(Parameter parameter, List<Level> levels) {
        for (Level level : levels) {
            String value = level.properties().get(parameter.name());
            if (value != null) {
                return row(parameter, value, level.label());
            }
        }
        return row(parameter, parameter.byDefault(), "");
    }

    private static List<@Nullable String> row(Parameter parameter, String value, String level) {
        return Result.row(
                parameter.name(), value, parameter.byDefault(), level, parameter.description(), parameter.type());
    }

    private static List<Level> levels(ShowScope scope, SessionContext session) {
        QualifiedName name = scope.name();
        if (scope.kind() == ScopeKind.WAREHOUSE) {
            return List.of(ofWarehouse(name, session));
        }
        if (scope.kind() == ScopeKind.DATABASE) {
            String database = name == null
                    ? session.database().orElseThrow(Errors::containerDoesNotExist)
                    : name.last().name();
            return List.of(ofDatabase(database, session));
        }
        if (scope.kind() == ScopeKind.SCHEMA) {
            SchemaName schema = name == null
                    ? session.schema().orElseThrow(Errors::containerDoesNotExist)
                    : session.resolveSchema(name);
            return List.of(ofSchema(schema, session), ofDatabase(schema.database(), session));
        }
        if (name == null) {
            throw Errors.notSupported("SHOW PARAMETERS IN TABLE without a name");
        }
        SchemaName schema = session.resolve(name).schemaName();
        return List.of(
                new Level(
                        "TABLE",
                        session.find(ObjectType.TABLE, session.resolve(name))
                                .map(Table::properties)
                                .orElse(Map.of())),
                ofSchema(schema, session),
                ofDatabase(schema.database(), session));
    }

    private static Level ofWarehouse(@Nullable QualifiedName name, SessionContext session) {
        String warehouse = name == null
                ? session.warehouse().orElseThrow(Errors::containerDoesNotExist)
                : name.last().name();
        return new Level(
                "WAREHOUSE",
                session.catalog()
                        .account(AccountType.WAREHOUSE)
                        .find(warehouse)
                        .map(Warehouse::properties)
                        .orElse(Map.of()));
    }

    private static Level ofSchema(SchemaName name, SessionContext session) {
        return new Level(
                "SCHEMA", session.catalog().schema(name).map(Schema::properties).orElse(Map.of()));
    }

    private static Level ofDatabase(String name, SessionContext session) {
        return new Level(
                "DATABASE",
                session.catalog()
                        .account(AccountType.DATABASE)
                        .find(name)
                        .map(Database::properties)
                        .orElse(Map.of()));
    }
}
