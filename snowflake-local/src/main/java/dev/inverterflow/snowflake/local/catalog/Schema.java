package dev.inverterflow.snowflake.local.catalog;

import java.time.Instant;
import java.util.Map;

/**
 * A schema of a database.
 *
 * @param durability whether what is made in it is permanent unless it says otherwise
 * @param properties the object parameters set on it, by upper-case name
 */
public record Schema(
        SchemaName name,
        Durability durability,
        Map<String, String> properties,
        String owner,
        Instant createdOn,
        String comment)
        implements CatalogObject, Commented<Schema> {

    public Schema {
        properties = Map.copyOf(properties);
    }

    public Schema withProperties(Map<String, String> newProperties) {
        return new Schema(name, durability, newProperties, owner, createdOn, comment);
    }

    public Schema withOwner(String newOwner) {
        return new Schema(name, durability, properties, newOwner, createdOn, comment);
    }

    @Override
    public Schema withComment(String newComment) {
        return new Schema(name, durability, properties, owner, createdOn, newComment);
    }
}
