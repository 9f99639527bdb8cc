/** How many bytes tables store, now and on the average of each day. */
package dev.inverterflow.snowflake.local.storage;
