package dev.inverterflow.local.problem;

/** The local run cannot go on; the message says what failed, where, and what to do. */
public final class LocalStackException extends RuntimeException {
    public LocalStackException(String message) {
        super(message);
    }

    public LocalStackException(String message, Throwable cause) {
        super(message, cause);
    }
}
