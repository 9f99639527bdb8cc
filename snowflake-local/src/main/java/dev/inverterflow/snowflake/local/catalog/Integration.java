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
        implements AccountObject {

    public Integration {
        properties = Map.copyOf(properties);
    }
}
