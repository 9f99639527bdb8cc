package dev.inverterflow.client.upload;

import dev.inverterflow.client.spool.PendingFile;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.retries.api.BackoffStrategy;

/**
 * Lets uploads through while S3 takes them. Each prefix of the bucket is a lane of its own, since access can be refused for one and
 * not for another. A failure closes its lane for a delay that grows from failure to failure; then a single upload tries whether the
 * lane can be opened again, each time another file, so that one the store always fails at does not keep the others.
 */
final class Lanes {
    private static final int MOST_DOUBLINGS = 16;
    private static final Comparator<PendingFile> ORDER_OF_THE_WALK =
            Comparator.comparing(PendingFile::batch).thenComparing(PendingFile::path);

    private final Map<String, Lane> lanes = new HashMap<>();
    private final BackoffStrategy backoff;

    /** @param backoff delay after each failure, counted from 2 */
    Lanes(BackoffStrategy backoff) {
        this.backoff = backoff;
    }

    /** The permission to try an upload now; none while its lane is closed. */
    synchronized Optional<Ticket> admit(PendingFile file) {
        Lane lane = lanes.computeIfAbsent(prefix(file.key()), prefix -> new Lane());
        if (lane.admits(file)) {
            return Optional.of(lane.ticket(file));
        }
        lane.hasWaiting = true;
        return Optional.empty();
    }

    /** S3 has taken an upload, or refused it for a reason that is the file's alone. */
    synchronized void opened(Ticket ticket) {
        ticket.opened();
    }

    /** S3 did not take an upload, and will not take others either. */
    synchronized void closed(Ticket ticket) {
        ticket.closed(backoff);
    }

    /** The upload was not tried after all. */
    synchronized void unused(Ticket ticket) {
        ticket.unused();
    }

    /** All files of the spool were offered once. */
    synchronized void walkEnded() {
        lanes.values().forEach(Lane::walkEnded);
    }

    /** They are offered again. */
    synchronized void walkBegins() {
        lanes.values().forEach(lane -> lane.hasWaiting = false);
    }

    /** How long all lanes that files wait for stay closed; nothing if no file waits for a lane. */
    synchronized Optional<Duration> untilOpening() {
        return lanes.values().stream()
                .filter(lane -> lane.hasWaiting)
                .map(lane -> Duration.ofNanos(lane.nanosUntilOpen()))
                .min(Comparator.naturalOrder());
    }

    /** All but the date and the file's name. */
    private static String prefix(String key) {
        int name = key.lastIndexOf('/');
        int date = name < 0 ? -1 : key.lastIndexOf('/', name - 1);
        return date < 0 ? "" : key.substring(0, date);
    }

    /** One prefix. */
    private static final class Lane {
        private final TroubleLog troubles = new TroubleLog("uploads work again");
        private int failures;
        private long closedAt;
        private long closedForNanos;
        private boolean probing;
        private boolean hasWaiting;
        private @Nullable PendingFile lastFailed;
        private long epoch;

        boolean admits(PendingFile file) {
            if (failures == 0) {
                return true;
            }
            boolean itsTurn = lastFailed == null || ORDER_OF_THE_WALK.compare(lastFailed, file) < 0;
            return !probing && itsTurn && nanosUntilOpen() == 0;
        }

        long nanosUntilOpen() {
            return failures == 0 ? 0 : Math.max(0, closedForNanos - (System.nanoTime() - closedAt));
        }

        Ticket ticket(PendingFile file) {
            probing = failures > 0;
            return new Ticket(this, file, epoch);
        }

        void walkEnded() {
            if (nanosUntilOpen() == 0) {
                lastFailed = null;
            }
        }
    }

    /** The permission to try one upload. */
    static final class Ticket {
        private final Lane lane;
        private final PendingFile file;
        private final long epoch;

        private Ticket(Lane lane, PendingFile file, long epoch) {
            this.lane = lane;
            this.file = file;
            this.epoch = epoch;
        }

        TroubleLog troubles() {
            return lane.troubles;
        }

        private void opened() {
            if (lane.failures > 0) {
                lane.failures = 0;
                lane.probing = false;
                lane.lastFailed = null;
                lane.epoch++;
            }
        }

        /** Uploads that were in flight together fail together, and count as one failure. */
        private void closed(BackoffStrategy backoff) {
            lane.hasWaiting = true;
            if (lane.epoch == epoch) {
                lane.epoch++;
                lane.failures++;
                lane.probing = false;
                lane.lastFailed = file;
                lane.closedAt = System.nanoTime();
                lane.closedForNanos = backoff.computeDelay(Math.min(lane.failures + 1, MOST_DOUBLINGS))
                        .toNanos();
            }
        }

        private void unused() {
            if (lane.epoch == epoch) {
                lane.probing = false;
            }
        }
    }
}
