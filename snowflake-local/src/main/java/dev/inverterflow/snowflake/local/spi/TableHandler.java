package dev.inverterflow.snowflake.local.spi;

import java.util.List;
import java.util.Objects;

/**
 * The handler of a user-defined table function.
 *
 * @param function name of the function, for messages
 * @param handler the HANDLER clause: {@code package.Class}
 * @param classes the loader that sees the function's imports, and through its parents the library
 * @param parameters names and kinds in the order of the declaration, without values
 * @param columns names and kinds of the declared columns, without values
 */
public record TableHandler(
        String function,
        String handler,
        ClassLoader classes,
        List<HandlerArgument> parameters,
        List<HandlerArgument> columns) {

    public TableHandler {
        Objects.requireNonNull(function, "function");
        Objects.requireNonNull(handler, "handler");
        Objects.requireNonNull(classes, "classes");
        parameters = List.copyOf(parameters);
        columns = List.copyOf(columns);
    }
}
