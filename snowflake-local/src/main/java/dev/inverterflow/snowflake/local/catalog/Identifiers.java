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
        return '"' + identifier.replace("\"", "\"\"") + '"';
    }

    /** The text as an SQL string literal of DuckDB, where only the quote itself is special. */
    public static String literal(String text) {
        return '\'' + text.replace("'", "''") + '\'';
    }
}
