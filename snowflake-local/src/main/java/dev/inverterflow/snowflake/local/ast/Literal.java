package dev.inverterflow.snowflake.local.ast;

/** A constant. */
public sealed interface Literal extends Expression {
    /**
     * A number without sign.
     *
     * @param text as written: {@code 1}, {@code 1.50}, {@code .5}, {@code 1e-3}
     */
    record NumberLiteral(String text, Span span) implements Literal {
        @Override
        public <R> R accept(ExpressionVisitor<R> visitor) {
            return visitor.visitNumberLiteral(this);
        }
    }

    /**
     * Text in quotes or between {@code $$}.
     *
     * @param value with escapes resolved
     */
    record StringLiteral(String value, Span span) implements Literal {
        @Override
        public <R> R accept(ExpressionVisitor<R> visitor) {
            return visitor.visitStringLiteral(this);
        }
    }

    /** TRUE or FALSE. */
    record BooleanLiteral(boolean value, Span span) implements Literal {
        @Override
        public <R> R accept(ExpressionVisitor<R> visitor) {
            return visitor.visitBooleanLiteral(this);
        }
    }

    /** NULL. */
    record NullLiteral(Span span) implements Literal {
        @Override
        public <R> R accept(ExpressionVisitor<R> visitor) {
            return visitor.visitNullLiteral(this);
        }
    }

    /** {@code DATE '2026-01-31'} and its like. */
    record TypedLiteral(TypedLiteralKind kind, String value, Span span) implements Literal {
        @Override
        public <R> R accept(ExpressionVisitor<R> visitor) {
            return visitor.visitTypedLiteral(this);
        }
    }

    /** The word before the text of a {@link TypedLiteral}. */
    enum TypedLiteralKind {
        DATE,
        TIME,
        TIMESTAMP,
        /** {@code X'48'}. */
        BINARY
    }

    /**
     * {@code INTERVAL '1 day, 2 hours'}, only beside a date or time.
     *
     * @param value the text between the quotes, not yet checked
     */
    record IntervalLiteral(String value, Span span) implements Literal {
        @Override
        public <R> R accept(ExpressionVisitor<R> visitor) {
            return visitor.visitIntervalLiteral(this);
        }
    }
}
