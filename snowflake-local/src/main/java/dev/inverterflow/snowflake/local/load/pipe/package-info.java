/** Pipes: S3 events in, files queued and loaded once, by one thread. */
package dev.inverterflow.snowflake.local.load.pipe;
