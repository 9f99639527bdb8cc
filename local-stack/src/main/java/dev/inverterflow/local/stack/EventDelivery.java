package dev.inverterflow.local.stack;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The queue between S3 and Snowpipe: takes event notifications from S3's request threads and hands them on in a thread of its
 * own. Events that come before there is a receiver wait for it.
 */
final class EventDelivery implements AutoCloseable {
    private final BlockingQueue<String> queue = new LinkedBlockingQueue<>();
    private @Nullable Thread thread;

    void enqueue(String event) {
        queue.add(event);
    }

    /** Begins to hand events on; called once. */
    void deliverTo(Consumer<String> receiver) {
        Thread delivery = new Thread(() -> deliver(receiver), "s3-events");
        delivery.setDaemon(true);
        delivery.start();
        thread = delivery;
    }

    private void deliver(Consumer<String> receiver) {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                receiver.accept(queue.take());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        if (thread == null) {
            return;
        }
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
