package dev.inverterflow.snowflake.local.load.store;

import java.util.Optional;

/**
 * A bucket and a path inside it: an object's key, or the prefix that many keys share.
 *
 * @param bucket name of the bucket
 * @param path key or prefix relative to the bucket, without a leading slash; empty for the whole bucket
 */
public record S3Location(String bucket, String path) {
    private static final String SCHEME = "s3://";

    public static Optional<S3Location> parse(String url) {
        if (!url.startsWith(SCHEME)) {
            return Optional.empty();
        }
        var rest = url.substring(SCHEME.length());
        int slash = rest.indexOf('/');
        var bucket = slash < 0 ? rest : rest.substring(0, slash);
        if (bucket.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new S3Location(bucket, slash < 0 ? "" : rest.substring(slash + 1)));
    }

    public S3Location resolve(String relativePath) {
        return new S3Location(bucket, path + relativePath);
    }

    public boolean contains(S3Location other) {
        return bucket.equals(other.bucket) && other.path.startsWith(path);
    }

    public String url() {
        return SCHEME + bucket + "/" + path;
    }
}
