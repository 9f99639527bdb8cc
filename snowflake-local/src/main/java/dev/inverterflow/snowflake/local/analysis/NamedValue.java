package dev.inverterflow.snowflake.local.analysis;

import org.jspecify.annotations.Nullable;

/**
 * An argument of a table function.
 *
 * @param name the name before {@code =>}, in upper case; null for an argument by position
 * @param value its value
 */
public record NamedValue(@Nullable String name, Constant value) {}
