package dev.inverterflow.snowflake.local;

/** The server cannot be started or stopped. The message says what, and what to do. */
public final class SnowflakeLocalException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SnowflakeLocalException(String message, Throwable cause) {
        super(message, cause);
    }
}
