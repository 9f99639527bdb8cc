package dev.inverterflow.snowflake.local.function;

import dev.inverterflow.snowflake.local.type.SnowflakeType;

/** Pieces of DuckDB SQL. */
public final class Sql {
    private Sql() {}

    /** A string literal. */
    public static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    /** A quoted identifier. */
    public static String name(String name) {
        return "\"" + name.replace("\"", "\"\"") + "\"";
    }

    /** A cast that is known to fit, or whose failure is classified afterwards. */
    public static String cast(String sql, SnowflakeType type) {
        return "CAST(" + sql + " AS " + type.duckType() + ")";
    }
}
