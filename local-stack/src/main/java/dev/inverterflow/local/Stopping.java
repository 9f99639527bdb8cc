package dev.inverterflow.local;

import dev.inverterflow.local.console.Console;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

/** Runs something that Ctrl-C stops in order: what is open is closed from a hook, and the run ends with what it had. */
final class Stopping {
    private static final Duration STOP_DEADLINE = Duration.ofSeconds(40);

    private final Closing open;
    private final Console console;
    private final Supplier<String> lastWords;

    /** @param lastWords what is printed after a stop, behind "stopped; " */
    Stopping(Closing open, Console console, Supplier<String> lastWords) {
        this.open = open;
        this.console = console;
        this.lastWords = lastWords;
    }

    /**
     * Runs it and closes what it opened.
     *
     * @return its exit code, or {@link LocalCommand#STOPPED} after Ctrl-C
     */
    int run(Callable<Integer> work) throws Exception {
        Thread hook = new Thread(this::stop, "stop");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            return work.call();
        } catch (Exception e) {
            if (open.isClosed()) {
                return LocalCommand.STOPPED; // what fails after Ctrl-C fails because of it
            }
            throw e;
        } finally {
            open.close();
            removeHook(hook);
        }
    }

    /** Ctrl-C: the client finishes the upload in flight, then tasks, Snowflake and S3 stop. */
    private void stop() {
        Thread closer = new Thread(this::closeAll, "stop-in-order");
        closer.setDaemon(true);
        closer.start();
        try {
            closer.join(STOP_DEADLINE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        console.print("stopped; " + lastWords.get());
    }

    private void closeAll() {
        try {
            open.close();
        } catch (Exception e) {
            console.print("while stopping: " + e.getMessage());
        }
    }

    private static void removeHook(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The JVM is already ending: the hook is what runs now.
        }
    }
}
