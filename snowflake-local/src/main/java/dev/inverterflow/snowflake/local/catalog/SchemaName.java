package dev.inverterflow.snowflake.local.catalog;

import java.util.Objects;

/**
 * The full name of a schema.
 *
 * @param database the database's name
 * @param schema the schema's name
 */
public record SchemaName(String database, String schema) {

    public SchemaName {
        Objects.requireNonNull(database, "database");
        Objects.requireNonNull(schema, "schema");
    }

    /** The name of an object in this schema. */
    public ObjectName object(String name) {
        return new ObjectName(database, schema, name);
    }

    /** The name as Snowflake prints it, with quotes only where they are needed. */
    @Override
    public String toString() {
        return Identifiers.quoteIfNeeded(database) + "." + Identifiers.quoteIfNeeded(schema);
    }
}
