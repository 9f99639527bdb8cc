package dev.inverterflow.client.validate;

/** A file that validation was told to use cannot be used; the message says which, where and why. */
public final class RulesException extends Exception {
    private static final long serialVersionUID = 1L;

    RulesException(String message, Throwable cause) {
        super(message, cause);
    }

    RulesException(String message) {
        super(message);
    }
}
