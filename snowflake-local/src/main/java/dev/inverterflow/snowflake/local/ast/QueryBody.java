package dev.inverterflow.snowflake.local.ast;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What stands between WITH and ORDER BY. */
public sealed interface QueryBody {
    /** The text it was read from. */
    Span span();

    /** Calls the method of its kind. */
    <R> R accept(Visitor<R> visitor);

    /**
     * One SELECT.
     *
     * @param top the number after TOP
     * @param from absent for a SELECT without tables; commas are joins
     */
    record Select(
            boolean distinct,
            @Nullable Expression top,
            List<SelectItem> items,
            @Nullable Relation from,
            @Nullable Expression where,
            @Nullable GroupBy groupBy,
            @Nullable Expression having,
            @Nullable Expression qualify,
            Span span)
            implements QueryBody {
        public Select {
            items = List.copyOf(items);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitSelect(this);
        }
    }

    /** Two bodies made one; chains are nested to the left, INTERSECT binds tighter than the others. */
    record SetOperation(SetOperator operator, QueryBody left, QueryBody right, Span span) implements QueryBody {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitSetOperation(this);
        }
    }

    /** How two bodies are made one; MINUS is EXCEPT. By name, columns meet those of the same name wherever they stand. */
    enum SetOperator {
        UNION,
        UNION_ALL,
        UNION_BY_NAME,
        UNION_ALL_BY_NAME,
        INTERSECT,
        EXCEPT;

        /** Whether rows of the right side come out, which else only decide about those of the left. */
        public boolean takesRightRows() {
            return this != INTERSECT && this != EXCEPT;
        }
    }

    /** {@code (query)}, with an order and a limit of its own. */
    record Parenthesised(Query query, Span span) implements QueryBody {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitParenthesised(this);
        }
    }

    /** One method per kind of body. */
    interface Visitor<R> {
        R visitSelect(Select select);

        R visitSetOperation(SetOperation operation);

        R visitParenthesised(Parenthesised parenthesised);
    }
}
