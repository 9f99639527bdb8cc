package dev.inverterflow.snowflake.local.catalog;

import java.time.Instant;
import java.util.Map;

/**
 * A schema of a database.
 *
 * @param properties the object parameters set on it, by upper-case name
 */
public record Schema(SchemaName name, Map<String, String> properties, String owner, Instant createdOn, String comment)
        implements CatalogObject {

    public Schema {
        properties = Map.copyOf(properties);
    }
}
