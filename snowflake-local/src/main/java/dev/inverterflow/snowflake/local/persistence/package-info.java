/** The data directory: what survives the end of a server. */
package dev.inverterflow.snowflake.local.persistence;
