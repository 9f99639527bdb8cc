package dev.inverterflow.snowflake.local.ast;

import org.jspecify.annotations.Nullable;

/**
 * How a sequence or an identity column counts.
 *
 * @param start 1 if not written
 * @param increment 1 if not written
 * @param ordered whether ORDER (true) or NOORDER (false) was written; null if neither
 */
public record Numbering(
        long start, long increment, @Nullable Boolean ordered) {}
