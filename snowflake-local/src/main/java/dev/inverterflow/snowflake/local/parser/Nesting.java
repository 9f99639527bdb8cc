package dev.inverterflow.snowflake.local.parser;

import dev.inverterflow.snowflake.local.error.SnowflakeException;
import java.util.function.Supplier;

/**
 * Keeps trees low enough for those who walk them recursively, the parser first of all. Two figures: how deep the
 * parser is in nested constructs now, and how high the tree is that it has built on the present level;
 * {@code a + b + c} is as high as it has operators, though no deeper than {@code a}.
 */
final class Nesting {
    /** More than Snowpark writes for 100 chained operations, at most half of a thread's default stack. */
    static final int MAX_DEPTH = 250;

    /** Of the tree; a chain of operators counts one each. */
    static final int MAX_HEIGHT = 1000;

    private final Supplier<SnowflakeException> tooDeep;
    private int depth;
    private int height;

    /** Takes what makes the error for the place where the limit is passed. */
    Nesting(Supplier<SnowflakeException> tooDeep) {
        this.tooDeep = tooDeep;
    }

    /** Reads something that may contain itself. */
    <T> T nested(Supplier<T> inner) {
        if (depth >= MAX_DEPTH) {
            throw tooDeep.get();
        }
        depth++;
        T result = level(() -> {
            T read = inner.get();
            grow();
            return read;
        });
        depth--;
        return result;
    }

    /** Reads something whose height counts apart from that of its left neighbours. */
    <T> T level(Supplier<T> inner) {
        int before = height;
        height = 0;
        T result = inner.get();
        height = Math.max(before, height);
        return result;
    }

    /** Says that a node has been made around all that was read on this level. */
    void grow() {
        height++;
        if (height > MAX_HEIGHT) {
            throw tooDeep.get();
        }
    }
}
