package dev.inverterflow.snowflake.local.stage;

import java.time.Instant;

/**
 * A file of a stage, as LIST shows it.
 *
 * @param name for an internal stage the stage's name in lower case with the path behind it, for an external one its URL
 * @param size in bytes
 * @param md5 the content's checksum in hexadecimal
 */
public record StageFile(String name, long size, String md5, Instant lastModified) {}
