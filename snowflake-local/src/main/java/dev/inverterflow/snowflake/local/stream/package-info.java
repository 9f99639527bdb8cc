/**
 * Append-only streams. An offset is a position in the order of commits, kept beside the rows in the engine and moved by the
 * transaction that consumes.
 */
package dev.inverterflow.snowflake.local.stream;
