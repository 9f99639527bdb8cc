package dev.inverterflow.client.spool;

import java.util.concurrent.atomic.AtomicLong;

/** What waits, and what was kept from the bucket since the spool was opened. Counted by all threads. */
final class Tally {
    private final AtomicLong files = new AtomicLong();
    private final AtomicLong bytes = new AtomicLong();
    private final AtomicLong quarantined = new AtomicLong();
    private final AtomicLong dropped = new AtomicLong();

    void came(long count, long size) {
        files.addAndGet(count);
        bytes.addAndGet(size);
    }

    void left(long count, long size) {
        came(-count, -size);
    }

    /** Into quarantine, from among those that wait. */
    void setAside(long count, long size) {
        left(count, size);
        quarantined.addAndGet(count);
    }

    /** Into quarantine, before those that wait were counted. */
    void setAsideUncounted(long count) {
        quarantined.addAndGet(count);
    }

    void dropped(long count, long size) {
        left(count, size);
        dropped.addAndGet(count);
    }

    long files() {
        return files.get();
    }

    long bytes() {
        return bytes.get();
    }

    long quarantinedFiles() {
        return quarantined.get();
    }

    long droppedFiles() {
        return dropped.get();
    }
}
