package dev.inverterflow.snowflake.local.function.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A date or time format such as {@code YYYY-MM-DD"T"HH24:MI:SS.FF3TZH:TZM}, taken apart into its elements
 * (docs.snowflake.com/en/sql-reference/date-time-input-output).
 */
record TimeFormat(List<Part> parts) {
    /** An element of a format or literal text between elements. */
    record Part(Optional<Element> element, String literal) {}

    /** The elements, longest names first, so that the first that fits is the right one. */
    enum Element {
        YYYY,
        UUUU,
        MMMM,
        HH24,
        HH12,
        TZISO("TZH:TZM"),
        TZHTZM,
        H24,
        H12,
        MON,
        TZH,
        TZM,
        FF0,
        FF1,
        FF2,
        FF3,
        FF4,
        FF5,
        FF6,
        FF7,
        FF8,
        FF9,
        YY,
        MM,
        MO,
        MI,
        ME,
        DD,
        DY,
        HH,
        SS,
        AM,
        PM,
        FF,
        Y,
        D,
        H,
        S,
        P;

        private final String text;

        Element() {
            this.text = name();
        }

        Element(String text) {
            this.text = text;
        }

        /** Digits of FF elements; 9 for FF alone. */
        int fractionDigits() {
            return this == FF ? 9 : name().charAt(2) - '0';
        }

        boolean isFraction() {
            return name().startsWith("FF");
        }
    }

    static TimeFormat of(String format) {
        List<Part> parts = new ArrayList<>();
        int at = 0;
        while (at < format.length()) {
            if (format.charAt(at) == '"') {
                int end = format.indexOf('"', at + 1);
                if (end < 0) {
                    throw ValueErrors.invalidFormat(format);
                }
                parts.add(new Part(Optional.empty(), format.substring(at + 1, end)));
                at = end + 1;
                continue;
            }
            var element = elementAt(format, at);
            parts.add(new Part(element, format.substring(at, at + 1)));
            at += element.map(found -> found.text.length()).orElse(1);
        }
        return new TimeFormat(List.copyOf(parts));
    }

    /** A single letter is an element only if it is no part of a word. */
    private static boolean standsAlone(String format, int at) {
        boolean before = at > 0 && Character.isLetter(format.charAt(at - 1));
        boolean after = at + 1 < format.length() && Character.isLetter(format.charAt(at + 1));
        return !before && !after;
    }

    private static Optional<Element> elementAt(String format, int at) {
        var rest = format.substring(at).toUpperCase(Locale.ROOT);
        for (var element : Element.values()) {
            if (rest.startsWith(element.text) && (element.text.length() > 1 || standsAlone(format, at))) {
                return Optional.of(element);
            }
        }
        return Optional.empty();
    }
}
