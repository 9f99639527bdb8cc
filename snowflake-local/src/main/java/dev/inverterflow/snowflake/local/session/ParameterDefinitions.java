package dev.inverterflow.snowflake.local.session;

import static dev.inverterflow.snowflake.local.session.ParameterDefinition.Kind.BOOLEAN;
import static dev.inverterflow.snowflake.local.session.ParameterDefinition.Kind.LOG_LEVEL;
import static dev.inverterflow.snowflake.local.session.ParameterDefinition.Kind.NUMBER;
import static dev.inverterflow.snowflake.local.session.ParameterDefinition.Kind.STRING;
import static dev.inverterflow.snowflake.local.session.ParameterDefinition.Kind.TIME_ZONE;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The parameters a session has, as data. Those that the drivers read are sent to them with every answer; the values chosen
 * here for JDBC_ parameters are the ones under which dates and times arrive right in every client time zone.
 *
 * <p>Source of names and defaults: docs.snowflake.com/en/sql-reference/parameters.
 */
final class ParameterDefinitions {

    /** What drivers are told at login and after each statement. */
    private static final List<ParameterDefinition> ANNOUNCED = List.of(
            define("AUTOCOMMIT", BOOLEAN, "true", "Commits each statement that is not part of a transaction"),
            define("TIMEZONE", TIME_ZONE, "America/Los_Angeles", "Time zone of the session"),
            define("TIMESTAMP_OUTPUT_FORMAT", STRING, "YYYY-MM-DD HH24:MI:SS.FF3 TZHTZM", "Form of timestamps"),
            define("TIMESTAMP_NTZ_OUTPUT_FORMAT", STRING, "YYYY-MM-DD HH24:MI:SS.FF3", "Form of TIMESTAMP_NTZ"),
            define("TIMESTAMP_LTZ_OUTPUT_FORMAT", STRING, "", "Form of TIMESTAMP_LTZ"),
            define("TIMESTAMP_TZ_OUTPUT_FORMAT", STRING, "", "Form of TIMESTAMP_TZ"),
            define("DATE_OUTPUT_FORMAT", STRING, "YYYY-MM-DD", "Form of dates"),
            define("TIME_OUTPUT_FORMAT", STRING, "HH24:MI:SS", "Form of times"),
            define("BINARY_OUTPUT_FORMAT", STRING, "HEX", "Form of binary values"),
            define("CLIENT_TIMESTAMP_TYPE_MAPPING", STRING, "TIMESTAMP_LTZ", "Type that setTimestamp binds"),
            define("CLIENT_ENABLE_LOG_INFO_STATEMENT_PARAMETERS", BOOLEAN, "false", "Whether the driver logs binds"),
            define("CLIENT_METADATA_REQUEST_USE_CONNECTION_CTX", BOOLEAN, "false", "Metadata of the current schema"),
            define("CLIENT_METADATA_USE_SESSION_DATABASE", BOOLEAN, "false", "Metadata of the current database"),
            define("CLIENT_RESULT_COLUMN_CASE_INSENSITIVE", BOOLEAN, "false", "Finds columns of results in any case"),
            define("CLIENT_RESULT_CHUNK_SIZE", NUMBER, "160", "Size of result chunks, MB"),
            define("CLIENT_MEMORY_LIMIT", NUMBER, "1536", "Memory of the driver for results, MB"),
            define("CLIENT_PREFETCH_THREADS", NUMBER, "4", "Threads of the driver for results"),
            define("CLIENT_SESSION_KEEP_ALIVE", BOOLEAN, "false", "Whether the driver keeps the session alive"),
            define(
                    "CLIENT_SESSION_KEEP_ALIVE_HEARTBEAT_FREQUENCY",
                    NUMBER,
                    "3600",
                    "Time between two signs of life, s"),
            define("CLIENT_TELEMETRY_ENABLED", BOOLEAN, "false", "Whether the driver reports its use"),
            define("CLIENT_STAGE_ARRAY_BINDING_THRESHOLD", NUMBER, "0", "Batch size above which binds go by stage"),
            define("JDBC_TREAT_DECIMAL_AS_INT", BOOLEAN, "true", "NUMBER without scale is BIGINT"),
            define("JDBC_QUERY_RESULT_FORMAT", STRING, "JSON", "Form of results"),
            define("CLIENT_HONOR_CLIENT_TZ_FOR_TIMESTAMP_NTZ", BOOLEAN, "true", "Reads NTZ in the client's zone"),
            define("JDBC_TREAT_TIMESTAMP_NTZ_AS_UTC", BOOLEAN, "false", "Reads NTZ as UTC"),
            define("JDBC_FORMAT_DATE_WITH_TIMEZONE", BOOLEAN, "false", "Applies the time zone to dates"),
            define("JDBC_USE_SESSION_TIMEZONE", BOOLEAN, "true", "Reads times in the session's zone"),
            define("QUERY_CONTEXT_CACHE_SIZE", NUMBER, "5", "Entries of the query context cache"),
            define("JDBC_ENABLE_PUT_GET", BOOLEAN, "true", "Allows PUT and GET"),
            define("QUERY_TAG", STRING, "", "Text that marks the session's statements"),
            define("SNOWPARK_LAZY_ANALYSIS", BOOLEAN, "true", "Analyses data frames when they are used"),
            define("SNOWPARK_USE_SCOPED_TEMP_OBJECTS", BOOLEAN, "false", "Uses scoped temporary objects"),
            define("SNOWPARK_HIDE_INTERNAL_ALIAS", BOOLEAN, "true", "Hides aliases Snowpark makes"),
            define("GEOGRAPHY_OUTPUT_FORMAT", STRING, "GeoJSON", "Form of geographies"),
            define("GEOMETRY_OUTPUT_FORMAT", STRING, "GeoJSON", "Form of geometries"));

    /** What only SQL reads or sets. */
    private static final List<ParameterDefinition> OTHERS = List.of(
            define("ABORT_DETACHED_QUERY", BOOLEAN, "false", "Stops statements of a lost session"),
            define("BINARY_INPUT_FORMAT", STRING, "HEX", "Form in which binary text is read"),
            define("CLIENT_VALIDATE_DEFAULT_PARAMETERS", BOOLEAN, "false", "Refuses a login with unknown objects"),
            define("DATE_INPUT_FORMAT", STRING, "AUTO", "Form in which dates are read"),
            define("ERROR_ON_NONDETERMINISTIC_MERGE", BOOLEAN, "true", "Refuses a MERGE that updates a row twice"),
            define("ERROR_ON_NONDETERMINISTIC_UPDATE", BOOLEAN, "false", "Refuses an UPDATE of a row by two"),
            define("JSON_INDENT", NUMBER, "2", "Blanks per level of JSON"),
            define("LOCK_TIMEOUT", NUMBER, "43200", "Wait for a lock, s"),
            define("LOG_LEVEL", LOG_LEVEL, "OFF", "What handlers log"),
            define("MULTI_STATEMENT_COUNT", NUMBER, "1", "Statements allowed in one request"),
            define("QUOTED_IDENTIFIERS_IGNORE_CASE", BOOLEAN, "false", "Folds quoted names, too"),
            define("ROWS_PER_RESULTSET", NUMBER, "0", "Most rows of a result, 0 for all"),
            define("SEARCH_PATH", STRING, "$current, $public", "Schemas in which names are looked up"),
            define("SNOWPARK_SKIP_TXN_COMMIT_IN_DDL", BOOLEAN, "false", "DDL of Snowpark does not commit"),
            define("STATEMENT_QUEUED_TIMEOUT_IN_SECONDS", NUMBER, "0", "Wait for a warehouse, s"),
            define("STATEMENT_TIMEOUT_IN_SECONDS", NUMBER, "172800", "Longest run of a statement, s"),
            define("STRICT_JSON_OUTPUT", BOOLEAN, "false", "JSON output is strict"),
            define("TIMESTAMP_DAY_IS_ALWAYS_24H", BOOLEAN, "false", "A day is 24 hours in DATEADD"),
            define("TIMESTAMP_INPUT_FORMAT", STRING, "AUTO", "Form in which timestamps are read"),
            define("TIMESTAMP_TYPE_MAPPING", STRING, "TIMESTAMP_NTZ", "What TIMESTAMP means"),
            define("TIME_INPUT_FORMAT", STRING, "AUTO", "Form in which times are read"),
            define("TRACE_LEVEL", STRING, "OFF", "What handlers trace"),
            define("TRANSACTION_ABORT_ON_ERROR", BOOLEAN, "false", "An error ends the transaction"),
            define("TRANSACTION_DEFAULT_ISOLATION_LEVEL", STRING, "READ COMMITTED", "Isolation of transactions"),
            define("TWO_DIGIT_CENTURY_START", NUMBER, "1970", "First year that two digits mean"),
            define("UNSUPPORTED_DDL_ACTION", STRING, "ignore", "What unsupported DDL options do"),
            define("USE_CACHED_RESULT", BOOLEAN, "true", "Reuses results"),
            define("WEEK_OF_YEAR_POLICY", NUMBER, "0", "How weeks are counted"),
            define("WEEK_START", NUMBER, "0", "First day of the week"));

    /** In the order of SHOW PARAMETERS. */
    private static final Map<String, ParameterDefinition> BY_NAME = new TreeMap<>();

    static {
        ANNOUNCED.forEach(definition -> BY_NAME.put(definition.name(), definition));
        OTHERS.forEach(definition -> BY_NAME.put(definition.name(), definition));
    }

    private ParameterDefinitions() {}

    static Optional<ParameterDefinition> find(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    static List<ParameterDefinition> all() {
        return List.copyOf(BY_NAME.values());
    }

    static List<ParameterDefinition> announced() {
        return ANNOUNCED;
    }

    private static ParameterDefinition define(
            String name, ParameterDefinition.Kind kind, String defaultValue, String description) {
        return new ParameterDefinition(name, kind, defaultValue, description);
    }
}
