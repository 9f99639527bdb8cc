package dev.inverterflow.snowflake.local.command.schema;

import dev.inverterflow.snowflake.local.ast.QualifiedName;
import dev.inverterflow.snowflake.local.catalog.Identifiers;
import dev.inverterflow.snowflake.local.catalog.ObjectName;
import dev.inverterflow.snowflake.local.catalog.ObjectType;
import dev.inverterflow.snowflake.local.catalog.SchemaRegistry;
import dev.inverterflow.snowflake.local.catalog.Table;
import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.error.SnowflakeException;
import dev.inverterflow.snowflake.local.execution.EngineNames;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import java.sql.SQLException;
import java.util.Optional;

/**
 * Where a table is kept: in the catalog for all sessions, or among the temporary tables of one.
 *
 * @param name its full name
 * @param tables the registry it belongs into
 * @param engineSchema the engine's quoted schema it is in
 * @param engineTable the engine's quoted name for it, without the schema
 */
record TablePlace(ObjectName name, SchemaRegistry<Table> tables, String engineSchema, String engineTable) {

    /** Where a new table of that kind goes. */
    static TablePlace forNew(QualifiedName name, Table.Kind kind, SessionContext session) {
        ObjectName full = session.resolve(name);
        return kind == Table.Kind.TEMPORARY ? temporary(full, session) : permanent(full, session);
    }

    /** Where the table of that name is: a temporary one hides a permanent one. */
    static TablePlace of(QualifiedName name, SessionContext session) {
        ObjectName full = session.resolve(name);
        return session.temporaryTables().find(full).isPresent() ? temporary(full, session) : permanent(full, session);
    }

    /** Where that table is. */
    static TablePlace of(Table table, SessionContext session) {
        return table.kind() == Table.Kind.TEMPORARY
                ? temporary(table.name(), session)
                : permanent(table.name(), session);
    }

    /** The place of a table of another name that lives as long. */
    TablePlace at(ObjectName other, SessionContext session) {
        return tables == session.temporaryTables() ? temporary(other, session) : permanent(other, session);
    }

    /** The engine's quoted, qualified name for it. */
    String engineName() {
        return engineSchema + "." + engineTable;
    }

    /** To be called before the table that is there is dropped or replaced, if there is one. */
    void beforeDrop(SessionContext session) throws SQLException {
        Optional<Table> table = find();
        if (table.isPresent() && table.get().kind() != Table.Kind.TEMPORARY) {
            session.transaction().drops(table.get());
        }
    }

    Optional<Table> find() {
        return tables.find(name);
    }

    /**
     * The table.
     *
     * @throws SnowflakeException 002003 if there is none
     */
    Table require() {
        return find().orElseThrow(() -> Errors.objectDoesNotExist("Table", name.toString()));
    }

    private static TablePlace permanent(ObjectName name, SessionContext session) {
        return new TablePlace(
                name,
                session.catalog().objects(ObjectType.TABLE),
                EngineNames.schema(name.schemaName()),
                Identifiers.quote(name.name()));
    }

    private static TablePlace temporary(ObjectName name, SessionContext session) {
        return new TablePlace(
                name,
                session.temporaryTables(),
                EngineNames.temporarySchema(session.id()),
                EngineNames.temporaryTableName(name));
    }
}
