package dev.inverterflow.local;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What is running, closed once and in reverse order: at the end of the run, after a failure, or from the hook that Ctrl-C
 * starts, whichever comes first.
 */
final class Closing implements AutoCloseable {
    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private boolean closed;

    /** Takes charge of something that was opened; refuses when everything is being closed already. */
    synchronized <T extends AutoCloseable> T add(T resource) throws Exception {
        if (closed) {
            resource.close();
            throw new InterruptedException("stopped");
        }
        open.push(resource);
        return resource;
    }

    synchronized boolean isClosed() {
        return closed;
    }

    /** Closes all of it; the first failure is thrown at the end, the later ones are attached to it. */
    @Override
    public synchronized void close() throws Exception {
        closed = true;
        Exception first = null;
        while (!open.isEmpty()) {
            try {
                open.pop().close();
            } catch (Exception e) {
                if (first == null) {
                    first = e;
                } else {
                    first.addSuppressed(e);
                }
            }
        }
        if (first != null) {
            throw first;
        }
    }
}
