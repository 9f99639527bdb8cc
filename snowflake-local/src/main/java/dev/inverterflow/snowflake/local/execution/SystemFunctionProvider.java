package dev.inverterflow.snowflake.local.execution;

import dev.inverterflow.snowflake.local.analysis.Constant;
import dev.inverterflow.snowflake.local.type.SnowflakeType;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Functions about the objects that a package owns, such as SYSTEM$PIPE_STATUS. Several providers are asked in turn. */
public interface SystemFunctionProvider {

    /** The names of all functions of this provider, in upper case. */
    Set<String> names();

    /** The type of a function's result, without any effect; empty if this provider does not have it. */
    Optional<SnowflakeType> resultType(String name, int arguments);

    /** Calls a function that {@link #resultType} knows. */
    Constant call(String name, List<Constant> arguments, SessionContext session);
}
