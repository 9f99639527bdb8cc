/**
 * From SQL text to the tree of {@code ast}: lexer, Pratt expressions, one class per kind of statement. Strict: every
 * token is understood or refused with its line and position; nothing passes through as text.
 * {@link dev.inverterflow.snowflake.local.parser.SqlParser} is the way in.
 */
package dev.inverterflow.snowflake.local.parser;
