package dev.inverterflow.client.upload;

import java.io.ByteArrayInputStream;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * Loads the classes of an upload while the command line and the spool are still being read. Loading them is most of the time from the
 * start of a process to its first PUT, and it needs to know no setting: a made-up object goes through the whole SDK to an HTTP client
 * that sends nothing.
 */
public final class Priming {
    private Priming() {}

    /** Begins on a thread of its own and returns at once. Whatever goes wrong there goes wrong again, and is told, where it matters. */
    public static void begin() {
        Thread thread = new Thread(Priming::putIntoNothing, "priming");
        thread.setDaemon(true);
        thread.setUncaughtExceptionHandler(
                (failed, problem) -> LoggerFactory.getLogger(Priming.class).debug("priming failed", problem));
        thread.start();
    }

    private static void putIntoNothing() {
        try (S3Client s3 = S3Client.builder()
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("none", "none")))
                .overrideConfiguration(S3Clients::configure)
                .httpClient(new Nowhere())
                .build()) {
            s3.putObject(
                    request -> Bucket.describe(request, "nowhere", "nothing", "0".repeat(64)),
                    RequestBody.fromBytes(new byte[0]));
        }
        Apache5HttpClient.create().close();
    }

    private static final class Nowhere implements SdkHttpClient {
        @Override
        public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
            return new ExecutableHttpRequest() {
                @Override
                public HttpExecuteResponse call() {
                    return HttpExecuteResponse.builder()
                            .response(SdkHttpResponse.builder().statusCode(200).build())
                            .responseBody(AbortableInputStream.create(new ByteArrayInputStream(new byte[0])))
                            .build();
                }

                @Override
                public void abort() {
                    // There is nothing under way.
                }
            };
        }

        @Override
        public void close() {
            // There is nothing open.
        }
    }
}
