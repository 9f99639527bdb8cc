package dev.inverterflow.snowflake.local.definition;

import java.util.Locale;
import java.util.regex.Pattern;

/** Values in the text of a statement. */
final class Texts {
    private static final Pattern BARE = Pattern.compile("(?i)-?\\d+|true|false");

    private Texts() {}

    /** A string literal of Snowflake, where the backslash is special, too. */
    static String literal(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "''").replace("\n", "\\n") + "'";
    }

    /** The name of a property as the documentation's examples write some of them. */
    static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** A value that needs no quotes. */
    static String word(String text) {
        return text.toUpperCase(Locale.ROOT);
    }

    /** The source of a handler in quotes, its lines as they are. */
    static String source(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "''") + "'";
    }

    /** A property's value: numbers and truth values as they are, other texts in quotes. */
    static String value(String text) {
        return BARE.matcher(text).matches() ? text : literal(text);
    }
}
