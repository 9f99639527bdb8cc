package dev.inverterflow.snowflake.local.definition;

import java.util.regex.Pattern;

/** Values in the text of a statement. */
final class Texts {
    private static final Pattern BARE = Pattern.compile("(?i)-?\\d+|true|false");

    private Texts() {}

    /** A string literal of Snowflake, where the backslash is special, too. */
    static String literal(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "''").replace("\n", "\\n") + "'";
    }

    /** A property's value: numbers and truth values as they are, other texts in quotes. */
    static String value(String text) {
        return BARE.matcher(text).matches() ? text : literal(text);
    }
}
