package dev.inverterflow.snowflake.local.procedure;

/**
 * The thread of a call, interrupted to stop a handler. Statements that the handler waits for are cancelled by the
 * session; this reaches one that sleeps or waits. One that only computes cannot be stopped from outside.
 */
final class HandlerThread {

    private final Thread thread;
    private volatile boolean interrupted;

    private HandlerThread(Thread thread) {
        this.thread = thread;
    }

    static HandlerThread current() {
        return new HandlerThread(Thread.currentThread());
    }

    void interrupt() {
        interrupted = true;
        thread.interrupt();
    }

    boolean wasInterrupted() {
        return interrupted;
    }

    /** Forgets an interrupt that was meant for the handler, now that it has ended; to be called on the thread itself. */
    void calmDown() {
        if (interrupted) {
            Thread.interrupted();
        }
    }
}
