package dev.inverterflow.snowflake.local.load.store;

import java.net.URI;

/**
 * Where the buckets of external stages really live: any store that speaks S3 with path-style addresses.
 *
 * @param uri address of the store, scheme included, for example {@code http://127.0.0.1:9000}
 * @param region region used for signing
 * @param accessKeyId key for signing
 * @param secretAccessKey secret for signing; never printed
 */
public record S3Endpoint(URI uri, String region, String accessKeyId, String secretAccessKey) {
    @Override
    public String toString() {
        return "S3Endpoint[uri=" + uri + ", region=" + region + ", accessKeyId=" + accessKeyId + "]";
    }
}
