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

    private static final String INITIALLY_SUSPENDED = "INITIALLY_SUSPENDED";

    /** In the order of the documentation's example, less what the Standard Edition lacks and would refuse. */
    private static final List<String> OF_WAREHOUSE = List.of(
            "MAX_CLUSTER_COUNT",
            "MIN_CLUSTER_COUNT",
            "SCALING_POLICY",
            "AUTO_SUSPEND",
            "AUTO_RESUME",
            INITIALLY_SUSPENDED,
            "MAX_CONCURRENCY_LEVEL",
            "STATEMENT_QUEUED_TIMEOUT_IN_SECONDS",
            "STATEMENT_TIMEOUT_IN_SECONDS");

    private final SessionContext session;

    AccountDefinitions(SessionContext session) {
        this.session = session;
    }

    Database database(String written) {
        return find(AccountType.DATABASE, "Database", written);
    }

    String warehouse(String written) {
        Warehouse warehouse = find(AccountType.WAREHOUSE, "Warehouse", written);
        StringBuilder text = new StringBuilder("create or replace warehouse ")
                .append(Identifiers.quoteIfNeeded(warehouse.name()))
                .append("\nwith");
        line(text, "WAREHOUSE_TYPE", Texts.literal(warehouse.property("WAREHOUSE_TYPE")));
        line(text, "WAREHOUSE_SIZE", Texts.literal(warehouse.size().label()));
        // Of one that runs, too, as in the documentation's example.
        OF_WAREHOUSE.forEach(property -> line(
                text,
                property,
                Texts.word(property.equals(INITIALLY_SUSPENDED) ? "TRUE" : warehouse.property(property))));
        String monitor = warehouse.properties().get("RESOURCE_MONITOR");
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
