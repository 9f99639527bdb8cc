package dev.inverterflow.snowflake.local.catalog;

import java.time.Instant;
import java.util.Map;

/**
 * A virtual warehouse. Nothing runs on it here; what its size and auto-suspend cost is the usage package's affair.
 *
 * @param properties the properties set on it, by upper-case name
 */
public record Warehouse(String name, Map<String, String> properties, String owner, Instant createdOn, String comment)
        implements AccountObject, Commented<Warehouse>, Configured<Warehouse> {

    public Warehouse {
        properties = Map.copyOf(properties);
    }

    @Override
    public Warehouse withComment(String newComment) {
        return new Warehouse(name, properties, owner, createdOn, newComment);
    }

    @Override
    public Warehouse withName(String newName) {
        return new Warehouse(newName, properties, owner, createdOn, comment);
    }

    @Override
    public Warehouse withOwner(String newOwner) {
        return new Warehouse(name, properties, newOwner, createdOn, comment);
    }

    @Override
    public Warehouse withProperties(Map<String, String> newProperties) {
        return new Warehouse(name, newProperties, owner, createdOn, comment);
    }
}
