package dev.inverterflow.snowflake.local.function.runtime;

import dev.inverterflow.snowflake.local.error.SnowflakeException;

/** How long a text may be (docs.snowflake.com/en/sql-reference/data-types-text, "VARCHAR"). */
public final class TextBounds {
    /** 128 MB: bytes of UTF-8, and characters of a declared length. */
    public static final long LONGEST = 134_217_728;

    private static final int SHOWN = 30;

    private TextBounds() {}

    /** The error about a text of which only the beginning is known. */
    static SnowflakeException tooLong(String beginning) {
        return new SnowflakeException(
                100078,
                "22000",
                "String '" + beginning.substring(0, Math.min(beginning.length(), SHOWN))
                        + "...' is too long and would be truncated");
    }

    /**
     * A DuckDB expression that raises that error.
     *
     * @param text a DuckDB expression for the beginning
     */
    public static String raise(String text) {
        return RunTimeError.raise(
                100078,
                "22000",
                "String '",
                "left(" + text + ", " + SHOWN + ")",
                "...' is too long and would be truncated");
    }

    /** The text itself if it is not too long. */
    public static String within(String text) {
        // A character takes three bytes of UTF-8 at most for each of its units of UTF-16.
        if (text.length() > LONGEST / 3 && Utf8Length.of(text) > LONGEST) {
            throw tooLong(text);
        }
        return text;
    }

    /** Counts without encoding. */
    private static final class Utf8Length {
        private Utf8Length() {}

        static long of(String text) {
            long bytes = 0;
            for (int i = 0; i < text.length(); i++) {
                char unit = text.charAt(i);
                bytes += unit < 0x80 ? 1 : unit < 0x800 || Character.isSurrogate(unit) ? 2 : 3;
            }
            return bytes;
        }
    }
}
