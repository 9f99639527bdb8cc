package dev.inverterflow.snowflake.local.alert;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.inverterflow.snowflake.local.ast.Property.Properties;
import dev.inverterflow.snowflake.local.ast.PropertyValue;
import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.error.SnowflakeException;
import dev.inverterflow.snowflake.local.schedule.Schedule;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The properties of alerts and what they may say.
 *
 * @see <a href="https://docs.snowflake.com/en/sql-reference/sql/create-alert">CREATE ALERT</a>
 */
final class AlertProperties {
    static final String SCHEDULE = "SCHEDULE";
    static final String WAREHOUSE = "WAREHOUSE";
    static final String CONFIG = "CONFIG";
    static final String RUNBOOK = "RUNBOOK";
    static final String MAX_FAILURES = "SUSPEND_ALERT_AFTER_NUM_FAILURES";

    private static final int LONGEST_RUNBOOK = 2048;
    private static final JsonMapper JSON = new JsonMapper();

    private AlertProperties() {}

    /**
     * Properties with those of a statement set as well.
     *
     * @throws SnowflakeException if one has a value it cannot have
     */
    static Map<String, String> set(Map<String, String> before, Properties set) {
        Map<String, String> properties = new HashMap<>(before);
        for (var property : set.all()) {
            if (isNull(property.value())) {
                properties.remove(property.name());
            } else {
                set.text(property.name()).ifPresent(text -> properties.put(property.name(), text));
            }
        }
        check(properties);
        return properties;
    }

    /** SCHEDULE = NULL is the same as none. */
    private static boolean isNull(PropertyValue value) {
        return value instanceof PropertyValue.Name name
                && name.toString().toUpperCase(Locale.ROOT).equals("NULL");
    }

    private static void check(Map<String, String> properties) {
        var schedule = properties.get(SCHEDULE);
        if (schedule != null) {
            boolean inMinutes = Schedule.CRON.matcher(schedule.strip()).matches()
                    || schedule.strip().toUpperCase(Locale.ROOT).matches("\\d+\\s*(M|MINUTES?)");
            if (!inMinutes) {
                throw Errors.invalidValue(schedule, SCHEDULE);
            }
            Schedule.parse(schedule, Alert.SHORTEST_INTERVAL);
        }
        var runbook = properties.get(RUNBOOK);
        if (runbook != null && runbook.length() > LONGEST_RUNBOOK) {
            throw Errors.invalidValue(runbook, RUNBOOK);
        }
        var failures = properties.get(MAX_FAILURES);
        if (failures != null && !failures.matches("\\d{1,9}")) {
            throw Errors.invalidValue(failures, MAX_FAILURES);
        }
        var config = properties.get(CONFIG);
        if (config != null) {
            checkConfig(config);
        }
    }

    private static void checkConfig(String config) {
        try {
            if (JSON.readTree(config).isObject()) {
                return;
            }
        } catch (JsonProcessingException malformed) {
            throw Errors.invalidValue(config, CONFIG);
        }
        throw Errors.invalidValue(config, CONFIG);
    }
}
