package dev.inverterflow.snowflake.local.ast;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A query with everything around its body.
 *
 * @param with common table expressions, in order; empty if none
 * @param limit absent if not written
 */
public record Query(
        List<CommonTable> with,
        QueryBody body,
        List<OrderItem> orderBy,
        @Nullable Limit limit,
        Span span) {
    /** Copies the lists. */
    public Query {
        with = List.copyOf(with);
        orderBy = List.copyOf(orderBy);
    }

    /**
     * {@code name (columns) AS (query)}.
     *
     * @param recursive whether RECURSIVE was written after WITH; Snowflake allows recursion without it, too
     */
    public record CommonTable(Identifier name, List<Identifier> columns, Query query, boolean recursive) {
        /** Copies the list. */
        public CommonTable {
            columns = List.copyOf(columns);
        }
    }

    /**
     * LIMIT … OFFSET … or OFFSET … FETCH …; each is a number, a bind, a variable or NULL.
     *
     * @param count absent for an OFFSET alone
     */
    public record Limit(
            @Nullable Expression count, @Nullable Expression offset) {}
}
