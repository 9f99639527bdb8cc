package dev.inverterflow.snowflake.local.function;

import dev.inverterflow.snowflake.local.catalog.Identifiers;
import dev.inverterflow.snowflake.local.type.SnowflakeType;

/** Pieces of DuckDB SQL. */
public final class Sql {
    private Sql() {}

    /** A string. */
    public static String literal(String text) {
        return Identifiers.literal(text);
    }

    /** A quoted identifier. */
    public static String name(String name) {
        return Identifiers.quote(name);
    }

    /** A cast that is known to fit, or whose failure is classified afterwards. */
    public static String cast(String sql, SnowflakeType type) {
        return "CAST(" + sql + " AS " + type.duckType() + ")";
    }
}
