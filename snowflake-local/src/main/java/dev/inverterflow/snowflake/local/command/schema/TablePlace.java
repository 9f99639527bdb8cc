package dev.inverterflow.snowflake.local.command.schema;

import dev.inverterflow.snowflake.local.ast.QualifiedName;
import dev.inverterflow.snowflake.local.catalog.ObjectName;
import dev.inverterflow.snowflake.local.catalog.ObjectType;
import dev.inverterflow.snowflake.local.catalog.SchemaRegistry;
import dev.inverterflow.snowflake.local.catalog.Table;
import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.error.SnowflakeException;
import dev.inverterflow.snowflake.local.execution.EngineNames;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import java.util.Optional;

/**
 * Where a table is kept: in the catalog for all sessions, or among the temporary tables of one.
 *
 * @param name its full name
 * @param tables the registry it belongs into
 * @param engineName the engine's quoted, qualified name for it
 */
record TablePlace(ObjectName name, SchemaRegistry<Table> tables, String engineName) {

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
        return new TablePlace(name, session.catalog().objects(ObjectType.TABLE), EngineNames.table(name));
    }

    private static TablePlace temporary(ObjectName name, SessionContext session) {
        return new TablePlace(name, session.temporaryTables(), EngineNames.temporaryTable(session.id(), name));
    }
}
