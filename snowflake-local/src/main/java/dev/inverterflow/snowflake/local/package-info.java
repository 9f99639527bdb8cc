/**
 * An embedded stand-in for Snowflake: unmodified drivers talk to it over HTTP on the loopback, DuckDB keeps the rows.
 * {@link dev.inverterflow.snowflake.local.SnowflakeLocal} is all there is to use it.
 */
package dev.inverterflow.snowflake.local;
