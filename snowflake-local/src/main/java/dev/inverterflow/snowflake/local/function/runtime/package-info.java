/**
 * What Snowflake's functions do with values, for those that plain DuckDB SQL cannot express exactly. {@link
 * dev.inverterflow.snowflake.local.function.runtime.EngineFunctions} registers them in DuckDB under names starting with
 * {@code sf_}.
 */
package dev.inverterflow.snowflake.local.function.runtime;
