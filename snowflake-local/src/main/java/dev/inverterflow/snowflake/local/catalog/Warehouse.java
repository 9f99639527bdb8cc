package dev.inverterflow.snowflake.local.catalog;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A virtual warehouse. Nothing runs on it here; what its size and auto-suspend would cost is metered all the same.
 *
 * @param properties the properties set on it, by upper-case name
 */
public record Warehouse(String name, Map<String, String> properties, String owner, Instant createdOn, String comment)
        implements AccountObject, Commented<Warehouse>, Configured<Warehouse> {

    public Warehouse {
        properties = Map.copyOf(properties);
    }

    /** Its size; X-Small if none was said. */
    public WarehouseSize size() {
        return WarehouseSize.find(properties.getOrDefault("WAREHOUSE_SIZE", "XSMALL"))
                .orElse(WarehouseSize.XSMALL);
    }

    /** After how much time without a query it stops; empty if it never does. Ten minutes if none was said. */
    public Optional<Duration> autoSuspend() {
        String seconds = properties.getOrDefault("AUTO_SUSPEND", "600");
        return seconds.equalsIgnoreCase("NULL") || seconds.equals("0")
                ? Optional.empty()
                : Optional.of(Duration.ofSeconds(Long.parseLong(seconds)));
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
