package dev.inverterflow.snowflake.local.load.store;

import java.time.Instant;

/**
 * One staged file as the listing of its bucket or stage shows it.
 *
 * @param location where it lies
 * @param sizeBytes size as stored, compressed files as compressed
 * @param contentKey checksum of the content; for a plain upload its MD5 in hex
 * @param lastModified time of the upload, whole seconds as S3 gives it
 */
public record StoredFile(FileLocation location, long sizeBytes, String contentKey, Instant lastModified) {}
