package dev.inverterflow.snowflake.local.execution;

import dev.inverterflow.snowflake.local.catalog.Identifiers;
import dev.inverterflow.snowflake.local.catalog.ObjectName;
import dev.inverterflow.snowflake.local.catalog.SchemaName;
import dev.inverterflow.snowflake.local.catalog.Sequence;

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
        return temporarySchema(sessionId) + "." + temporaryTableName(name);
    }

    /** The name of a temporary table in its session's schema. */
    public static String temporaryTableName(ObjectName name) {
        return Identifiers.quote(escape(name.database()) + "." + escape(name.schema()) + "." + name.name());
    }

    /** The engine's sequence behind a sequence. */
    public static String sequence(Sequence sequence) {
        return Identifiers.quote(SEQUENCES) + "." + Identifiers.quote("#" + sequence.id());
    }

    /** The engine's schema of all sequences: their names are numbers, so that renaming one changes nothing here. */
    public static final String SEQUENCES = "#sequences";

    // A dot parts database and schema, so a dot inside of a name must not look like it.
    private static String escape(String part) {
        return part.replace("%", "%25").replace(".", "%2E").replace("#", "%23");
    }
}
