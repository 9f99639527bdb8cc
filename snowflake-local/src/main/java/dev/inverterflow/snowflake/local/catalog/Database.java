package dev.inverterflow.snowflake.local.catalog;

import java.time.Instant;
import java.util.Map;

/**
 * A database.
 *
 * @param properties the object parameters set on it, by upper-case name
 */
public record Database(String name, Map<String, String> properties, String owner, Instant createdOn, String comment)
        implements AccountObject {

    public Database {
        properties = Map.copyOf(properties);
    }
}
