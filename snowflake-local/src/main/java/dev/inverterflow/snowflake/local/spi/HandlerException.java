package dev.inverterflow.snowflake.local.spi;

import java.util.Objects;

/**
 * A call that gave no result. Carries text only: an exception of the handler's own class would keep its loader alive
 * and mean nothing outside of it.
 */
public final class HandlerException extends Exception {

    private static final long serialVersionUID = 1L;

    /** Why there is no result. */
    public enum Reason {
        /** The handler's class is in none of the imports. */
        CLASS_NOT_FOUND,
        /** The class has no public method of that name that takes these arguments. */
        METHOD_NOT_FOUND,
        /** An argument cannot be given to the Java parameter it belongs to. */
        ARGUMENT_MISMATCH,
        /** The returned Java value is none of the declared SQL type. */
        RESULT_MISMATCH,
        /** The handler threw, or its class could not be initialised. */
        UNCAUGHT_EXCEPTION,
        /** The handler's session could not be opened. */
        NO_SESSION
    }

    private final Reason reason;
    private final String stackTrace;

    /**
     * @param reason why there is no result
     * @param message what happened, in one sentence; for {@link Reason#UNCAUGHT_EXCEPTION} the thrown class and message
     * @param stackTrace the handler's own frames as text, one per line, empty where the handler never ran
     */
    public HandlerException(Reason reason, String message, String stackTrace) {
        super(Objects.requireNonNull(message, "message"));
        this.reason = Objects.requireNonNull(reason, "reason");
        this.stackTrace = Objects.requireNonNull(stackTrace, "stackTrace");
    }

    /** Why there is no result. */
    public Reason reason() {
        return reason;
    }

    /** The handler's own frames as text, one per line; empty where the handler never ran. */
    public String handlerStackTrace() {
        return stackTrace;
    }
}
