package dev.inverterflow.snowflake.local.analysis;

import dev.inverterflow.snowflake.local.type.SnowflakeType;
import dev.inverterflow.snowflake.local.type.TypeKind;

/** AVG of exact numbers over a written frame has three digits more than they, not six (seen in Snowpark's own tests). */
final class SlidingAverage {
    private static final int ADDED_SCALE = 3;

    private SlidingAverage() {}

    static SnowflakeType type(Overloads.Chosen average) {
        var value = average.arguments().get(0).type();
        boolean exact = value.is(TypeKind.FIXED)
                && value.scale() + ADDED_SCALE < average.type().scale();
        return exact ? SnowflakeType.number(average.type().precision(), value.scale() + ADDED_SCALE) : average.type();
    }
}
