package dev.inverterflow.client.upload;

import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ChecksumMode;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Create-only uploads into one bucket. */
final class Bucket {
    /** The object's own checksum is not kept by every store; its metadata is. */
    private static final String SHA256_METADATA = "sha256";

    private static final int PRECONDITION_FAILED = 412;
    private static final Duration SHORTEST_ATTEMPT = Duration.ofSeconds(10);
    private static final long SLOWEST_BYTES_PER_SECOND = 50_000;

    private final S3Client s3;
    private final String name;

    Bucket(S3Client s3, String name) {
        this.s3 = s3;
        this.name = name;
    }

    /**
     * Stores an object under a key that has none yet. A key that is taken (412) may hold our own earlier attempt whose answer was
     * lost, so it is looked at before it counts as foreign.
     *
     * @param sha256 of the content, hexadecimal
     */
    Outcome put(String key, byte[] content, String sha256) {
        try {
            store(key, content, sha256);
            return Outcome.STORED;
        } catch (S3Exception e) {
            if (e.statusCode() != PRECONDITION_FAILED) {
                throw e;
            }
            return holds(key, content.length, sha256) ? Outcome.STORED_BEFORE : Outcome.TAKEN;
        }
    }

    private void store(String key, byte[] content, String sha256) {
        Duration attempt = SHORTEST_ATTEMPT.plusSeconds(content.length / SLOWEST_BYTES_PER_SECOND);
        s3.putObject(
                request -> request.bucket(name)
                        .key(key)
                        .ifNoneMatch("*")
                        .contentType(key.endsWith(".gz") ? "application/gzip" : "application/json")
                        .checksumSHA256(base64(sha256))
                        .metadata(Map.of(SHA256_METADATA, sha256))
                        .overrideConfiguration(configuration ->
                                configuration.apiCallAttemptTimeout(attempt).apiCallTimeout(attempt.multipliedBy(3))),
                RequestBody.fromBytes(content));
    }

    private boolean holds(String key, long bytes, String sha256) {
        HeadObjectResponse object =
                s3.headObject(request -> request.bucket(name).key(key).checksumMode(ChecksumMode.ENABLED));
        boolean sameContent = sha256.equals(object.metadata().get(SHA256_METADATA))
                || base64(sha256).equals(object.checksumSHA256());
        return object.contentLength() == bytes && sameContent;
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
        TAKEN
    }
}
