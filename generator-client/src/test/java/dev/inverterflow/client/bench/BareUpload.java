package dev.inverterflow.client.bench;

import dev.inverterflow.client.testing.S3Server;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** The smallest program that puts one object with the AWS SDK and the HTTP client that the generator client has. */
public final class BareUpload {
    private BareUpload() {}

    public static void main(String[] arguments) {
        try (S3Client s3 = client(URI.create(arguments[0]), 1)) {
            byte[] content = "[]".repeat(2_000).getBytes(StandardCharsets.UTF_8);
            s3.putObject(
                    request -> request.bucket(arguments[1]).key(arguments[2]).ifNoneMatch("*"),
                    RequestBody.fromBytes(content));
        }
    }

    static S3Client client(URI endpoint, int connections) {
        return S3Client.builder()
                .region(Region.US_EAST_1)
                .endpointOverride(endpoint)
                .forcePathStyle(true)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(Keys.ID, Keys.SECRET)))
                .httpClientBuilder(Apache5HttpClient.builder().maxConnections(connections))
                .build();
    }

    /** Constants are compiled in, so that this program needs no class of the embedded server. */
    private static final class Keys {
        static final String ID = S3Server.ACCESS_KEY;
        static final String SECRET = S3Server.SECRET;
    }
}
