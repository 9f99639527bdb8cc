/** Rows of results: a few in memory, many in files that drivers fetch one by one. */
package dev.inverterflow.snowflake.local.rows;
