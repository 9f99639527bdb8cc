package dev.inverterflow.snowflake.local.load.store;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.nio2blob.TransientNio2BlobStore;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** A real S3 server inside the test's process, in memory, on a free loopback port. */
public final class EmbeddedS3 implements AutoCloseable {
    private static final String KEY = "local-key";
    private static final String SECRET = "local-secret";

    private final BlobStore store = new TransientNio2BlobStore();
    private final S3Endpoint endpoint;
    private final S3Client client;
    private S3Proxy server;

    private EmbeddedS3() throws Exception {
        server = serve(0);
        endpoint = new S3Endpoint(URI.create("http://127.0.0.1:" + server.getPort()), "us-east-1", KEY, SECRET);
        client = S3Client.builder()
                .endpointOverride(endpoint.uri())
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(KEY, SECRET)))
                .forcePathStyle(true)
                .httpClientBuilder(Apache5HttpClient.builder())
                .build();
    }

    public static EmbeddedS3 start(String... buckets) throws Exception {
        var s3 = new EmbeddedS3();
        for (var bucket : buckets) {
            s3.client.createBucket(request -> request.bucket(bucket));
        }
        return s3;
    }

    private S3Proxy serve(int port) throws Exception {
        var proxy = S3Proxy.builder()
                .blobStore(store)
                .endpoint(URI.create("http://127.0.0.1:" + port))
                .awsAuthentication(AuthenticationType.AWS_V2_OR_V4, KEY, SECRET)
                .ignoreUnknownHeaders(true)
                .stopTimeout(0)
                .build();
        proxy.start();
        return proxy;
    }

    /** Stops to answer; the objects stay. */
    public void stop() throws Exception {
        server.stop();
    }

    /** Answers again, at the same address. */
    public void startAgain() throws Exception {
        server = serve(endpoint.uri().getPort());
    }

    public S3Endpoint endpoint() {
        return endpoint;
    }

    public void put(String bucket, String key, String content) {
        put(bucket, key, content.getBytes(StandardCharsets.UTF_8));
    }

    public void put(String bucket, String key, byte[] content) {
        client.putObject(request -> request.bucket(bucket).key(key), RequestBody.fromBytes(content));
    }

    /** The bytes of an object, as they are stored. */
    public byte[] get(String bucket, String key) {
        return client.getObjectAsBytes(request -> request.bucket(bucket).key(key))
                .asByteArray();
    }

    /** The message S3 sends for one created object. */
    public static String eventOf(String bucket, String key) {
        return """
                {"Records":[{"eventVersion":"2.1","eventSource":"aws:s3","awsRegion":"us-east-1",
                "eventTime":"2026-11-23T06:00:00.000Z","eventName":"ObjectCreated:Put",
                "s3":{"s3SchemaVersion":"1.0","bucket":{"name":"%s"},"object":{"key":"%s","size":1}}}]}""".formatted(bucket, key);
    }

    @Override
    public void close() throws Exception {
        client.close();
        server.stop();
    }
}
