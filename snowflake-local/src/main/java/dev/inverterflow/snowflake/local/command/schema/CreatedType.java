package dev.inverterflow.snowflake.local.command.schema;

import dev.inverterflow.snowflake.local.type.Collation;
import dev.inverterflow.snowflake.local.type.SnowflakeType;
import dev.inverterflow.snowflake.local.type.TypeKind;

/** The type a column gets from a query. */
final class CreatedType {

    private CreatedType() {}

    /** A NULL without a type becomes VARCHAR, a collation that of the column; all others are kept. */
    static SnowflakeType of(SnowflakeType type) {
        if (type.is(TypeKind.NULL)) {
            return SnowflakeType.VARCHAR;
        }
        Collation collation = type.collation();
        return collation == null ? type : type.withCollation(collation.ofColumn());
    }
}
