package dev.inverterflow.snowflake.local.session;

import dev.inverterflow.snowflake.local.catalog.SchemaName;
import org.jspecify.annotations.Nullable;

/**
 * What is current in a session.
 *
 * @param database null if none
 * @param schema the schema's own name, null if none; never set without a database
 * @param warehouse null if none
 */
record Current(
        String role,
        @Nullable String database,
        @Nullable String schema,
        @Nullable String warehouse) {

    Current withRole(String newRole) {
        return new Current(newRole, database, schema, warehouse);
    }

    Current withDatabase(String newDatabase, @Nullable String newSchema) {
        return new Current(role, newDatabase, newSchema, warehouse);
    }

    Current withSchema(SchemaName newSchema) {
        return new Current(role, newSchema.database(), newSchema.schema(), warehouse);
    }

    Current withWarehouse(@Nullable String newWarehouse) {
        return new Current(role, database, schema, newWarehouse);
    }
}
