package dev.inverterflow.snowflake.local.catalog;

import java.time.Instant;
import java.util.Map;

/**
 * A resource monitor; recorded and shown.
 *
 * @param properties the properties set on it, by upper-case name
 */
public record ResourceMonitor(
        String name, Map<String, String> properties, String owner, Instant createdOn, String comment)
        implements AccountObject, Commented<ResourceMonitor>, Configured<ResourceMonitor> {

    public ResourceMonitor {
        properties = Map.copyOf(properties);
    }

    @Override
    public ResourceMonitor withComment(String newComment) {
        return new ResourceMonitor(name, properties, owner, createdOn, newComment);
    }

    @Override
    public ResourceMonitor withName(String newName) {
        return new ResourceMonitor(newName, properties, owner, createdOn, comment);
    }

    @Override
    public ResourceMonitor withOwner(String newOwner) {
        return new ResourceMonitor(name, properties, newOwner, createdOn, comment);
    }

    @Override
    public ResourceMonitor withProperties(Map<String, String> newProperties) {
        return new ResourceMonitor(name, newProperties, owner, createdOn, comment);
    }
}
