package dev.inverterflow.snowflake.local.task.model;

import dev.inverterflow.snowflake.local.ast.Property.Properties;
import dev.inverterflow.snowflake.local.catalog.AccountType;
import dev.inverterflow.snowflake.local.command.OwnerPrivileges;
import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The properties of a task, apart from the session parameters that are set in the same breath. */
public final class TaskProperties {
    static final String SCHEDULE = "SCHEDULE";
    static final String WAREHOUSE = "WAREHOUSE";
    static final String TRIGGER_INTERVAL = "USER_TASK_MINIMUM_TRIGGER_INTERVAL_IN_SECONDS";
    static final String TARGET_INTERVAL = "TARGET_COMPLETION_INTERVAL";
    static final String INITIAL_SIZE = "USER_TASK_MANAGED_INITIAL_WAREHOUSE_SIZE";
    static final String MIN_SIZE = "SERVERLESS_TASK_MIN_STATEMENT_SIZE";
    static final String MAX_SIZE = "SERVERLESS_TASK_MAX_STATEMENT_SIZE";
    static final String TIMEOUT = "USER_TASK_TIMEOUT_MS";
    static final String MAX_FAILURES = "SUSPEND_TASK_AFTER_NUM_FAILURES";
    static final String RETRIES = "TASK_AUTO_RETRY_ATTEMPTS";
    static final String OVERLAP_POLICY = "OVERLAP_POLICY";
    static final String ALLOW_OVERLAP = "ALLOW_OVERLAPPING_EXECUTION";
    static final String CONFIG = "CONFIG";
    /** Kept apart from the other properties, as a name. */
    public static final String FINALIZE = "FINALIZE";

    private static final Set<String> OWN = Set.of(
            SCHEDULE,
            WAREHOUSE,
            "COMMENT",
            TRIGGER_INTERVAL,
            TARGET_INTERVAL,
            INITIAL_SIZE,
            MIN_SIZE,
            MAX_SIZE,
            TIMEOUT,
            MAX_FAILURES,
            RETRIES,
            OVERLAP_POLICY,
            ALLOW_OVERLAP,
            CONFIG,
            "ERROR_INTEGRATION",
            "SUCCESS_INTEGRATION");

    private static final Set<String> NOT_SUPPORTED = Set.of("LOG_LEVEL");

    private TaskProperties() {}

    /** The definition with these properties and session parameters set as well. */
    public static TaskDefinition set(TaskDefinition definition, Properties set, SessionContext session) {
        Map<String, String> properties = new HashMap<>(definition.properties());
        Map<String, String> parameters = new HashMap<>(definition.sessionParameters());
        for (var property : set.all()) {
            var name = property.name();
            refuse(name);
            if (OWN.contains(name)) {
                set.text(name).ifPresent(text -> properties.put(name, text));
                requireNamed(name, properties.get(name), session);
            } else if (!name.equals(FINALIZE)) {
                var value = set.text(name).orElseThrow(() -> Errors.invalidValue("", name));
                checkParameter(name, value, session);
                parameters.put(name, value);
            }
        }
        return definition.with(properties, parameters);
    }

    /** The definition without these. */
    public static TaskDefinition unset(TaskDefinition definition, List<String> names) {
        Map<String, String> properties = new HashMap<>(definition.properties());
        Map<String, String> parameters = new HashMap<>(definition.sessionParameters());
        for (var name : names) {
            refuse(name);
            properties.remove(name);
            parameters.remove(name);
        }
        return definition.with(properties, parameters);
    }

    private static void refuse(String name) {
        if (NOT_SUPPORTED.contains(name)) {
            throw Errors.notSupported(name + " of a task");
        }
    }

    private static void requireNamed(String property, @Nullable String name, SessionContext session) {
        if (property.equals(WAREHOUSE)) {
            OwnerPrivileges.requireWarehouse(name, session.catalog());
        } else if (name != null
                && property.endsWith("_INTEGRATION")
                && !name.equalsIgnoreCase("NULL")
                && session.catalog().account(AccountType.INTEGRATION).find(name).isEmpty()) {
            throw Errors.objectDoesNotExist("Integration", name);
        }
    }

    private static void checkParameter(String name, String value, SessionContext session) {
        if (name.equals("SEARCH_PATH") || (name.equals("AUTOCOMMIT") && !value.equalsIgnoreCase("TRUE"))) {
            throw Errors.invalidProperty(name, "TASK");
        }
        session.parameters().check(name, value);
    }
}
