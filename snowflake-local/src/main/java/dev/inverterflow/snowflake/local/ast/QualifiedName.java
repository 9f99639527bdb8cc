package dev.inverterflow.snowflake.local.ast;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A name of one to three parts (four for columns). {@code db..t} has an empty middle part, which stands for schema
 * PUBLIC; the parser fills it in.
 *
 * @param parts outermost first, at least one
 */
public record QualifiedName(List<Identifier> parts, Span span) {
    /** Copies the list. */
    public QualifiedName {
        parts = List.copyOf(parts);
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("parts: a name has at least one part");
        }
    }

    /** A name of one part. */
    public static QualifiedName of(Identifier only) {
        return new QualifiedName(List.of(only), only.span());
    }

    /** The innermost part, the object's own name. */
    public Identifier last() {
        return parts.get(parts.size() - 1);
    }

    /** How many parts it has. */
    public int size() {
        return parts.size();
    }

    /** Line and column of its first character. */
    public Position position() {
        return span.position();
    }

    /** As Snowflake shows it in messages, with quotes only where they are needed. */
    @Override
    public String toString() {
        return parts.stream().map(Identifier::display).collect(Collectors.joining("."));
    }
}
