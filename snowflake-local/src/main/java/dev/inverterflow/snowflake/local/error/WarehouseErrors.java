package dev.inverterflow.snowflake.local.error;

/** The errors of what needs a warehouse, with Snowflake's code, SQLSTATE and wording. */
public final class WarehouseErrors {
    private static final String CANNOT_CONNECT_NOW = "57P03";

    private WarehouseErrors() {}

    /** The session has no warehouse, or its role may not use the one it has. */
    public static SnowflakeException noneSelected() {
        return new SnowflakeException(
                606,
                CANNOT_CONNECT_NOW,
                "No active warehouse selected in the current session.  Select an active warehouse with the"
                        + " 'use warehouse' command.");
    }

    /** A property of a feature that the account's edition lacks. */
    public static SnowflakeException notEnabled(String property, String feature) {
        return new SnowflakeException(
                1423,
                "22023",
                "SQL compilation error:\ninvalid property '%s'; feature '%s' not enabled".formatted(property, feature));
    }

    /** The current warehouse is suspended and does not resume by itself. */
    public static SnowflakeException suspended(String warehouse) {
        return new SnowflakeException(
                608,
                CANNOT_CONNECT_NOW,
                "Warehouse '%s' is suspended. Use 'alter warehouse %s resume;' command if you need to use it again."
                        .formatted(warehouse, warehouse));
    }
}
