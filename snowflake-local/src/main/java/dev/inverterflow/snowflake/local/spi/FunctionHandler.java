package dev.inverterflow.snowflake.local.spi;

import java.util.List;
import java.util.Objects;

/**
 * The handler of a user-defined function, to be prepared once and called for each row.
 *
 * @param function name of the function, for messages
 * @param handler the HANDLER clause: {@code package.Class.method}
 * @param classes the loader that sees the function's imports, and through its parents the library
 * @param parameters names and kinds in the order of the declaration, without values
 * @param returns the declared type of the result
 */
public record FunctionHandler(
        String function, String handler, ClassLoader classes, List<HandlerArgument> parameters, SqlKind returns) {

    public FunctionHandler {
        Objects.requireNonNull(function, "function");
        Objects.requireNonNull(handler, "handler");
        Objects.requireNonNull(classes, "classes");
        Objects.requireNonNull(returns, "returns");
        parameters = List.copyOf(parameters);
    }
}
