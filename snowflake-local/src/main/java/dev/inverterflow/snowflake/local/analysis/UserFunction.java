package dev.inverterflow.snowflake.local.analysis;

import dev.inverterflow.snowflake.local.type.SnowflakeType;
import java.util.List;

/**
 * A user-defined function that a call means.
 *
 * @param name for messages
 * @param engineKey what the engine's function {@code sf_udf} knows it by
 * @param parameters what the arguments are converted to
 * @param returns what it gives
 * @param nullForNull whether a NULL among the arguments gives NULL without a call
 */
public record UserFunction(
        String name, String engineKey, List<SnowflakeType> parameters, SnowflakeType returns, boolean nullForNull) {
    public UserFunction {
        parameters = List.copyOf(parameters);
    }
}
