/** Snowflake's data types: names, parameters, and how DuckDB stores them. */
package dev.inverterflow.snowflake.local.type;
