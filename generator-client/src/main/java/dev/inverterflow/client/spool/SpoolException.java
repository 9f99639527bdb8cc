package dev.inverterflow.client.spool;

import java.nio.file.FileSystemException;

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

    static SpoolException unusable(String what, Exception cause) {
        return new SpoolException(
                Kind.UNUSABLE,
                what + ": " + reason(cause) + " (check free space and permissions; what was spooled before is safe)",
                cause);
    }

    /** The message of many file system errors is nothing but the path; their class says what is wrong. */
    private static String reason(Exception cause) {
        return cause instanceof FileSystemException system && system.getReason() == null
                ? system.getClass().getSimpleName().replace("Exception", "") + " " + system.getMessage()
                : String.valueOf(cause.getMessage());
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
