package dev.inverterflow.client.upload;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/** The uploads under way, a fixed number at most, and a few behind them, so that no thread waits for the next file to be found. */
final class InFlight {
    private static final int BEHIND_EACH = 7;

    private final int places;
    private final Semaphore free;
    private final ExecutorService threads;
    private final Runnable whenIdle;

    /**
     * @param most uploads at once
     * @param whenIdle told when the last upload under way has ended
     */
    InFlight(int most, Runnable whenIdle) {
        this.places = most * (1 + BEHIND_EACH);
        this.free = new Semaphore(places);
        this.whenIdle = whenIdle;
        AtomicInteger number = new AtomicInteger();
        this.threads = Executors.newFixedThreadPool(most, task -> {
            Thread thread = new Thread(task, "upload-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Waits for a place in the queue. */
    void add(Runnable upload) throws InterruptedException {
        free.acquire();
        threads.execute(() -> {
            try {
                upload.run();
            } finally {
                free.release();
                if (isIdle()) {
                    whenIdle.run();
                }
            }
        });
    }

    boolean isIdle() {
        return free.availablePermits() == places;
    }

    void awaitIdle() throws InterruptedException {
        free.acquire(places);
        free.release(places);
    }

    void interrupt() {
        threads.shutdownNow();
    }

    void close() {
        threads.shutdown();
    }
}
