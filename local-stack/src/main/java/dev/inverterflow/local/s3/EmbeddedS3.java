package dev.inverterflow.local.s3;

import dev.inverterflow.local.problem.LocalStackException;
import java.net.BindException;
import java.net.URI;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;

/**
 * An S3-compatible store on the loopback, in this process, with its objects in a directory. Every completed write raises an
 * S3 event notification.
 */
public final class EmbeddedS3 implements AutoCloseable {
    /** The region it answers for; it has only one. */
    public static final String REGION = "us-east-1";

    private final S3Proxy server;
    private final BlobStore store;
    private final S3Credentials credentials;

    private EmbeddedS3(S3Proxy server, BlobStore store, S3Credentials credentials) {
        this.server = server;
        this.store = store;
        this.credentials = credentials;
    }

    /**
     * Starts the server.
     *
     * @param directory where objects are kept; what an earlier run left there is served again
     * @param port the loopback port, 0 for a free one
     * @param events receives the JSON text of each event notification, on the thread of the request: hand over, do not block
     * @throws LocalStackException if the port is taken or the directory cannot be used
     */
    public static EmbeddedS3 start(Path directory, int port, S3Credentials credentials, Consumer<String> events) {
        BlobStore store = new NotifyingBlobStore(new FilesystemNio2BlobStore(directory.toString()), REGION, events);
        S3Proxy server = S3Proxy.builder()
                .blobStore(store)
                .endpoint(URI.create("http://127.0.0.1:" + port))
                .awsAuthentication(
                        AuthenticationType.AWS_V2_OR_V4, credentials.accessKeyId(), credentials.secretAccessKey())
                .ignoreUnknownHeaders(true)
                .stopTimeout(0)
                .build();
        try {
            server.start();
        } catch (BindException e) {
            throw new LocalStackException(
                    "port " + port + " is taken: choose another with --s3-port, or 0 for a free one", e);
        } catch (Exception e) { // S3Proxy.start declares no narrower type
            if (e.getCause() instanceof BindException) {
                throw new LocalStackException(
                        "port " + port + " is taken: choose another with --s3-port, or 0 for a free one", e);
            }
            throw new LocalStackException("the embedded S3 did not start on port " + port + ": " + e.getMessage(), e);
        }
        return new EmbeddedS3(server, store, credentials);
    }

    /** Makes the bucket if it is not there yet. */
    public void createBucket(String bucket) {
        if (!store.containerExists(bucket)) {
            store.createContainer(bucket);
        }
    }

    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getPort());
    }

    public S3Credentials credentials() {
        return credentials;
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) { // S3Proxy.stop declares no narrower type
            throw new LocalStackException("the embedded S3 did not stop: " + e.getMessage(), e);
        }
    }
}
