package dev.inverterflow.snowflake.local.rows;

/**
 * A file with some of the rows of a result, gzip over JSON.
 *
 * @param name the name under which it can be fetched
 * @param rows how many rows are in it
 * @param compressedBytes its size
 * @param bytes the size of the JSON
 */
public record Chunk(String name, int rows, long compressedBytes, long bytes) {}
