package dev.inverterflow.snowflake.local.analysis.tree;

import dev.inverterflow.snowflake.local.type.SnowflakeType;

/**
 * A column of a query's result.
 *
 * @param label the name that a client sees
 * @param duckName its name in DuckDB, unique within the query in any case
 */
public record ResultColumn(String label, String duckName, SnowflakeType type, boolean nullable) {}
