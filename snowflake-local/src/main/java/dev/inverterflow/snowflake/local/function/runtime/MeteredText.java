package dev.inverterflow.snowflake.local.function.runtime;

import dev.inverterflow.snowflake.local.error.Errors;

/**
 * A text that a regular expression may look at so many times and no more. Snowflake's engine needs time in proportion to the
 * text for any expression, Java's may need for ever; this ends it.
 */
final class MeteredText implements CharSequence {
    private static final long LOOKS = 100_000_000;
    private static final long LOOKS_AT_EACH_CHARACTER = 1_000;

    private final String text;
    private long left;

    MeteredText(String text) {
        this.text = text;
        this.left = LOOKS + LOOKS_AT_EACH_CHARACTER * text.length();
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public char charAt(int index) {
        left--;
        if (left < 0) {
            throw Errors.notSupported("a regular expression that goes back and forth in a text as often as this one");
        }
        return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.substring(start, end);
    }

    @Override
    public String toString() {
        return text;
    }
}
