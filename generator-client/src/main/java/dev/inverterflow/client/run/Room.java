package dev.inverterflow.client.run;

import dev.inverterflow.client.metrics.ClientMetrics;
import dev.inverterflow.client.settings.Settings.SpoolSpace;
import dev.inverterflow.client.settings.Settings.WhenFull;
import dev.inverterflow.client.spool.Dropped;
import dev.inverterflow.client.spool.Spool;
import dev.inverterflow.client.spool.SpoolException;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the spool within SPOOL_MAX_BYTES: a batch is only made when less than that waits. Without room generation pauses, or, when
 * SPOOL_FULL says so, what is oldest makes room.
 */
final class Room {
    private static final Logger LOG = LoggerFactory.getLogger(Room.class);

    private final Spool spool;
    private final SpoolSpace space;
    private final ClientMetrics metrics;
    private boolean paused;
    private boolean dropping;

    Room(Spool spool, SpoolSpace space, ClientMetrics metrics) {
        this.spool = spool;
        this.space = space;
        this.metrics = metrics;
    }

    /** Whether the batch of a tick may be made. */
    boolean isThereAt(Instant tick) throws SpoolException {
        boolean isThere = !isFull() || (space.whenFull() == WhenFull.DROP_OLDEST && hasDropped(tick));
        if (isThere) {
            goOnAt(tick);
        } else {
            pauseAt(tick);
        }
        return isThere;
    }

    private boolean isFull() {
        return spool.waitingBytes() >= space.maxBytes();
    }

    /** False if what is left is being uploaded just now. */
    private boolean hasDropped(Instant tick) throws SpoolException {
        if (!dropping) {
            dropping = true;
            LOG.error(
                    "readings are being LOST from {} on: the spool has reached SPOOL_MAX_BYTES ({} of {} bytes) and SPOOL_FULL is"
                            + " drop-oldest; the ledger tells which",
                    tick,
                    spool.waitingBytes(),
                    space.maxBytes());
        }
        while (isFull()) {
            Optional<Dropped> dropped = spool.dropOldest(tick);
            if (dropped.isEmpty()) {
                return false;
            }
            metrics.batchDropped(dropped.get().files().size());
            LOG.warn(
                    "batch {} is dropped to make room: {} readings in {} files",
                    dropped.get().batch(),
                    dropped.get().records(),
                    dropped.get().files().size());
        }
        return true;
    }

    private void pauseAt(Instant tick) {
        metrics.tickPaused();
        if (!paused) {
            paused = true;
            LOG.warn(
                    "generation pauses at {}: the spool has reached SPOOL_MAX_BYTES ({} of {} bytes); it goes on when uploads make room",
                    tick,
                    spool.waitingBytes(),
                    space.maxBytes());
        }
    }

    private void goOnAt(Instant tick) {
        if (paused) {
            paused = false;
            LOG.info("generation goes on at {}: the spool has room again", tick);
        }
    }
}
