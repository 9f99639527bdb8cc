package dev.inverterflow.client.upload;

import dev.inverterflow.client.settings.Settings.Keys;
import dev.inverterflow.client.settings.Settings.Store;
import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/** Makes the S3 client of an uploader. */
public final class S3Clients {
    /** One more than the SDK's standard mode makes. */
    private static final int ATTEMPTS = 4;
    /**
     * A restarted server leaves dead connections in the pool, which are handed out one per attempt. Those idle for longer than this
     * are not handed out; a failure by the others costs the uploader one delay.
     */
    private static final Duration LONGEST_IDLE = Duration.ofSeconds(5);

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

    private S3Clients() {}

    public static S3Client create(Store store) {
        S3ClientBuilder builder = S3Client.builder()
                .region(Region.of(store.region()))
                .credentialsProvider(credentials(store))
                .httpClientBuilder(Apache5HttpClient.builder()
                        .maxConnections(Uploader.IN_FLIGHT)
                        .connectionMaxIdleTime(LONGEST_IDLE)
                        .connectionTimeout(CONNECT_TIMEOUT))
                .overrideConfiguration(S3Clients::configure);
        // S3-compatible stores seldom have a host name for each bucket.
        store.endpoint()
                .ifPresent(endpoint -> builder.endpointOverride(endpoint).forcePathStyle(true));
        return builder.build();
    }

    static void configure(ClientOverrideConfiguration.Builder configuration) {
        configuration.retryStrategy(AwsRetryStrategy.standardRetryStrategy().toBuilder()
                .maxAttempts(ATTEMPTS)
                .build());
    }

    /** Keys of the settings, else whatever the AWS default provider chain finds. */
    public static AwsCredentialsProvider credentials(Store store) {
        return store.keys()
                .<AwsCredentialsProvider>map(keys -> StaticCredentialsProvider.create(credentials(keys)))
                .orElseGet(() -> DefaultCredentialsProvider.builder().build());
    }

    private static AwsCredentials credentials(Keys keys) {
        return keys.sessionToken()
                .<AwsCredentials>map(
                        token -> AwsSessionCredentials.create(keys.accessKeyId(), keys.secretAccessKey(), token))
                .orElseGet(() -> AwsBasicCredentials.create(keys.accessKeyId(), keys.secretAccessKey()));
    }
}
