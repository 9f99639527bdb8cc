package dev.inverterflow.snowflake.local.ast;

import org.jspecify.annotations.Nullable;

/**
 * {@code @stage/path}, {@code @%table/path} or {@code @~/path}.
 *
 * @param name of the stage or table; absent for the user's own stage
 * @param path behind the name, without leading slash, exactly as written; empty if none
 */
public record StageLocation(StageKind kind, @Nullable QualifiedName name, String path, Span span) {
    /** Whose stage it is. */
    public enum StageKind {
        /** {@code @name}. */
        NAMED,
        /** {@code @%table}. */
        TABLE,
        /** {@code @~}. */
        USER
    }
}
