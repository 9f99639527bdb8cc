package dev.inverterflow.snowflake.local.load.copy;

import dev.inverterflow.snowflake.local.load.store.StoredFile;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What became of one file.
 *
 * @param name the file's path below the location of the COPY
 * @param rowsParsed rows found in the file
 * @param rowsLoaded rows that are in the table
 * @param errorLimit with how many faults the file is skipped, as COPY prints it
 * @param errorsSeen faults found
 * @param fault the first fault; null without one
 * @param contentBytes size of the content uncompressed, as far as it was read
 */
public record FileLoad(
        StoredFile file,
        String name,
        Status status,
        long rowsParsed,
        long rowsLoaded,
        long errorLimit,
        long errorsSeen,
        @Nullable FileFault fault,
        long contentBytes,
        Instant scanTime) {
    /** How a load ended, as COPY prints it. */
    public enum Status {
        LOADED,
        PARTIALLY_LOADED,
        LOAD_FAILED;

        /** As COPY_HISTORY prints it. */
        String historyLabel() {
            return switch (this) {
                case LOADED -> "Loaded";
                case PARTIALLY_LOADED -> "Partially loaded";
                case LOAD_FAILED -> "Load failed";
            };
        }
    }
}
