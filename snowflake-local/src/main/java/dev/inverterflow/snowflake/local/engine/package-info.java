/** DuckDB: how it is opened and closed, and how values and errors cross its border. Knows no Snowflake statement. */
package dev.inverterflow.snowflake.local.engine;
