package dev.inverterflow.snowflake.local.emission;

import dev.inverterflow.snowflake.local.function.CollationKey;
import dev.inverterflow.snowflake.local.type.SnowflakeType;

/**
 * What values are put in order by, where that is not themselves: texts by their collation; semi-structured values by kind,
 * numbers as numbers and strings as texts (docs.snowflake.com/en/sql-reference/constructs/order-by promises no order between
 * values of different kinds).
 */
final class OrderText {
    private OrderText() {}

    /** Whether values of the type are put in order by anything but themselves. */
    static boolean isNeeded(SnowflakeType type) {
        return CollationKey.needed(type) || type.kind().isSemiStructured();
    }

    /** The key of an expression of a type. */
    static String of(String sql, SnowflakeType type) {
        return type.kind().isSemiStructured() ? "sf_variant_order(" + sql + ")" : CollationKey.of(sql, type);
    }
}
