package dev.inverterflow.snowflake.local.command.schema;

import dev.inverterflow.snowflake.local.type.SnowflakeType;
import dev.inverterflow.snowflake.local.type.TypeKind;

/** The type a column gets from a query. */
final class CreatedType {

    private CreatedType() {}

    /** A NULL without a type becomes VARCHAR; all others are kept. */
    static SnowflakeType of(SnowflakeType type) {
        return type.is(TypeKind.NULL) ? SnowflakeType.VARCHAR : type;
    }
}
