package dev.inverterflow.snowflake.local.function;

import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A format of dates and times in the language of DuckDB's strptime, where all of its parts have their like there. */
final class EngineFormat {
    private static final Map<String, String> PARTS =
            Map.of("YYYY", "%Y", "MM", "%m", "DD", "%d", "HH24", "%H", "MI", "%M", "SS", "%S");
    private static final Map<String, String> FRACTIONS = Map.of("FF3", "%g", "FF6", "%f", "FF9", "%n");
    private static final Pattern PART = Pattern.compile("YYYY|MM|DD|HH24|MI|SS|FF[369]|\"[A-Z]\"|[-/ :.]");

    private EngineFormat() {}

    /**
     * The format for DuckDB.
     *
     * @param format null for one that is no constant
     * @return null if DuckDB has no such format
     */
    static @Nullable String of(@Nullable String format) {
        if (format == null || format.contains("FF")) {
            return null;
        }
        boolean whole = format.contains("YYYY") && format.contains("DD") && format.contains("MM");
        return whole ? forWriting(format) : null;
    }

    /** The same for texts that are written, which need not tell all of a time. */
    static @Nullable String forWriting(@Nullable String format) {
        if (format == null) {
            return null;
        }
        var result = new StringBuilder();
        var matcher = PART.matcher(format);
        int end = 0;
        while (matcher.find() && matcher.start() == end) {
            end = matcher.end();
            var part = matcher.group().replace("\"", "");
            result.append(PARTS.getOrDefault(part, FRACTIONS.getOrDefault(part, part)));
        }
        return end == format.length() ? result.toString() : null;
    }
}
