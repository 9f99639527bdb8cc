/** The event table: what handlers log, in the columns of SNOWFLAKE.TELEMETRY.EVENTS. */
package dev.inverterflow.snowflake.local.event;
