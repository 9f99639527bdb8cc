package dev.inverterflow.snowflake.local.ast;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code OVER (PARTITION BY … ORDER BY … frame)}.
 *
 * @param frame absent if not written
 */
public record Window(
        List<Expression> partitionBy,
        List<OrderItem> orderBy,
        @Nullable Frame frame,
        Span span) {
    /** Copies the lists. */
    public Window {
        partitionBy = List.copyOf(partitionBy);
        orderBy = List.copyOf(orderBy);
    }

    /** {@code ROWS BETWEEN start AND end}; without BETWEEN the end is the current row. */
    public record Frame(Unit unit, Bound start, Bound end) {}

    /** What a frame's bounds count. */
    public enum Unit {
        ROWS,
        RANGE
    }

    /**
     * One end of a frame.
     *
     * @param offset how far; absent unless the kind is PRECEDING or FOLLOWING
     */
    public record Bound(BoundKind kind, @Nullable Expression offset) {}

    /** Where a frame ends. */
    public enum BoundKind {
        UNBOUNDED_PRECEDING,
        PRECEDING,
        CURRENT_ROW,
        FOLLOWING,
        UNBOUNDED_FOLLOWING
    }
}
