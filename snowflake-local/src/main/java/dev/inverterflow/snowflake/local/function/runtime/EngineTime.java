package dev.inverterflow.snowflake.local.function.runtime;

import java.time.LocalDate;
import java.time.LocalDateTime;

/** Dates and timestamps as the engine writes them: years of five digits come without the sign that ISO 8601 wants of them. */
public final class EngineTime {
    private static final int DIGITS_WITHOUT_SIGN = 4;

    private EngineTime() {}

    /** @param text such as {@code 2024-02-29} */
    public static LocalDate date(String text) {
        return LocalDate.parse(signed(text));
    }

    /** @param text such as {@code 2024-02-29 12:34:56.789}, with a blank or a T in the middle */
    public static LocalDateTime timestamp(String text) {
        return LocalDateTime.parse(signed(text.replace(' ', 'T')));
    }

    private static String signed(String text) {
        return text.indexOf('-') > DIGITS_WITHOUT_SIGN ? "+" + text : text;
    }
}
