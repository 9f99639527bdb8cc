package dev.inverterflow.procs.run;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.stream.Collectors;

/** Literals of Snowflake SQL. Values that come from outside are bound instead wherever a bind is possible. */
public final class Sql {

    private static final DateTimeFormatter TIMESTAMP = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS");

    private Sql() {}

    /** A string literal; the backslash is an escape character in Snowflake's quoted strings. */
    public static String text(String value) {
        return "'" + value.replace("\\", "\\\\").replace("'", "''") + "'";
    }

    /** A DATE literal. */
    public static String date(LocalDate value) {
        return "'" + value + "'::DATE";
    }

    /** What stands in the brackets of {@code IN (…)}: DATE literals, or a NULL that matches nothing if there are none. */
    public static String dates(Collection<LocalDate> values) {
        return values.isEmpty() ? "NULL" : values.stream().map(Sql::date).collect(Collectors.joining(", "));
    }

    /** A TIMESTAMP_NTZ literal to the millisecond; the value is UTC wall clock. */
    public static String timestamp(LocalDateTime value) {
        return "'" + TIMESTAMP.format(value) + "'::TIMESTAMP_NTZ";
    }

    /** A FLOAT literal; a plain decimal literal would be a NUMBER, with other rounding. */
    public static String number(double value) {
        return value + "::FLOAT";
    }
}
