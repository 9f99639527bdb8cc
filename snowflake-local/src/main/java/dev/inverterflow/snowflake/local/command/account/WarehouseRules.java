package dev.inverterflow.snowflake.local.command.account;

import dev.inverterflow.snowflake.local.catalog.AccountType;
import dev.inverterflow.snowflake.local.catalog.WarehouseSize;
import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.error.WarehouseErrors;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import dev.inverterflow.snowflake.local.execution.ValueRules;
import java.util.List;
import java.util.Map;

/** What the properties of a warehouse may be, in an account of the Standard Edition. */
final class WarehouseRules {
    // docs.snowflake.com/en/sql-reference/sql/create-warehouse
    private static final ValueRules VALUES = ValueRules.none()
            .flags("AUTO_RESUME", "INITIALLY_SUSPENDED", "ENABLE_QUERY_ACCELERATION")
            .number(0, Integer.MAX_VALUE, "AUTO_SUSPEND", "STATEMENT_QUEUED_TIMEOUT_IN_SECONDS")
            .number(0, 604_800, "STATEMENT_TIMEOUT_IN_SECONDS")
            .number(1, 10, "MIN_CLUSTER_COUNT", "MAX_CLUSTER_COUNT")
            .number(1, 32, "MAX_CONCURRENCY_LEVEL")
            .number(0, 100, "QUERY_ACCELERATION_MAX_SCALE_FACTOR")
            .oneOf("STANDARD ECONOMY", "SCALING_POLICY")
            .oneOf("STANDARD SNOWPARK-OPTIMIZED", "WAREHOUSE_TYPE");

    private static final String ACCELERATION = "Query Acceleration Service";

    private WarehouseRules() {}

    /** The properties, if their values are such that a warehouse may have. */
    static Map<String, String> checked(Map<String, String> properties, SessionContext session) {
        VALUES.check(properties);
        requireOrder(properties);
        requireEdition(properties);
        String size = properties.get("WAREHOUSE_SIZE");
        if (size != null && WarehouseSize.find(size).isEmpty()) {
            throw Errors.invalidValue(size, "WAREHOUSE_SIZE");
        }
        String monitor = properties.get("RESOURCE_MONITOR");
        if (monitor != null && !monitor.equalsIgnoreCase("NULL")) {
            requireMonitor(monitor, session);
        }
        return properties;
    }

    private static void requireOrder(Map<String, String> properties) {
        String most = properties.getOrDefault("MAX_CLUSTER_COUNT", "10");
        String least = properties.getOrDefault("MIN_CLUSTER_COUNT", "1");
        if (Long.parseLong(least) > Long.parseLong(most)) {
            throw Errors.invalidValue(least, "MIN_CLUSTER_COUNT");
        }
    }

    /** Several clusters and query acceleration are the Enterprise Edition's. */
    private static void requireEdition(Map<String, String> properties) {
        for (String count : List.of("MAX_CLUSTER_COUNT", "MIN_CLUSTER_COUNT")) {
            if (!properties.getOrDefault(count, "1").equals("1")) {
                throw WarehouseErrors.notEnabled(count, "MULTI_CLUSTER_WAREHOUSES");
            }
        }
        if (properties.getOrDefault("ENABLE_QUERY_ACCELERATION", "FALSE").equalsIgnoreCase("TRUE")) {
            throw WarehouseErrors.notEnabled("ENABLE_QUERY_ACCELERATION", ACCELERATION);
        }
        if (properties.containsKey("QUERY_ACCELERATION_MAX_SCALE_FACTOR")) {
            throw WarehouseErrors.notEnabled("QUERY_ACCELERATION_MAX_SCALE_FACTOR", ACCELERATION);
        }
    }

    private static void requireMonitor(String name, SessionContext session) {
        if (session.catalog().account(AccountType.RESOURCE_MONITOR).find(name).isEmpty()) {
            throw Errors.objectDoesNotExist("Resource monitor", name);
        }
    }
}
