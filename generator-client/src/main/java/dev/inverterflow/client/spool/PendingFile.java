package dev.inverterflow.client.spool;

import java.nio.file.Path;

/**
 * A file that waits for its upload.
 *
 * @param batch the batch it is part of
 * @param path where it lies
 * @param key where it goes in the bucket
 * @param sha256 of its content, hexadecimal
 */
public record PendingFile(BatchName batch, Path path, String key, long bytes, String sha256) {}
