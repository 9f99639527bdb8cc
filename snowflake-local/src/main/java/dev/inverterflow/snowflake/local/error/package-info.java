/** Errors as a client of Snowflake sees them: code, SQLSTATE, message and, where known, the place in the statement. */
package dev.inverterflow.snowflake.local.error;
