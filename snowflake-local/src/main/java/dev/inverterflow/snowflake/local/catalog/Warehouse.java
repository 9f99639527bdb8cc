package dev.inverterflow.snowflake.local.catalog;

import java.time.Instant;
import java.util.Map;

/**
 * A virtual warehouse. Nothing runs on it here; what its size and auto-suspend cost is the usage package's affair.
 *
 * @param properties the properties set on it, by upper-case name
 */
public record Warehouse(String name, Map<String, String> properties, String owner, Instant createdOn, String comment)
        implements AccountObject {

    public Warehouse {
        properties = Map.copyOf(properties);
    }
}
