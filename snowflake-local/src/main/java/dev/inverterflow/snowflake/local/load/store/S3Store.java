package dev.inverterflow.snowflake.local.load.store;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** The objects of one S3-compatible store. Failures are the SDK's own exceptions; callers add what they were doing. */
public final class S3Store implements AutoCloseable {
    /** Fewer than the SDK's four attempts, so that a pool of connections that died with the store cannot use them up. */
    private static final int MAX_CONNECTIONS = 3;

    private final S3Client client;

    S3Store(S3Endpoint endpoint) {
        client = S3Client.builder()
                .endpointOverride(endpoint.uri())
                .region(Region.of(endpoint.region()))
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(endpoint.accessKeyId(), endpoint.secretAccessKey())))
                .forcePathStyle(true)
                .httpClientBuilder(Apache5HttpClient.builder()
                        .maxConnections(MAX_CONNECTIONS)
                        .connectionAcquisitionTimeout(Duration.ofMinutes(1)))
                .build();
    }

    /** Lists every object below the prefix in the order of the keys, page by page while the stream is read. */
    public Stream<StoredFile> list(S3Location prefix) {
        return client
                .listObjectsV2Paginator(
                        request -> request.bucket(prefix.bucket()).prefix(prefix.path()))
                .contents()
                .stream()
                // S3 lists what is complete. A compatible store over a file system may list what is being written or
                // deleted.
                .filter(object -> object.eTag() != null)
                .map(object -> new StoredFile(
                        new S3Location(prefix.bucket(), object.key()),
                        object.size(),
                        unquoted(object.eTag()),
                        wholeSeconds(object.lastModified())));
    }

    public Optional<StoredFile> find(S3Location file) {
        try {
            var head =
                    client.headObject(request -> request.bucket(file.bucket()).key(file.path()));
            return Optional.of(new StoredFile(
                    file, head.contentLength(), unquoted(head.eTag()), wholeSeconds(head.lastModified())));
        } catch (NoSuchKeyException absent) {
            return Optional.empty();
        }
    }

    /** Opens an object for reading; what it is called and how old it is comes with the same answer. */
    public OpenFile open(S3Location file) {
        var content = client.getObject(request -> request.bucket(file.bucket()).key(file.path()));
        var head = content.response();
        return new OpenFile(
                new StoredFile(file, head.contentLength(), unquoted(head.eTag()), wholeSeconds(head.lastModified())),
                content);
    }

    public void put(Path content, S3Location file) {
        client.putObject(request -> request.bucket(file.bucket()).key(file.path()), content);
    }

    public void delete(S3Location file) {
        client.deleteObject(request -> request.bucket(file.bucket()).key(file.path()));
    }

    @Override
    public void close() {
        client.close();
    }

    private static String unquoted(String eTag) {
        return eTag.replace("\"", "");
    }

    private static Instant wholeSeconds(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS);
    }
}
