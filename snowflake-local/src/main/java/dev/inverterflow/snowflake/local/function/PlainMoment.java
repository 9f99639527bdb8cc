package dev.inverterflow.snowflake.local.function;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;

/** Literals of days and wall clocks that DuckDB reads as AUTO does: it reads them once, and prunes by them. */
final class PlainMoment {
    private static final Pattern LITERAL =
            Pattern.compile("'(\\d{4}-\\d{2}-\\d{2})([ T]([01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d([.]\\d{1,6}0{0,3})?)?'");

    private PlainMoment() {}

    /**
     * Whether SQL is such a literal.
     *
     * @param kind what is read: DATE, TIMESTAMP_NTZ, …
     */
    static boolean is(String sql, String kind) {
        var literal = LITERAL.matcher(sql);
        try {
            return literal.matches()
                    && (kind.equals("TIMESTAMP_NTZ") || kind.equals("DATE") && literal.group(2) == null)
                    && LocalDate.parse(literal.group(1)).getYear() > 0;
        } catch (DateTimeParseException noDay) {
            return false;
        }
    }
}
