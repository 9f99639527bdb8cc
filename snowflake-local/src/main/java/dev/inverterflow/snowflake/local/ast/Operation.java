package dev.inverterflow.snowflake.local.ast;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A value made from other values by an operator or a special form. */
public sealed interface Operation extends Expression {
    /** {@code -x}, {@code NOT x}. */
    record Unary(UnaryOperator operator, Expression operand, Span span) implements Operation {
        @Override
        public <R> R accept(ExpressionVisitor<R> visitor) {
            return visitor.visitUnary(this);
        }
    }

    /** {@code a + b}; chains are nested to the left. */
    record Binary(BinaryOperator operator, Expression left, Expression right, Span span) implements Operation {
        @Override
        public <R> R accept(ExpressionVisitor<R> visitor) {
            return visitor.visitBinary(this);
        }
    }

    /** {@code CAST(x AS t)}, {@code x::t} or {@code TRY_CAST(x AS t)}. */
    record Cast(CastForm form, Expression operand, TypeName type, Span span) implements Operation {
        @Override
        public <R> R accept(ExpressionVisitor<R> visitor) {
            return visitor.visitCast(this);
        }
    }

    /** How a cast is written and what it does with a value that does not fit. */
    enum CastForm {
        /** {@code CAST(x AS t)}: an error. */
        CAST,
        /** {@code x::t}: an error. */
        OPERATOR,
        /** {@code TRY_CAST(x AS t)}: NULL. */
        TRY_CAST
    }

    /**
     * A way into a VARIANT: {@code v:a.b[0]}, {@code v['a']['b']}, {@code v[i]}; both writings give the same steps.
     *
     * @param steps at least one
     */
    record PathAccess(Expression value, List<PathStep> steps, Span span) implements Operation {
        public PathAccess {
            steps = List.copyOf(steps);
        }

        @Override
        public <R> R accept(ExpressionVisitor<R> visitor) {
            return visitor.visitPathAccess(this);
        }
    }

    /** CASE; {@code operand} is what the WHENs are compared with, absent in the searched form. */
    record Case(
            @Nullable Expression operand,
            List<When> whens,
            @Nullable Expression otherwise,
            Span span) implements Operation {
        public Case {
            whens = List.copyOf(whens);
        }

        @Override
        public <R> R accept(ExpressionVisitor<R> visitor) {
            return visitor.visitCase(this);
        }
    }

    /** {@code WHEN condition THEN result}. */
    record When(Expression condition, Expression result) {}

    /** {@code (a, b)}, only beside IN or a comparison. */
    record RowValue(List<Expression> items, Span span) implements Operation {
        public RowValue {
            items = List.copyOf(items);
        }

        @Override
        public <R> R accept(ExpressionVisitor<R> visitor) {
            return visitor.visitRowValue(this);
        }
    }

    /** {@code [1, 2]}. */
    record ArrayConstructor(List<Expression> items, Span span) implements Operation {
        public ArrayConstructor {
            items = List.copyOf(items);
        }

        @Override
        public <R> R accept(ExpressionVisitor<R> visitor) {
            return visitor.visitArrayConstructor(this);
        }
    }

    /** {@code {'a': 1}}. */
    record ObjectConstructor(List<ObjectEntry> entries, Span span) implements Operation {
        public ObjectConstructor {
            entries = List.copyOf(entries);
        }

        @Override
        public <R> R accept(ExpressionVisitor<R> visitor) {
            return visitor.visitObjectConstructor(this);
        }
    }

    /** {@code 'key': value}. */
    record ObjectEntry(String key, Expression value) {}

    /** {@code (SELECT …)} as a value. */
    record ScalarSubquery(Query query, Span span) implements Operation {
        @Override
        public <R> R accept(ExpressionVisitor<R> visitor) {
            return visitor.visitScalarSubquery(this);
        }
    }
}
