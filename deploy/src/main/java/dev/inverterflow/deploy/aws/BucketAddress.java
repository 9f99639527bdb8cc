package dev.inverterflow.deploy.aws;

/**
 * A stage's place in S3.
 *
 * @param prefix ends in a slash, or is empty for the whole bucket
 */
public record BucketAddress(String bucket, String prefix) {
    /** Reads a URL that the variable's kind has checked, as in {@code s3://bucket/prefix/}. */
    public static BucketAddress of(String stageUrl) {
        String path = stageUrl.substring(stageUrl.indexOf("://") + 3);
        int slash = path.indexOf('/');
        return slash < 0
                ? new BucketAddress(path, "")
                : new BucketAddress(path.substring(0, slash), path.substring(slash + 1));
    }
}
