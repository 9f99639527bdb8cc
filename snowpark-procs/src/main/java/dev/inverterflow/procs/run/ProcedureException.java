package dev.inverterflow.procs.run;

import org.jspecify.annotations.Nullable;

/**
 * A procedure refuses or cannot finish its work. The message says what, where and what to do; the code names the kind
 * for PIPELINE_ERRORS.
 */
public final class ProcedureException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;

    /**
     * @param code machine-readable kind, e.g. {@code INVALID_ARGUMENT}
     * @param message what happened, where, and what to do
     */
    public ProcedureException(String code, String message) {
        super(code + ": " + message);
        this.code = code;
    }

    /**
     * @param code machine-readable kind
     * @param message what happened
     * @param cause what it came from
     */
    public ProcedureException(String code, @Nullable String message, Throwable cause) {
        super(code + ": " + message, cause);
        this.code = code;
    }

    /** An argument of the call is unusable. */
    public static ProcedureException invalidArgument(String message) {
        return new ProcedureException("INVALID_ARGUMENT", message);
    }

    /** The machine-readable kind. */
    public String code() {
        return code;
    }
}
