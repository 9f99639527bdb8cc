package dev.inverterflow.snowflake.local.ast;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A question whose answer is true, false or NULL. Comparisons are {@link Operation.Binary}. */
public sealed interface Predicate extends Expression {
    /**
     * LIKE and its relatives.
     *
     * @param patterns one, or several after ANY or ALL
     * @param escape the character after ESCAPE
     */
    record Like(
            LikeOperator operator,
            Quantifier quantifier,
            Expression value,
            List<Expression> patterns,
            @Nullable Expression escape,
            boolean negated,
            Span span)
            implements Predicate {
        public Like {
            patterns = List.copyOf(patterns);
        }

        @Override
        public <R> R accept(ExpressionVisitor<R> visitor) {
            return visitor.visitLike(this);
        }
    }

    /** How a pattern is read; RLIKE and REGEXP are one. */
    enum LikeOperator {
        LIKE,
        ILIKE,
        RLIKE
    }

    /** How many of the patterns must match. */
    enum Quantifier {
        SINGLE,
        ANY,
        ALL
    }

    /** {@code value BETWEEN low AND high}, bounds included. */
    record Between(Expression value, Expression low, Expression high, boolean negated, Span span) implements Predicate {
        @Override
        public <R> R accept(ExpressionVisitor<R> visitor) {
            return visitor.visitBetween(this);
        }
    }

    /** {@code value IN (1, 2)}. */
    record InList(Expression value, List<Expression> items, boolean negated, Span span) implements Predicate {
        public InList {
            items = List.copyOf(items);
        }

        @Override
        public <R> R accept(ExpressionVisitor<R> visitor) {
            return visitor.visitInList(this);
        }
    }

    /** {@code value IN (SELECT …)}. */
    record InQuery(Expression value, Query query, boolean negated, Span span) implements Predicate {
        @Override
        public <R> R accept(ExpressionVisitor<R> visitor) {
            return visitor.visitInQuery(this);
        }
    }

    /** {@code value > ALL (SELECT …)}; SOME is ANY. */
    record QuantifiedComparison(
            Expression value, BinaryOperator operator, Quantifier quantifier, Query query, Span span)
            implements Predicate {
        @Override
        public <R> R accept(ExpressionVisitor<R> visitor) {
            return visitor.visitQuantifiedComparison(this);
        }
    }

    /** {@code value IS [NOT] NULL}. */
    record IsNull(Expression value, boolean negated, Span span) implements Predicate {
        @Override
        public <R> R accept(ExpressionVisitor<R> visitor) {
            return visitor.visitIsNull(this);
        }
    }

    /** {@code value IS [NOT] TRUE} or {@code FALSE}. */
    record IsBoolean(Expression value, boolean expected, boolean negated, Span span) implements Predicate {
        @Override
        public <R> R accept(ExpressionVisitor<R> visitor) {
            return visitor.visitIsBoolean(this);
        }
    }

    /** {@code left IS [NOT] DISTINCT FROM right}. */
    record IsDistinctFrom(Expression left, Expression right, boolean negated, Span span) implements Predicate {
        @Override
        public <R> R accept(ExpressionVisitor<R> visitor) {
            return visitor.visitIsDistinctFrom(this);
        }
    }

    /** {@code EXISTS (SELECT …)}; NOT EXISTS is a NOT around it. */
    record Exists(Query query, Span span) implements Predicate {
        @Override
        public <R> R accept(ExpressionVisitor<R> visitor) {
            return visitor.visitExists(this);
        }
    }
}
