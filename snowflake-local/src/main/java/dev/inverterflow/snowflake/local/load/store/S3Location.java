package dev.inverterflow.snowflake.local.load.store;

import java.util.Optional;

/**
 * A bucket and a path inside it: an object's key, or the prefix that many keys share.
 *
 * @param bucket name of the bucket
 * @param path key or prefix relative to the bucket, without a leading slash; empty for the whole bucket
 */
public record S3Location(String bucket, String path) implements FileLocation {
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

    @Override
    public S3Location resolve(String relativePath) {
        return new S3Location(bucket, path + relativePath);
    }

    @Override
    public boolean contains(FileLocation other) {
        return other instanceof S3Location object && bucket.equals(object.bucket) && object.path.startsWith(path);
    }

    @Override
    public String shown() {
        return url();
    }

    @Override
    public String key() {
        return url();
    }

    public String url() {
        return SCHEME + bucket + "/" + path;
    }
}
