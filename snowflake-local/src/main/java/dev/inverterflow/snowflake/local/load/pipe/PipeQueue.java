package dev.inverterflow.snowflake.local.load.pipe;

import dev.inverterflow.snowflake.local.load.store.FileLocation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Files announced to one pipe and not yet loaded, oldest first, each once however often it is announced. Not safe for use by
 * several threads: {@link PipeService} guards it.
 */
final class PipeQueue {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final int MAX_DOUBLINGS = 6;

    private final Map<FileLocation, Instant> pending = new LinkedHashMap<>();
    private final PipeActivity activity = new PipeActivity();
    private int failuresInARow;
    private long retryNanos;

    /** A file that waits, and since when. */
    record Announced(FileLocation file, Instant received) {}

    void add(FileLocation file, Instant received) {
        pending.putIfAbsent(file, received);
        activity.received(file, received);
    }

    /** The oldest files, which stay in the queue until they are {@linkplain #remove removed}. */
    List<Announced> first(int count) {
        var oldest = new ArrayList<Announced>();
        for (var each : pending.entrySet()) {
            if (oldest.size() == count) {
                break;
            }
            oldest.add(new Announced(each.getKey(), each.getValue()));
        }
        return oldest;
    }

    Optional<Announced> oldest() {
        return first(1).stream().findFirst();
    }

    void remove(List<Announced> dealtWith) {
        dealtWith.forEach(each -> pending.remove(each.file()));
    }

    /** Drops what was announced before this time. */
    void dropOlderThan(Instant time) {
        pending.values().removeIf(received -> received.isBefore(time));
    }

    boolean isEmpty() {
        return pending.isEmpty();
    }

    int size() {
        return pending.size();
    }

    /** Notes that the oldest files could not be dealt with, and waits longer each time before they are tried again. */
    void failed() {
        var pause = FIRST_PAUSE.multipliedBy(1L << Math.min(failuresInARow, MAX_DOUBLINGS));
        failuresInARow++;
        retryNanos = System.nanoTime() + pause.toNanos();
    }

    void succeeded() {
        failuresInARow = 0;
    }

    /** How long nothing is to be tried; zero or less if it may be now. */
    long pauseNanos() {
        return failuresInARow == 0 ? 0 : retryNanos - System.nanoTime();
    }

    PipeActivity activity() {
        return activity;
    }
}
