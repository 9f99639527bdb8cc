package dev.inverterflow.snowflake.local.analysis;

import dev.inverterflow.snowflake.local.type.SnowflakeType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A user-defined table function that a call means.
 *
 * @param engineKey what the engine's function {@code sf_udtf} knows it by
 * @param parameters what the arguments are converted to, in order
 * @param order for each parameter the place of its argument in the call
 * @param columns what it gives
 */
public record UserTableFunction(
        String engineKey, List<SnowflakeType> parameters, List<Integer> order, List<Output> columns) {

    public UserTableFunction {
        parameters = List.copyOf(parameters);
        order = List.copyOf(order);
        columns = List.copyOf(columns);
    }

    /** A column of the result. */
    public record Output(String name, SnowflakeType type) {}

    /** An argument of a call, with the upper-case name before {@code =>} if there is one. */
    public record Given(@Nullable String name, SnowflakeType type) {}

    /** All functions of one name. */
    public interface Overloads {
        /**
         * The one that takes such arguments.
         *
         * @throws dev.inverterflow.snowflake.local.error.SnowflakeException if none does
         */
        UserTableFunction taking(List<Given> arguments);
    }
}
