package dev.inverterflow.snowflake.local.load.pipe;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether a pipe loads.
 *
 * @param pausedSince since when it does not; null while it does
 * @param ownership whether its owner changed while it was paused
 */
record PipeState(@Nullable Instant pausedSince, Ownership ownership) {
    static final PipeState RUNNING = new PipeState(null, Ownership.KEPT);

    /** How long a paused pipe keeps notifications. */
    static final Duration RETENTION = Duration.ofDays(14);

    /** Whether a paused pipe has the owner that paused it. */
    enum Ownership {
        KEPT,
        TRANSFERRED
    }

    boolean paused() {
        return pausedSince != null;
    }

    /** Paused for so long that notifications may have been lost. */
    boolean stale(Instant now) {
        return pausedSince != null && pausedSince.plus(RETENTION).isBefore(now);
    }

    PipeState paused(Instant now) {
        return paused() ? this : new PipeState(now, ownership);
    }

    PipeState transferred() {
        return paused() ? new PipeState(pausedSince, Ownership.TRANSFERRED) : this;
    }
}
