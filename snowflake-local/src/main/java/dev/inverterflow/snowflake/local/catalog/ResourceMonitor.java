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
        implements AccountObject {

    public ResourceMonitor {
        properties = Map.copyOf(properties);
    }
}
