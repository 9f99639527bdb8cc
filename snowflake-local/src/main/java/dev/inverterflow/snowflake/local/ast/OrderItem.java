package dev.inverterflow.snowflake.local.ast;

import org.jspecify.annotations.Nullable;

/**
 * One key of an ORDER BY.
 *
 * @param expression a {@link Reference.Star} for ORDER BY ALL
 * @param nulls absent if not written: then NULLs count as the largest value
 */
public record OrderItem(
        Expression expression,
        Direction direction,
        @Nullable NullOrder nulls) {
    /** Ascending if not written. */
    public enum Direction {
        ASCENDING,
        DESCENDING
    }

    /** NULLS FIRST or NULLS LAST. */
    public enum NullOrder {
        FIRST,
        LAST
    }
}
