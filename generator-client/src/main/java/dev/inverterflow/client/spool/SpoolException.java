package dev.inverterflow.client.spool;

/** The spool cannot do its work; the message says which file, why, and what to do. Nothing that was spooled is lost by it. */
public final class SpoolException extends Exception {
    private static final long serialVersionUID = 1L;

    private final Kind kind;

    SpoolException(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    SpoolException(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }

    /** What kept the spool from working. */
    public enum Kind {
        /** Another instance owns the spool. */
        IN_USE,
        /** A file cannot be read or written, or what it holds is not the client's. */
        UNUSABLE
    }
}
