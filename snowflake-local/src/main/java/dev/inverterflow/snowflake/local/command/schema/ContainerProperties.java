package dev.inverterflow.snowflake.local.command.schema;

import dev.inverterflow.snowflake.local.ast.AlterAction;
import dev.inverterflow.snowflake.local.ast.Property.Properties;
import dev.inverterflow.snowflake.local.command.PropertyTexts;
import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.event.LogLevel;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The properties that databases, schemas and tables have in common. */
final class ContainerProperties {

    static final String RETENTION = "DATA_RETENTION_TIME_IN_DAYS";

    /** Of a Standard Edition account (docs.snowflake.com/en/user-guide/data-time-travel). */
    private static final int LONGEST_RETENTION = 1;

    private static final String EXTENSION = "MAX_DATA_EXTENSION_TIME_IN_DAYS";
    private static final int LONGEST_EXTENSION = 90;
    private static final String CHANGE_TRACKING = "CHANGE_TRACKING";
    private static final String COMMENT = "COMMENT";

    private ContainerProperties() {}

    /** The properties of a CREATE, checked. */
    static Map<String, String> of(Properties written) {
        Map<String, String> properties = PropertyTexts.of(written, Set.of());
        check(properties);
        return properties;
    }

    /** The properties after a SET or UNSET. */
    static Map<String, String> after(AlterAction action, Map<String, String> before, String kind) {
        Map<String, String> properties = new HashMap<>(before);
        if (action instanceof AlterAction.SetProperties set) {
            properties.putAll(of(set.properties()));
        } else if (action instanceof AlterAction.UnsetProperties unset) {
            unset.names().forEach(properties::remove);
        } else if (action instanceof AlterAction.RenameTo) {
            throw Errors.notSupported("ALTER " + kind + " … RENAME");
        } else {
            throw Errors.notSupported("ALTER " + kind + " … " + action.words());
        }
        return properties;
    }

    /** The comment after a SET or UNSET. */
    static String commentAfter(AlterAction action, String before) {
        if (action instanceof AlterAction.SetProperties set) {
            return set.properties().text(COMMENT).orElse(before);
        }
        boolean unset = action instanceof AlterAction.UnsetProperties names
                && names.names().contains(COMMENT);
        return unset ? "" : before;
    }

    /** Refuses values that the properties do not take. */
    static void check(Map<String, String> properties) {
        checkDays(properties, RETENTION, LONGEST_RETENTION);
        checkDays(properties, EXTENSION, LONGEST_EXTENSION);
        checkBoolean(properties, CHANGE_TRACKING);
        String level = properties.get(LogLevel.PARAMETER);
        if (level != null) {
            Objects.requireNonNull(LogLevel.of(level));
        }
    }

    private static void checkBoolean(Map<String, String> properties, String name) {
        String value = properties.get(name);
        if (value != null && !value.equalsIgnoreCase("true") && !value.equalsIgnoreCase("false")) {
            throw Errors.invalidValue(value, name);
        }
    }

    private static void checkDays(Map<String, String> properties, String name, int most) {
        String value = properties.get(name);
        if (value != null && (!value.matches("\\d{1,4}") || Integer.parseInt(value) > most)) {
            throw Errors.invalidValue(value, name);
        }
    }
}
