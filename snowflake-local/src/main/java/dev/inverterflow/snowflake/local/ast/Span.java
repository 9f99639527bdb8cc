package dev.inverterflow.snowflake.local.ast;

import org.jspecify.annotations.Nullable;

/**
 * From where to where a node reaches in the text it was read from. Where a node stands is no part of what it is, so
 * all spans are equal: nodes of equal content are then equal, which is what GROUP BY and tests compare.
 */
public final class Span {
    private final String source;
    private final int start;
    private final int end;
    private final Position position;

    /**
     * A piece of a source text.
     *
     * @param start offset of the first character
     * @param end offset behind the last character
     * @param position line and column of the first character
     */
    public Span(String source, int start, int end, Position position) {
        this.source = source;
        this.start = start;
        this.end = end;
        this.position = position;
    }

    /** A span of its own for a node that no client wrote. */
    public static Span of(String text) {
        return new Span(text, 0, text.length(), new Position(1, 0));
    }

    /** The piece of the source, exactly as written, comments and blanks included. */
    public String text() {
        return source.substring(start, end);
    }

    /** Line and column of the first character. */
    public Position position() {
        return position;
    }

    /** Offset of the first character in the whole text that was parsed. */
    public int start() {
        return start;
    }

    /** Offset behind the last character in the whole text that was parsed. */
    public int end() {
        return end;
    }

    /** From the start of this span to the end of a later one. */
    public Span to(Span last) {
        return new Span(source, start, last.end, position);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Span;
    }

    @Override
    public int hashCode() {
        return 0;
    }

    @Override
    public String toString() {
        return position.toString();
    }
}
