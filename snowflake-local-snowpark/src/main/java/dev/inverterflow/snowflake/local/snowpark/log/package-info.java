/** What a handler logs through SLF4J, on its way to the event table. */
package dev.inverterflow.snowflake.local.snowpark.log;
