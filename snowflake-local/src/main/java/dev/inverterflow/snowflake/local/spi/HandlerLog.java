package dev.inverterflow.snowflake.local.spi;

import java.util.Map;

/** Takes what a handler logs. May be called from any thread of the handler's while its call lasts. */
public interface HandlerLog {

    /** How severe an entry is, the mildest first. */
    enum Severity {
        TRACE,
        DEBUG,
        INFO,
        WARN,
        ERROR
    }

    /** Whether entries of that severity are kept. */
    boolean takes(Severity severity);

    /**
     * An entry, which is kept if {@link #takes} says so.
     *
     * @param logger the logger's name, as a rule that of a class
     * @param attributes what the handler attached to it; values are String, Boolean or Number
     */
    void log(Severity severity, String logger, String message, Map<String, Object> attributes);

    /**
     * An exception that the handler did not catch.
     *
     * @param type name of its class
     * @param message its message, empty if it has none
     * @param stackTrace the handler's own frames as text, one per line
     */
    void uncaught(String type, String message, String stackTrace);
}
