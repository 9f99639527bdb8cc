package dev.inverterflow.snowflake.local.catalog;

import java.time.Instant;
import java.util.Map;

/**
 * A database.
 *
 * @param durability whether what is made in it is permanent unless it says otherwise
 * @param properties the object parameters set on it, by upper-case name
 */
public record Database(
        String name,
        Durability durability,
        Map<String, String> properties,
        String owner,
        Instant createdOn,
        String comment)
        implements AccountObject, Commented<Database>, Configured<Database> {

    public Database {
        properties = Map.copyOf(properties);
    }

    @Override
    public Database withComment(String newComment) {
        return new Database(name, durability, properties, owner, createdOn, newComment);
    }

    @Override
    public Database withName(String newName) {
        return new Database(newName, durability, properties, owner, createdOn, comment);
    }

    @Override
    public Database withOwner(String newOwner) {
        return new Database(name, durability, properties, newOwner, createdOn, comment);
    }

    @Override
    public Database withProperties(Map<String, String> newProperties) {
        return new Database(name, durability, newProperties, owner, createdOn, comment);
    }
}
