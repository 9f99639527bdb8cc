package dev.inverterflow.snowflake.local.catalog;

import java.time.Instant;
import java.util.Map;

/**
 * A named file format.
 *
 * @param type {@code JSON}, {@code CSV}
 * @param options its options, by upper-case name
 */
public record FileFormat(
        ObjectName name, String type, Map<String, String> options, String owner, Instant createdOn, String comment)
        implements SchemaObject {

    public FileFormat {
        options = Map.copyOf(options);
    }
}
