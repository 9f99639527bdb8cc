package dev.inverterflow.client.cli;

import dev.inverterflow.client.run.StopSignal;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Turns Ctrl-C and SIGTERM into an orderly end: asks for it and holds the JVM until the command has said its last line. The JVM
 * then ends with 130 or 143.
 */
final class Shutdown implements AutoCloseable {
    /** Longer than an upload in flight is given. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final StopSignal signal = new StopSignal();
    private final CountDownLatch ended = new CountDownLatch(1);

    Shutdown() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::stopInOrder, "shutdown"));
    }

    StopSignal signal() {
        return signal;
    }

    private void stopInOrder() {
        signal.request();
        try {
            if (!ended.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                System.err.println("the end took too long; what is in the spool is uploaded at the next start");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The command has ended. */
    @Override
    public void close() {
        ended.countDown();
    }
}
