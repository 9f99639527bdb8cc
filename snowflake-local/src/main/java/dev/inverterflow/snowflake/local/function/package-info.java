/**
 * The closed registry of functions: for each its name, arguments, result, NULL rule and how it is emitted, as data; and
 * the rules of casts and common types that they share.
 */
package dev.inverterflow.snowflake.local.function;
