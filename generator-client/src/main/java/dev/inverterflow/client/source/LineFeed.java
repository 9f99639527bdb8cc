package dev.inverterflow.client.source;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Lines of a stream, read on a thread of its own while the rest is not ready for them. Holds a bounded number; when it is full, the
 * stream is not read any further, so a pipe holds its writer up. Blank lines are passed over.
 */
final class LineFeed {
    private static final long PATIENCE_MILLIS = 200;

    private final BlockingQueue<String> lines;
    private final BufferedReader in;
    private volatile boolean ended;
    private volatile @Nullable IOException failure;

    LineFeed(BufferedReader in, int capacity) {
        this.in = in;
        this.lines = new ArrayBlockingQueue<>(capacity);
    }

    void start() {
        Thread thread = new Thread(this::read, "source");
        // A read from a terminal or a pipe cannot be interrupted; it must not keep the process alive.
        thread.setDaemon(true);
        thread.start();
    }

    private void read() {
        try {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (!line.isBlank()) {
                    lines.put(line);
                }
            }
        } catch (IOException e) {
            failure = e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            ended = true;
        }
    }

    /** Whether as much is here as it holds. */
    boolean isFull() {
        return lines.remainingCapacity() == 0;
    }

    boolean isEmpty() {
        return lines.isEmpty();
    }

    /** Whether all lines that will ever come are here or were taken. */
    boolean hasEnded() {
        return ended;
    }

    /** What ended the stream before its end, null if nothing did. */
    @Nullable
    IOException failure() {
        return failure;
    }

    /** Takes all lines that are here. */
    List<String> take() {
        List<String> taken = new ArrayList<>();
        lines.drainTo(taken);
        return taken;
    }

    /** Takes so many lines, and fewer only if the stream has ended. */
    long skip(long number) throws InterruptedException {
        long skipped = 0;
        while (skipped < number) {
            String line = lines.poll(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
            if (line != null) {
                skipped++;
            } else if (ended && lines.isEmpty()) {
                break;
            }
        }
        return skipped;
    }
}
