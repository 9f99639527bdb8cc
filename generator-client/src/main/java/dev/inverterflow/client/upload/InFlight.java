package dev.inverterflow.client.upload;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/** The uploads under way, a fixed number at most. */
final class InFlight {
    private final int most;
    private final Semaphore free;
    private final ExecutorService threads;
    private final Runnable whenIdle;

    /** @param whenIdle told when the last upload under way has ended */
    InFlight(int most, Runnable whenIdle) {
        this.most = most;
        this.free = new Semaphore(most);
        this.whenIdle = whenIdle;
        AtomicInteger number = new AtomicInteger();
        this.threads = Executors.newFixedThreadPool(most, task -> {
            Thread thread = new Thread(task, "upload-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Waits for a free place. Only the one thread that starts uploads may wait for it. */
    void awaitPlace() throws InterruptedException {
        free.acquire();
        free.release();
    }

    /** Starts an upload, once there is a place. */
    void start(Runnable upload) throws InterruptedException {
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
        return free.availablePermits() == most;
    }

    void awaitIdle() throws InterruptedException {
        free.acquire(most);
        free.release(most);
    }

    void interrupt() {
        threads.shutdownNow();
    }

    void close() {
        threads.shutdown();
    }
}
