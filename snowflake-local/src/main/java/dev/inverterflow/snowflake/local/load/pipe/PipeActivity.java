package dev.inverterflow.snowflake.local.load.pipe;

import dev.inverterflow.snowflake.local.load.store.FileLocation;
import dev.inverterflow.snowflake.local.load.store.S3Location;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The latest things that happened to a pipe, as SYSTEM$PIPE_STATUS tells them. Guarded by {@link PipeService}. */
final class PipeActivity {
    private @Nullable Instant lastReceived;
    private @Nullable String lastReceivedPath;
    private @Nullable Instant lastIngested;
    private @Nullable String lastIngestedPath;
    private @Nullable Instant lastPulled;
    private @Nullable Instant lastError;
    private @Nullable String error;

    void received(FileLocation file, Instant time) {
        lastReceived = time;
        lastReceivedPath = file instanceof S3Location object ? object.bucket() + "/" + object.path() : file.path();
    }

    void pulled(Instant time) {
        lastPulled = time;
    }

    void ingested(String path, Instant time) {
        lastIngested = time;
        lastIngestedPath = path;
    }

    void failed(String message, Instant time) {
        lastError = time;
        error = message;
    }

    @Nullable
    Instant lastReceived() {
        return lastReceived;
    }

    @Nullable
    String lastReceivedPath() {
        return lastReceivedPath;
    }

    @Nullable
    Instant lastIngested() {
        return lastIngested;
    }

    @Nullable
    String lastIngestedPath() {
        return lastIngestedPath;
    }

    @Nullable
    Instant lastPulled() {
        return lastPulled;
    }

    @Nullable
    Instant lastError() {
        return lastError;
    }

    @Nullable
    String error() {
        return error;
    }
}
