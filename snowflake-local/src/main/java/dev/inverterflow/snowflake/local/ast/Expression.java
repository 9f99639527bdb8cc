package dev.inverterflow.snowflake.local.ast;

/** A value in SQL, in five families: literals, references, operations, predicates and calls. */
public sealed interface Expression permits Literal, Reference, Operation, Predicate, Call {
    /** The text it was read from, without parentheses around it. */
    Span span();

    /** Calls the method of its kind. */
    <R> R accept(ExpressionVisitor<R> visitor);

    /** Line and column of its first character. */
    default Position position() {
        return span().position();
    }
}
