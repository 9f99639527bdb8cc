package dev.inverterflow.snowflake.local.function;

import dev.inverterflow.snowflake.local.type.TypeKind;
import java.time.ZoneId;
import java.util.Map;

/**
 * What of a session decides how values convert.
 *
 * @param timeZone the session's TIMEZONE
 * @param parameters session parameters by upper-case name; absent means Snowflake's default
 */
public record Settings(ZoneId timeZone, Map<String, String> parameters) {
    private static final String TIMESTAMP_OUTPUT_FORMAT = "YYYY-MM-DD HH24:MI:SS.FF3 TZHTZM";
    private static final Map<String, String> DEFAULTS = Map.of(
            "DATE_OUTPUT_FORMAT", "YYYY-MM-DD",
            "TIME_OUTPUT_FORMAT", "HH24:MI:SS",
            "TIMESTAMP_NTZ_OUTPUT_FORMAT", "YYYY-MM-DD HH24:MI:SS.FF3");

    public Settings {
        parameters = Map.copyOf(parameters);
    }

    /** The output format for a type; an empty TIMESTAMP_x_OUTPUT_FORMAT falls back to TIMESTAMP_OUTPUT_FORMAT. */
    String format(String parameter) {
        var own = parameters.getOrDefault(parameter, DEFAULTS.getOrDefault(parameter, ""));
        return own.isEmpty() ? parameters.getOrDefault("TIMESTAMP_OUTPUT_FORMAT", TIMESTAMP_OUTPUT_FORMAT) : own;
    }

    /** The format that texts are read by: AUTO unless set otherwise. */
    String inputFormat(TypeKind kind) {
        var type = kind == TypeKind.DATE || kind == TypeKind.TIME ? kind.name() : "TIMESTAMP";
        return parameters.getOrDefault(type + "_INPUT_FORMAT", "AUTO");
    }

    /** How weeks are counted. */
    Weeks weeks() {
        return new Weeks(
                Integer.parseInt(parameters.getOrDefault("WEEK_START", "0")),
                parameters.getOrDefault("WEEK_OF_YEAR_POLICY", "0").equals("1"));
    }

    boolean writesBinaryAsBase64() {
        return "BASE64".equalsIgnoreCase(parameters.get("BINARY_OUTPUT_FORMAT"));
    }

    /** The session's zone as a DuckDB literal. */
    String zoneSql() {
        return Sql.literal(timeZone.getId());
    }
}
