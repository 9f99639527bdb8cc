package dev.inverterflow.snowflake.local.catalog;

import java.util.Objects;

/**
 * The full name of an object in a schema, as the catalog keeps it: unquoted identifiers already folded to upper case.
 *
 * @param database the database's name
 * @param schema the schema's name
 * @param name the object's own name
 */
public record ObjectName(String database, String schema, String name) {

    public ObjectName {
        Objects.requireNonNull(database, "database");
        Objects.requireNonNull(schema, "schema");
        Objects.requireNonNull(name, "name");
    }

    /** The schema the object is in. */
    public SchemaName schemaName() {
        return new SchemaName(database, schema);
    }

    /** The name as Snowflake prints it, {@code DB.SCHEMA.NAME}, with quotes only where they are needed. */
    @Override
    public String toString() {
        return Identifiers.quoteIfNeeded(database)
                + "." + Identifiers.quoteIfNeeded(schema)
                + "." + Identifiers.quoteIfNeeded(name);
    }
}
