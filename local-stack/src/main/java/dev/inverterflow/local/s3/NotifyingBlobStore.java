package dev.inverterflow.local.s3;

import java.io.InputStream;
import java.util.function.Consumer;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.blobstore.ForwardingBlobStore;
import org.gaul.s3proxy.blobstore.domain.MultipartUpload;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.CopyObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;

/** Raises an S3 event notification after each write that succeeded, as S3 does for {@code s3:ObjectCreated:*}. */
final class NotifyingBlobStore extends ForwardingBlobStore {
    private final S3EventNotification notification;
    private final Consumer<String> events;

    NotifyingBlobStore(BlobStore delegate, String region, Consumer<String> events) {
        super(delegate);
        this.notification = new S3EventNotification(region);
        this.events = events;
    }

    @Override
    public PutObjectResponse putBlob(PutObjectRequest request, InputStream content) {
        PutObjectResponse response = super.putBlob(request, content);
        raise("ObjectCreated:Put", request.bucket(), request.key());
        return response;
    }

    @Override
    public CopyObjectResponse copyBlob(CopyObjectRequest request) {
        CopyObjectResponse response = super.copyBlob(request);
        raise("ObjectCreated:Copy", request.destinationBucket(), request.destinationKey());
        return response;
    }

    @Override
    public CompleteMultipartUploadResponse completeMultipartUpload(
            MultipartUpload upload, CompleteMultipartUploadRequest request) {
        CompleteMultipartUploadResponse response = super.completeMultipartUpload(upload, request);
        raise("ObjectCreated:CompleteMultipartUpload", request.bucket(), request.key());
        return response;
    }

    private void raise(String eventName, String bucket, String key) {
        HeadObjectResponse stored = delegate().blobMetadata(bucket, key);
        events.accept(notification.json(eventName, bucket, key, stored.contentLength(), stored.eTag()));
    }
}
