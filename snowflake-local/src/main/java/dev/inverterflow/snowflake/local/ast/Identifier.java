package dev.inverterflow.snowflake.local.ast;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A name. Equality is that of the name: {@code abc}, {@code ABC} and {@code "ABC"} are one identifier, {@code "abc"}
 * is another.
 *
 * @param name as Snowflake stores it: folded to upper case unless quoted, quotes removed
 * @param quoted whether it was written in double quotes
 */
public record Identifier(String name, boolean quoted, Span span) {
    private static final Pattern PLAIN = Pattern.compile("[A-Z_][A-Z0-9_$]*");

    /** The identifier that is written {@code text} without quotes. */
    public static Identifier unquoted(String text, Span span) {
        return new Identifier(text.toUpperCase(Locale.ROOT), false, span);
    }

    /** An identifier that no client wrote, for its stored name. */
    public static Identifier of(String name) {
        return new Identifier(name, true, Span.of(name));
    }

    /** Whether it was written without quotes as this keyword, given in upper case. */
    public boolean isWord(String keyword) {
        return !quoted && name.equals(keyword);
    }

    /** The shortest way to write it: without quotes if it needs none, as Snowflake shows names in messages. */
    public String display() {
        return PLAIN.matcher(name).matches() ? name : toSql();
    }

    /** Written with quotes, safe in any statement. */
    public String toSql() {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Identifier that && name.equals(that.name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public String toString() {
        return display();
    }
}
