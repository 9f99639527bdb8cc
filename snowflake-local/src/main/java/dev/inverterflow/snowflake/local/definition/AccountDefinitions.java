package dev.inverterflow.snowflake.local.definition;

import dev.inverterflow.snowflake.local.catalog.AccountObject;
import dev.inverterflow.snowflake.local.catalog.AccountType;
import dev.inverterflow.snowflake.local.catalog.Database;
import dev.inverterflow.snowflake.local.catalog.Identifiers;
import dev.inverterflow.snowflake.local.catalog.Integration;
import dev.inverterflow.snowflake.local.catalog.Warehouse;
import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.execution.Names;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Databases, warehouses and storage integrations as CREATE statements. */
final class AccountDefinitions {

    /** In the order of the documentation's example, with the value of who wrote none. */
    private static final List<Map.Entry<String, String>> OF_WAREHOUSE = List.of(
            Map.entry("MAX_CLUSTER_COUNT", "1"),
            Map.entry("MIN_CLUSTER_COUNT", "1"),
            Map.entry("SCALING_POLICY", "STANDARD"),
            Map.entry("AUTO_SUSPEND", "600"),
            Map.entry("AUTO_RESUME", "TRUE"),
            Map.entry("INITIALLY_SUSPENDED", "TRUE"),
            Map.entry("ENABLE_QUERY_ACCELERATION", "FALSE"),
            Map.entry("QUERY_ACCELERATION_MAX_SCALE_FACTOR", "8"),
            Map.entry("MAX_CONCURRENCY_LEVEL", "8"),
            Map.entry("STATEMENT_QUEUED_TIMEOUT_IN_SECONDS", "0"),
            Map.entry("STATEMENT_TIMEOUT_IN_SECONDS", "172800"));

    private final SessionContext session;

    AccountDefinitions(SessionContext session) {
        this.session = session;
    }

    Database database(String written) {
        return find(AccountType.DATABASE, "Database", written);
    }

    String warehouse(String written) {
        Warehouse warehouse = find(AccountType.WAREHOUSE, "Warehouse", written);
        Map<String, String> properties = warehouse.properties();
        StringBuilder text = new StringBuilder("create or replace warehouse ")
                .append(Identifiers.quoteIfNeeded(warehouse.name()))
                .append("\nwith");
        line(text, "WAREHOUSE_TYPE", Texts.literal(properties.getOrDefault("WAREHOUSE_TYPE", "STANDARD")));
        line(text, "WAREHOUSE_SIZE", Texts.literal(warehouse.size().label()));
        OF_WAREHOUSE.forEach(property -> line(
                text, property.getKey(), Texts.word(properties.getOrDefault(property.getKey(), property.getValue()))));
        String monitor = properties.get("RESOURCE_MONITOR");
        if (monitor != null) {
            line(text, "RESOURCE_MONITOR", Identifiers.quoteIfNeeded(monitor));
        }
        if (!warehouse.comment().isEmpty()) {
            line(text, "COMMENT", Texts.literal(warehouse.comment()));
        }
        return text.append("\n;").toString();
    }

    private static void line(StringBuilder text, String name, String value) {
        text.append("\n    ")
                .append(name.equals("COMMENT") ? name : Texts.lower(name))
                .append('=')
                .append(value);
    }

    /** Of integrations only those for storage are told. */
    String integration(String written) {
        Integration integration = find(AccountType.INTEGRATION, "Integration", written);
        if (!integration.type().equals("EXTERNAL_STAGE")) {
            throw Errors.notSupported("GET_DDL of an INTEGRATION that is not for storage");
        }
        Map<String, String> properties = integration.properties();
        StringBuilder text = new StringBuilder("CREATE OR REPLACE STORAGE INTEGRATION ")
                .append(Identifiers.quoteIfNeeded(integration.name()))
                .append("\n  TYPE = EXTERNAL_STAGE");
        for (String name : List.of(
                "STORAGE_PROVIDER", "STORAGE_AWS_ROLE_ARN", "STORAGE_AWS_EXTERNAL_ID", "STORAGE_AWS_OBJECT_ACL")) {
            String value = properties.get(name);
            if (value != null) {
                text.append("\n  ").append(name).append(" = ").append(Texts.literal(value));
            }
        }
        text.append("\n  ENABLED = ").append(Texts.word(properties.getOrDefault("ENABLED", "FALSE")));
        for (String name : List.of("STORAGE_ALLOWED_LOCATIONS", "STORAGE_BLOCKED_LOCATIONS")) {
            String value = properties.get(name);
            if (value != null) {
                text.append("\n  ").append(name).append(" = ").append(list(value));
            }
        }
        if (!integration.comment().isEmpty()) {
            text.append("\n  COMMENT = ").append(Texts.literal(integration.comment()));
        }
        return text.append(';').toString();
    }

    private static String list(String commaSeparated) {
        return Arrays.stream(commaSeparated.split(",", -1))
                .map(String::strip)
                .map(Texts::literal)
                .collect(Collectors.joining(", ", "(", ")"));
    }

    private <T extends AccountObject> T find(AccountType<T> type, String display, String written) {
        return session.catalog()
                .account(type)
                .find(Names.parse(written).last().name())
                .filter(found -> session.access().sees(type, found))
                .orElseThrow(() -> Errors.objectDoesNotExist(display, written));
    }
}
