package dev.inverterflow.snowflake.local.execution;

import dev.inverterflow.snowflake.local.catalog.Identifiers;
import dev.inverterflow.snowflake.local.catalog.ObjectName;
import dev.inverterflow.snowflake.local.catalog.SchemaName;

/**
 * What Snowflake's objects are called in the engine, quoted for SQL text. A schema there stands for a database and a
 * schema here, because one transaction of the engine can write to one of its databases only.
 */
public final class EngineNames {

    private EngineNames() {}

    /** The engine's schema for a schema. */
    public static String schema(SchemaName name) {
        return Identifiers.quote(escape(name.database()) + "." + escape(name.schema()));
    }

    /** The engine's table for a table that all sessions see. */
    public static String table(ObjectName name) {
        return schema(name.schemaName()) + "." + Identifiers.quote(name.name());
    }

    /** The engine's schema for the temporary tables of a session. */
    public static String temporarySchema(long sessionId) {
        return Identifiers.quote("#" + sessionId);
    }

    /** The engine's table for a session's temporary table. */
    public static String temporaryTable(long sessionId, ObjectName name) {
        String inner = escape(name.database()) + "." + escape(name.schema()) + "." + name.name();
        return temporarySchema(sessionId) + "." + Identifiers.quote(inner);
    }

    // A dot parts database and schema, so a dot inside of a name must not look like it.
    private static String escape(String part) {
        return part.replace("%", "%25").replace(".", "%2E").replace("#", "%23");
    }
}
