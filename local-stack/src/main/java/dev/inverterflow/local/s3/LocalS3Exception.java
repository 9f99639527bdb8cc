package dev.inverterflow.local.s3;

/** The embedded S3 could not start, serve or stop; the message says what to do. */
public final class LocalS3Exception extends RuntimeException {
    public LocalS3Exception(String message, Throwable cause) {
        super(message, cause);
    }
}
