package dev.inverterflow.client.upload;

import dev.inverterflow.client.spool.PendingFile;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ChecksumMode;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Create-only uploads into one bucket. */
final class Bucket {
    /** The object's own checksum is not kept by every store; its metadata is. */
    private static final String SHA256_METADATA = "sha256";

    private static final int PRECONDITION_FAILED = 412;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int ATTEMPTS = 3;
    private static final long SLOWEST_BYTES_PER_SECOND = 50_000;

    private final S3Client s3;
    private final String name;
    private final Duration shortestAttempt;

    /** @param shortestAttempt time for one attempt at an empty file; larger files have more */
    Bucket(S3Client s3, String name, Duration shortestAttempt) {
        this.s3 = s3;
        this.name = name;
        this.shortestAttempt = shortestAttempt;
    }

    /**
     * Stores an object under a key that has none yet. A key that is taken (412) may hold our own earlier attempt whose answer was
     * lost, so it is looked at before it counts as foreign. The content is read from the disk while it is sent: memory does not
     * depend on its size.
     */
    Outcome put(PendingFile file) {
        try {
            store(file);
            return Outcome.STORED;
        } catch (S3Exception e) {
            if (e.statusCode() != PRECONDITION_FAILED) {
                throw e;
            }
            return lookAt(file);
        }
    }

    private void store(PendingFile file) {
        Duration attempt = shortestAttempt.plusSeconds(file.bytes() / SLOWEST_BYTES_PER_SECOND);
        s3.putObject(
                request -> describe(request, name, file.key(), file.sha256())
                        .overrideConfiguration(configuration -> within(configuration, attempt)),
                RequestBody.fromFile(file.path()));
    }

    static PutObjectRequest.Builder describe(
            PutObjectRequest.Builder request, String bucket, String key, String sha256) {
        return request.bucket(bucket)
                .key(key)
                .ifNoneMatch("*")
                .contentType(key.endsWith(".gz") ? "application/gzip" : "application/json")
                .checksumSHA256(base64(sha256))
                .metadata(Map.of(SHA256_METADATA, sha256));
    }

    private Outcome lookAt(PendingFile file) {
        try {
            HeadObjectResponse object = s3.headObject(request -> request.bucket(name)
                    .key(file.key())
                    .checksumMode(ChecksumMode.ENABLED)
                    .overrideConfiguration(configuration -> within(configuration, shortestAttempt)));
            return holds(object, file) ? Outcome.STORED_BEFORE : Outcome.TAKEN;
        } catch (S3Exception e) {
            return switch (e.statusCode()) {
                case FORBIDDEN -> Outcome.UNDECIDED;
                case NOT_FOUND -> Outcome.VANISHED;
                default -> throw e;
            };
        }
    }

    private static void within(AwsRequestOverrideConfiguration.Builder configuration, Duration attempt) {
        configuration.apiCallAttemptTimeout(attempt).apiCallTimeout(attempt.multipliedBy(ATTEMPTS));
    }

    private static boolean holds(HeadObjectResponse object, PendingFile file) {
        boolean sameContent = file.sha256().equals(object.metadata().get(SHA256_METADATA))
                || base64(file.sha256()).equals(object.checksumSHA256());
        return object.contentLength() == file.bytes() && sameContent;
    }

    private static String base64(String hexadecimal) {
        return Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hexadecimal));
    }

    /** How a put ended. */
    enum Outcome {
        STORED,
        /** An earlier attempt had stored the same content. */
        STORED_BEFORE,
        /** The key holds something else. */
        TAKEN,
        /** The key holds something, and we may not see what. */
        UNDECIDED,
        /** The key held something that is gone. */
        VANISHED
    }
}
