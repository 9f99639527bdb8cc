/**
 * What a statement says, as values. Sealed families, one visitor each; records with immutable lists. Components that
 * may be absent are {@code @Nullable}. Two nodes are equal if they say the same, wherever they stand (see
 * {@link dev.inverterflow.snowflake.local.ast.Span}).
 */
package dev.inverterflow.snowflake.local.ast;
