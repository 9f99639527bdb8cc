package dev.inverterflow.client.reading;

/** A file that the client was told to use cannot be used; the message says which, where in it, and why. */
public final class InputException extends Exception {
    private static final long serialVersionUID = 1L;

    public InputException(String message, Throwable cause) {
        super(message, cause);
    }

    public InputException(String message) {
        super(message);
    }
}
