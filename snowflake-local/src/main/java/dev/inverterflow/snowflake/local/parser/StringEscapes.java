package dev.inverterflow.snowflake.local.parser;

import org.jspecify.annotations.Nullable;

/**
 * Reads the text between single quotes.
 *
 * <p>Source: docs.snowflake.com/en/sql-reference/data-types-text, escape sequences in single-quoted string constants.
 */
final class StringEscapes {
    private final String source;
    private final StringBuilder value = new StringBuilder();
    private int offset;

    /** Reads from behind the opening quote. */
    StringEscapes(String source, int offset) {
        this.source = source;
        this.offset = offset;
    }

    /** The text, or null if no quote ends it. */
    @Nullable
    String read() {
        while (offset < source.length()) {
            char c = source.charAt(offset++);
            if (c == '\\') {
                if (offset == source.length()) {
                    return null;
                }
                readEscape();
            } else if (c != '\'') {
                value.append(c);
            } else if (offset < source.length() && source.charAt(offset) == '\'') {
                value.append('\'');
                offset++;
            } else {
                return value.toString();
            }
        }
        return null;
    }

    /** Where reading ended: behind the closing quote. */
    int end() {
        return offset;
    }

    private void readEscape() {
        char c = source.charAt(offset++);
        switch (c) {
            case 'b' -> value.append('\b');
            case 'f' -> value.append('\f');
            case 'n' -> value.append('\n');
            case 'r' -> value.append('\r');
            case 't' -> value.append('\t');
            case 'x' -> readCode(c, 2);
            case 'u' -> readCode(c, 4);
            case '0', '1', '2', '3', '4', '5', '6', '7' -> readOctal(c);
            default -> value.append(c);
        }
    }

    // Without the full number of digits the backslash alone is dropped.
    private void readCode(char letter, int count) {
        int code = digits(offset, 16, count);
        if (code < 0) {
            value.append(letter);
        } else {
            value.append((char) code);
            offset += count;
        }
    }

    private void readOctal(char first) {
        int code = digits(offset - 1, 8, 3);
        if (code >= 0) {
            value.append((char) code);
            offset += 2;
        } else {
            value.append(first == '0' ? '\0' : first);
        }
    }

    private int digits(int from, int radix, int count) {
        if (from + count > source.length()) {
            return -1;
        }
        int code = 0;
        for (int i = from; i < from + count; i++) {
            int digit = source.charAt(i) < 128 ? Character.digit(source.charAt(i), radix) : -1;
            if (digit < 0) {
                return -1;
            }
            code = code * radix + digit;
        }
        return code;
    }
}
