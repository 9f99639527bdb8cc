package dev.inverterflow.snowflake.local.load.store;

import java.time.Instant;

/**
 * One object of a bucket as its listing shows it.
 *
 * @param location bucket and key
 * @param sizeBytes size as stored, compressed files as compressed
 * @param contentKey checksum of the content; for a plain upload its MD5 in hex
 * @param lastModified time of the upload, whole seconds as S3 gives it
 */
public record StoredFile(S3Location location, long sizeBytes, String contentKey, Instant lastModified) {}
