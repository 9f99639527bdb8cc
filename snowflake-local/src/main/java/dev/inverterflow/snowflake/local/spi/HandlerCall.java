package dev.inverterflow.snowflake.local.spi;

import java.util.List;
import java.util.Objects;

/**
 * One call of a stored procedure's handler.
 *
 * @param procedure name of the procedure, for messages
 * @param handler the HANDLER clause: {@code package.Class.method}
 * @param classes the loader that sees the procedure's imports, and through its parents the library
 * @param arguments in the order of the declaration
 * @param returns the declared type of the result
 * @param session what the handler's session logs in with
 * @param log what takes its log
 */
public record HandlerCall(
        String procedure,
        String handler,
        ClassLoader classes,
        List<HandlerArgument> arguments,
        SqlKind returns,
        SessionTicket session,
        HandlerLog log) {

    public HandlerCall {
        Objects.requireNonNull(procedure, "procedure");
        Objects.requireNonNull(handler, "handler");
        Objects.requireNonNull(classes, "classes");
        Objects.requireNonNull(returns, "returns");
        Objects.requireNonNull(session, "session");
        Objects.requireNonNull(log, "log");
        arguments = List.copyOf(arguments);
    }
}
