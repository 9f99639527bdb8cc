package dev.inverterflow.snowflake.local.ast;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A call of a function, and the lambda that some functions take. */
public sealed interface Call extends Expression {
    /**
     * A scalar, aggregate or window function, built in or the user's. Special forms come as plain calls: {@code
     * EXTRACT(part FROM x)} as {@code DATE_PART('part', x)}, {@code POSITION(a IN b)} as {@code POSITION(a, b)},
     * {@code CURRENT_TIMESTAMP} without parentheses as a call without arguments.
     *
     * @param withinGroup the order after WITHIN GROUP; empty if none
     * @param nulls RESPECT NULLS or IGNORE NULLS if written
     * @param window the window after OVER; absent for scalar and aggregate calls
     */
    record FunctionCall(
            QualifiedName name,
            List<Argument> arguments,
            boolean distinct,
            List<OrderItem> withinGroup,
            @Nullable NullTreatment nulls,
            @Nullable Window window,
            Span span)
            implements Call {
        public FunctionCall {
            arguments = List.copyOf(arguments);
            withinGroup = List.copyOf(withinGroup);
        }

        @Override
        public <R> R accept(ExpressionVisitor<R> visitor) {
            return visitor.visitFunctionCall(this);
        }
    }

    /**
     * {@code value} or {@code name => value}.
     *
     * @param name absent for an argument by position
     */
    record Argument(@Nullable Identifier name, Expression value) {}

    /** Whether a window function sees NULLs. */
    enum NullTreatment {
        RESPECT,
        IGNORE
    }

    /** {@code x -> body} or {@code (x INT, y) -> body}, only as an argument. */
    record Lambda(List<LambdaParameter> parameters, Expression body, Span span) implements Call {
        public Lambda {
            parameters = List.copyOf(parameters);
        }

        @Override
        public <R> R accept(ExpressionVisitor<R> visitor) {
            return visitor.visitLambda(this);
        }
    }

    /** A parameter of a lambda, with its type if written. */
    record LambdaParameter(Identifier name, @Nullable TypeName type) {}
}
