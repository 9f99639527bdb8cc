package dev.inverterflow.snowflake.local.catalog;

import java.time.Instant;
import java.util.Map;

/**
 * A storage or notification integration.
 *
 * @param type {@code EXTERNAL_STAGE}, {@code QUEUE}
 * @param properties the properties set on it, by upper-case name; a list is kept as comma-separated text
 */
public record Integration(
        String name, String type, Map<String, String> properties, String owner, Instant createdOn, String comment)
        implements AccountObject, Commented<Integration>, Configured<Integration> {

    public Integration {
        properties = Map.copyOf(properties);
    }

    @Override
    public Integration withComment(String newComment) {
        return new Integration(name, type, properties, owner, createdOn, newComment);
    }

    @Override
    public Integration withName(String newName) {
        return new Integration(newName, type, properties, owner, createdOn, comment);
    }

    @Override
    public Integration withOwner(String newOwner) {
        return new Integration(name, type, properties, newOwner, createdOn, comment);
    }

    @Override
    public Integration withProperties(Map<String, String> newProperties) {
        return new Integration(name, type, newProperties, owner, createdOn, comment);
    }
}
