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

    /** There is something to upload. */
    void wake() {
        lock.lock();
        try {
            woken = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits while there is nothing to upload. */
    void awaitWork() throws InterruptedException {
        lock.lock();
        try {
            while (mode == Mode.FOLLOW && !woken) {
                changed.await();
            }
            woken = false;
        } finally {
            lock.unlock();
        }
    }

    /** Waits between two attempts, unless told to stop. */
    void pause(Duration delay) throws InterruptedException {
        lock.lock();
        try {
            long nanos = delay.toNanos();
            while (mode != Mode.STOP && nanos > 0) {
                nanos = changed.awaitNanos(nanos);
            }
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
        /** Finish the file in flight, then end. */
        STOP
    }
}
