package dev.inverterflow.snowflake.local.catalog;

import java.util.regex.Pattern;

/** How names are written in SQL text. */
public final class Identifiers {

    private static final Pattern PLAIN = Pattern.compile("[A-Z_][A-Z0-9_$]*");

    private Identifiers() {}

    /** The identifier as a person would write it for Snowflake: quoted only if folding would change it. */
    public static String quoteIfNeeded(String identifier) {
        return PLAIN.matcher(identifier).matches() ? identifier : quote(identifier);
    }

    /** The identifier in double quotes, safe to put into SQL text of Snowflake and of DuckDB. */
    public static String quote(String identifier) {
        return '"' + escaped(identifier) + '"';
    }

    private static String escaped(String identifier) {
        if (identifier.indexOf('"') < 0 && identifier.indexOf('\0') < 0) {
            return identifier;
        }
        // No name has a NUL character, but the text of an expression, which is its column's name, may.
        return identifier.replace("\"", "\"\"").replace("\0", "");
    }

    /** The text as an SQL expression of DuckDB: a literal, in which only the quote is special, and NUL cannot stand. */
    public static String literal(String text) {
        String literal = '\'' + text.replace("'", "''") + '\'';
        return text.indexOf('\0') < 0 ? literal : "(" + literal.replace("\0", "' || chr(0) || '") + ")";
    }
}
