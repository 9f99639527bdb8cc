/** The objects of the account and their definitions. Knows nothing of sessions, SQL text or the engine. */
package dev.inverterflow.snowflake.local.catalog;
