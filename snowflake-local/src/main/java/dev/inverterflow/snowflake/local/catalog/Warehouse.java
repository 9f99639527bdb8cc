package dev.inverterflow.snowflake.local.catalog;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A virtual warehouse. Nothing runs on it here; what its size and auto-suspend would cost is metered all the same.
 *
 * @param properties the properties set on it, by upper-case name
 */
public record Warehouse(String name, Map<String, String> properties, String owner, Instant createdOn, String comment)
        implements AccountObject, Commented<Warehouse>, Configured<Warehouse> {

    // docs.snowflake.com/en/sql-reference/sql/create-warehouse
    private static final Map<String, String> DEFAULTS = Map.ofEntries(
            Map.entry("WAREHOUSE_TYPE", "STANDARD"),
            Map.entry("WAREHOUSE_SIZE", "XSMALL"),
            Map.entry("MAX_CLUSTER_COUNT", "1"),
            Map.entry("MIN_CLUSTER_COUNT", "1"),
            Map.entry("SCALING_POLICY", "STANDARD"),
            Map.entry("AUTO_SUSPEND", "600"),
            Map.entry("AUTO_RESUME", "TRUE"),
            Map.entry("ENABLE_QUERY_ACCELERATION", "FALSE"),
            Map.entry("QUERY_ACCELERATION_MAX_SCALE_FACTOR", "8"),
            Map.entry("MAX_CONCURRENCY_LEVEL", "8"),
            Map.entry("STATEMENT_QUEUED_TIMEOUT_IN_SECONDS", "0"),
            Map.entry("STATEMENT_TIMEOUT_IN_SECONDS", "172800"));

    public Warehouse {
        properties = Map.copyOf(properties);
    }

    /**
     * The text of a property: what was set or else the documented default.
     *
     * @param name upper case, of a property that has a default
     */
    public String property(String name) {
        String byDefault = Objects.requireNonNull(DEFAULTS.get(name), name);
        return properties.getOrDefault(name, byDefault);
    }

    /** Its size; X-Small if none was said. */
    public WarehouseSize size() {
        return WarehouseSize.find(property("WAREHOUSE_SIZE")).orElse(WarehouseSize.XSMALL);
    }

    /** After how much time without a query it stops; empty if it never does. Ten minutes if none was said. */
    public Optional<Duration> autoSuspend() {
        String seconds = property("AUTO_SUSPEND");
        return seconds.equalsIgnoreCase("NULL") || seconds.equals("0")
                ? Optional.empty()
                : Optional.of(Duration.ofSeconds(Long.parseLong(seconds)));
    }

    /** Whether it starts when a statement needs it; it does if nothing was said. */
    public boolean autoResume() {
        return property("AUTO_RESUME").equalsIgnoreCase("TRUE");
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
