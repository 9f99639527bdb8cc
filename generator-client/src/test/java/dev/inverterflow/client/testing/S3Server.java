package dev.inverterflow.client.testing;

import dev.inverterflow.client.settings.Settings.Keys;
import dev.inverterflow.client.settings.Settings.Store;
import dev.inverterflow.client.upload.S3Clients;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.blobstore.ForwardingBlobStore;
import org.gaul.s3proxy.blobstore.S3Exceptions;
import org.gaul.s3proxy.nio2blob.TransientNio2BlobStore;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CreateBucketRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Object;

/** A real S3 server in this JVM, whose puts can be made to fail. */
@SuppressWarnings("try") // The server's stop declares Exception.
public final class S3Server implements AutoCloseable {
    public static final String BUCKET = "readings-bucket";
    public static final String ACCESS_KEY = "test-access-key";
    public static final String SECRET = "test-secret-key";

    private final FaultyStore store = new FaultyStore(new TransientNio2BlobStore());
    private final S3Proxy proxy;
    private final S3Client client;

    private S3Server() throws Exception {
        store.createContainer(CreateBucketRequest.builder().bucket(BUCKET).build());
        proxy = S3Proxy.builder()
                .blobStore(store)
                .endpoint(URI.create("http://127.0.0.1:0"))
                .awsAuthentication(AuthenticationType.AWS_V2_OR_V4, ACCESS_KEY, SECRET)
                .ignoreUnknownHeaders(true)
                .stopTimeout(0)
                .build();
        proxy.start();
        client = S3Clients.create(store());
    }

    public static S3Server start() throws Exception {
        return new S3Server();
    }

    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + proxy.getPort());
    }

    public Store store() {
        return new Store(
                "us-east-1",
                BUCKET,
                Optional.of(endpoint()),
                Optional.of(new Keys(ACCESS_KEY, SECRET, Optional.empty())));
    }

    /** The client under test, as production makes it. */
    public S3Client client() {
        return client;
    }

    /** Each coming put meets one of these, in turn, before puts work again. */
    public void nextPuts(Fault... faults) {
        store.faults.addAll(List.of(faults));
    }

    /** Every put meets this, once {@link #nextPuts} are used up, until {@link #heal}. */
    public void everyPut(Fault fault) {
        store.everyPut = Optional.of(fault);
    }

    /** Nobody may look at an object until {@link #heal}: what a role without s3:GetObject meets. */
    public void refuseLooks() {
        store.refusesLooks = true;
    }

    public void heal() {
        store.faults.clear();
        store.everyPut = Optional.empty();
        store.refusesLooks = false;
    }

    /** Puts that reached the store, failed ones too. */
    public int puts() {
        return store.puts.get();
    }

    public List<String> keys() {
        return client.listObjectsV2Paginator(request -> request.bucket(BUCKET)).contents().stream()
                .map(S3Object::key)
                .toList();
    }

    public byte[] content(String key) {
        return client.getObjectAsBytes(request -> request.bucket(BUCKET).key(key))
                .asByteArray();
    }

    public void put(String key, byte[] content) {
        client.putObject(request -> request.bucket(BUCKET).key(key), RequestBody.fromBytes(content));
    }

    @Override
    public void close() throws Exception {
        client.close();
        proxy.stop();
    }

    /** What happens to one put instead of success. */
    public interface Fault {
        PutObjectResponse put(BlobStore store, PutObjectRequest request, InputStream content);
    }

    /** Answers a put with an HTTP status, and stores nothing. */
    public static Fault status(int status) {
        return (store, request, content) -> {
            throw S3Exceptions.fromStatusCode(status);
        };
    }

    private static final class FaultyStore extends ForwardingBlobStore {
        private final Queue<Fault> faults = new ConcurrentLinkedQueue<>();
        private volatile Optional<Fault> everyPut = Optional.empty();
        private volatile boolean refusesLooks;
        private final AtomicInteger puts = new AtomicInteger();

        FaultyStore(BlobStore delegate) {
            super(delegate);
        }

        @Override
        public PutObjectResponse putBlob(PutObjectRequest request, InputStream content) {
            puts.incrementAndGet();
            Optional<Fault> fault = Optional.ofNullable(faults.poll()).or(() -> everyPut);
            return fault.isPresent() ? fault.get().put(delegate(), request, content) : super.putBlob(request, content);
        }

        @Override
        public HeadObjectResponse blobMetadata(HeadObjectRequest request) {
            if (refusesLooks) {
                throw S3Exceptions.fromStatusCode(403);
            }
            return super.blobMetadata(request);
        }
    }
}
