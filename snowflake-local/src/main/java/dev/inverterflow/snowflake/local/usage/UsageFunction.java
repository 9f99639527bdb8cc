package dev.inverterflow.snowflake.local.usage;

import dev.inverterflow.snowflake.local.analysis.NamedValue;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import java.util.List;

/** A table function of INFORMATION_SCHEMA over something that happened. */
interface UsageFunction {
    /** Its name, without the schema. */
    String name();

    /**
     * Its answer.
     *
     * @throws dev.inverterflow.snowflake.local.error.SnowflakeException if the arguments are not those it takes
     */
    UsageRelation call(List<NamedValue> values, SessionContext session);
}
