package dev.inverterflow.snowflake.local.session;

import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.error.SnowflakeException;
import dev.inverterflow.snowflake.local.execution.ValueRules;
import java.util.Map;
import java.util.Set;

/**
 * What SQL may set the parameters of a session to.
 *
 * @see <a href="https://docs.snowflake.com/en/sql-reference/parameters">Parameters</a>
 */
final class ParameterRules {
    private static final ValueRules VALUES = ValueRules.none()
            .oneOf("HEX BASE64", "BINARY_OUTPUT_FORMAT")
            .oneOf("HEX BASE64 UTF-8 UTF8", "BINARY_INPUT_FORMAT")
            .oneOf("TIMESTAMP_LTZ TIMESTAMP_NTZ", "CLIENT_TIMESTAMP_TYPE_MAPPING")
            .oneOf("TIMESTAMP_LTZ TIMESTAMP_NTZ TIMESTAMP_TZ", "TIMESTAMP_TYPE_MAPPING")
            .oneOf("IGNORE FAIL", "UNSUPPORTED_DDL_ACTION")
            .number(900, 3600, "CLIENT_SESSION_KEEP_ALIVE_HEARTBEAT_FREQUENCY")
            .number(0, 16, "JSON_INDENT")
            .number(0, Integer.MAX_VALUE, "ROWS_PER_RESULTSET")
            .number(0, 604_800, "STATEMENT_TIMEOUT_IN_SECONDS")
            .number(1900, 2100, "TWO_DIGIT_CENTURY_START")
            .number(0, 1, "WEEK_OF_YEAR_POLICY")
            .number(0, 7, "WEEK_START");

    /** Whose default is the only value that the stand-in acts by. */
    private static final Set<String> ONLY_DEFAULT = Set.of(
            "BINARY_INPUT_FORMAT",
            "JSON_INDENT",
            "QUOTED_IDENTIFIERS_IGNORE_CASE",
            "STRICT_JSON_OUTPUT",
            "TIMESTAMP_DAY_IS_ALWAYS_24H",
            "TIMESTAMP_TYPE_MAPPING",
            "TRANSACTION_DEFAULT_ISOLATION_LEVEL",
            "TWO_DIGIT_CENTURY_START",
            "UNSUPPORTED_DDL_ACTION");

    private ParameterRules() {}

    /**
     * The value in the form in which it is kept.
     *
     * @throws SnowflakeException 001008 if the parameter does not take the value, 000002 if it would change what the
     *     stand-in does not change
     */
    static String checked(ParameterDefinition definition, String value) {
        var normal = definition.normalise(value);
        VALUES.check(Map.of(definition.name(), normal));
        if (ONLY_DEFAULT.contains(definition.name()) && !normal.equalsIgnoreCase(definition.defaultValue())) {
            throw Errors.notSupported(definition.name() + " = " + normal);
        }
        return normal;
    }
}
