package dev.inverterflow.client.upload;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** What an uploader is to do at present; its waits end as soon as that changes. */
final class UploadMode {
    private final Lock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private Mode mode = Mode.FOLLOW;
    private boolean woken;

    Mode current() {
        lock.lock();
        try {
            return mode;
        } finally {
            lock.unlock();
        }
    }

    /** Modes only go forward: a stop is not taken back. */
    void become(Mode next) {
        lock.lock();
        try {
            if (next.compareTo(mode) > 0) {
                mode = next;
                changed.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /** There is something to upload, or an upload has ended. */
    void wake() {
        lock.lock();
        try {
            woken = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits until there is something to do.
     *
     * @param asked the mode that was acted on; the wait ends when it is another one
     * @param atMost no longer than this
     * @return whether the time is over
     */
    boolean hasPassed(Duration atMost, Mode asked) throws InterruptedException {
        lock.lock();
        try {
            long nanos = atMost.toNanos();
            while (mode == asked && !woken && nanos > 0) {
                nanos = changed.awaitNanos(nanos);
            }
            boolean passed = mode == asked && !woken;
            woken = false;
            return passed;
        } finally {
            lock.unlock();
        }
    }

    /** In this order. */
    enum Mode {
        /** Upload what comes. */
        FOLLOW,
        /** Upload what is there, then end. */
        EMPTY,
        /** Finish the files in flight, then end. */
        STOP
    }
}
