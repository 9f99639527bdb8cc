package dev.inverterflow.client.upload;

/**
 * What an uploader has done since it was made.
 *
 * @param files uploads that S3 confirmed
 * @param bytes size of those files
 * @param retries attempts that failed as a whole, the SDK's own retries within them not counted
 */
public record UploadCounts(long files, long bytes, long retries) {}
