package dev.inverterflow.snowflake.local.load.store;

import dev.inverterflow.snowflake.local.error.Errors;
import java.util.Optional;

/** The store behind all buckets. Its client is made when it is first needed, since that takes a good part of a second. */
public final class S3Stores implements AutoCloseable {
    private final Optional<S3Endpoint> endpoint;
    private Optional<S3Store> store = Optional.empty();

    public S3Stores(Optional<S3Endpoint> endpoint) {
        this.endpoint = endpoint;
    }

    /**
     * The store that holds the bucket of this location.
     *
     * @throws dev.inverterflow.snowflake.local.error.SnowflakeException if no endpoint was mapped
     */
    public synchronized S3Store of(S3Location location) {
        if (store.isEmpty()) {
            store = Optional.of(new S3Store(endpoint.orElseThrow(() -> Errors.notSupported(
                    "reading '" + location.url() + "' without an S3 endpoint; start the server with one"))));
        }
        return store.get();
    }

    @Override
    public synchronized void close() {
        store.ifPresent(S3Store::close);
        store = Optional.empty();
    }
}
