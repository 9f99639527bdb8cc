package dev.inverterflow.snowflake.local.function;

import static dev.inverterflow.snowflake.local.function.Sql.cast;

import dev.inverterflow.snowflake.local.type.SnowflakeType;

/** Values of all types as they stand in a VARIANT: canonical JSON text, and marked text where JSON has no such type. */
final class VariantText {
    private VariantText() {}

    static String of(String sql, SnowflakeType from) {
        return switch (from.kind()) {
            case VARIANT, OBJECT, ARRAY -> sql;
            case FIXED ->
                from.scale() == 0
                        ? cast(sql, SnowflakeType.VARCHAR)
                        : "rtrim(rtrim(" + cast(sql, SnowflakeType.VARCHAR) + ", '0'), '.')";
            case REAL -> "sf_double_variant(" + sql + ")";
            case BOOLEAN -> cast(sql, SnowflakeType.VARCHAR);
            case TEXT -> "CAST(to_json(" + sql + ") AS VARCHAR)";
            case DATE -> "('@D' || CAST(" + sql + " AS VARCHAR))";
            case TIME -> "('@T' || CAST(" + sql + " AS VARCHAR))";
            case TIMESTAMP_NTZ -> "('@N' || CAST(" + sql + " AS VARCHAR))";
            case TIMESTAMP_LTZ -> "('@L' || CAST(" + sql + " AT TIME ZONE 'UTC' AS VARCHAR))";
            case TIMESTAMP_TZ -> "('@Z' || CAST(" + sql + ".utc AS VARCHAR) || ' ' || " + sql + ".offset_minutes)";
            case BINARY -> "('@B' || hex(" + sql + "))";
            case NULL -> sql;
        };
    }
}
