package dev.inverterflow.snowflake.local.analysis;

import dev.inverterflow.snowflake.local.type.SnowflakeType;
import java.util.List;
import java.util.Optional;

/**
 * Functions about the account and its objects, evaluated by whoever owns the objects: SYSTEM$STREAM_HAS_DATA,
 * SYSTEM$PIPE_STATUS, GET_PRESIGNED_URL and their like.
 */
public interface SystemFunctions {
    /**
     * The type of a function's result; has no effect.
     *
     * @param name in upper case
     * @param arguments how many arguments it is called with
     * @return empty if there is no such function
     */
    Optional<SnowflakeType> resultType(String name, int arguments);

    /**
     * Calls a function, once per statement that is executed, never for a statement that is only described.
     *
     * @param name in upper case, one that {@link #resultType} knows
     * @param arguments constants; a stage argument comes as text with its at sign
     */
    Constant call(String name, List<Constant> arguments);
}
