/** Queries and DML. */
package dev.inverterflow.snowflake.local.command.query;
