package dev.inverterflow.snowflake.local.analysis;

import dev.inverterflow.snowflake.local.ast.Position;
import dev.inverterflow.snowflake.local.error.Errors;
import java.util.List;
import java.util.Set;

/**
 * Functions that Snowflake has and this stand-in does not: they are refused by name, so that nobody takes them for a
 * mistake in spelling (docs.snowflake.com/en/sql-reference/functions-all).
 */
final class UnsupportedFunctions {
    private static final List<String> FAMILIES = List.of(
            "AI_",
            "ST_",
            "H3_",
            "VECTOR_",
            "ENCRYPT",
            "DECRYPT",
            "TRY_DECRYPT",
            "MINHASH",
            "HLL_",
            "APPROX_TOP_K",
            "BITMAP_",
            "TO_GEO",
            "TRY_TO_GEO",
            "DATASKETCHES_",
            "FL_",
            "INTERPOLATE_",
            "CORTEX_",
            "POLICY_",
            "SYSTEM$");

    private static final Set<String> NAMES = Set.of(
            "ACCUMULATE",
            "APPROXIMATE_JACCARD_INDEX",
            "APPROXIMATE_SIMILARITY",
            "ARRAY_CONSTRUCT_STRUCTURED",
            "ARRAY_UNION_AGG",
            "COMPRESS",
            "CONDITIONAL_CHANGE_EVENT",
            "DECOMPRESS_BINARY",
            "DECOMPRESS_STRING",
            "ESTIMATE_REMAINING_DML_BATCHES",
            "EXTRACT_SEMANTIC_CATEGORIES",
            "FILTER",
            "GETNEXTVAL",
            "GET_OBJECT_REFERENCES",
            "GET_RELATIVE_PATH",
            "GET_STAGE_LOCATION",
            "GET_ABSOLUTE_PATH",
            "BUILD_SCOPED_FILE_URL",
            "BUILD_STAGE_FILE_URL",
            "INVOKER_ROLE",
            "INVOKER_SHARE",
            "MAP_CAT",
            "MAP_CONTAINS_KEY",
            "MAP_DELETE",
            "MAP_INSERT",
            "MAP_KEYS",
            "MAP_PICK",
            "MAP_SIZE",
            "NORMALIZE",
            "PARSE_IP",
            "REDUCE",
            "GETBIT",
            "STRTOK_SPLIT_TO_TABLE",
            "ALL_USER_NAMES",
            "TRANSFORM",
            "TRY_PARSE_IP",
            "ZIPF");

    private static final Set<String> TABLES = Set.of(
            "GETNEXTVAL",
            "VALIDATE",
            "VALIDATE_PIPE_LOAD",
            "INFER_SCHEMA",
            "STRTOK_SPLIT_TO_TABLE",
            "EXTERNAL_TABLE_FILES",
            "EXTERNAL_TABLE_FILE_REGISTRATION_HISTORY",
            "AUTOMATIC_CLUSTERING_HISTORY",
            "DATABASE_STORAGE_USAGE_HISTORY",
            "DATA_TRANSFER_HISTORY",
            "DYNAMIC_TABLE_REFRESH_HISTORY",
            "DYNAMIC_TABLES",
            "LOGIN_HISTORY",
            "LOGIN_HISTORY_BY_USER",
            "MATERIALIZED_VIEW_REFRESH_HISTORY",
            "METERING_HISTORY",
            "NOTIFICATION_HISTORY",
            "POLICY_REFERENCES",
            "REPLICATION_USAGE_HISTORY",
            "REST_EVENT_HISTORY",
            "SEARCH_OPTIMIZATION_HISTORY",
            "STAGE_DIRECTORY_FILE_REGISTRATION_HISTORY",
            "STAGE_STORAGE_USAGE_HISTORY",
            "TAG_REFERENCES",
            "WAREHOUSE_LOAD_HISTORY",
            "WAREHOUSE_METERING_HISTORY");

    private UnsupportedFunctions() {}

    /** Fails if Snowflake has a table function of that name, and the stand-in has not. */
    static void refuseTable(String name, Position position) {
        if (TABLES.contains(name)) {
            throw Errors.notSupported("table function " + name, position.line(), position.column());
        }
    }

    /** Fails if Snowflake has a function of that name. */
    static void refuse(String name, Position position) {
        if (NAMES.contains(name) || FAMILIES.stream().anyMatch(name::startsWith)) {
            throw Errors.notSupported("function " + name, position.line(), position.column());
        }
    }
}
