package dev.inverterflow.snowflake.local.function;

import dev.inverterflow.snowflake.local.type.SnowflakeType;
import java.util.List;

/** Says what type a call gives. */
public interface ResultRule {
    SnowflakeType of(List<Argument> arguments);

    static ResultRule always(SnowflakeType type) {
        return arguments -> type;
    }

    /** The type of an argument, 0-based. */
    static ResultRule sameAs(int index) {
        return arguments -> arguments.get(index).type();
    }
}
