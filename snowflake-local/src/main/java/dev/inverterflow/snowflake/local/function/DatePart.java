package dev.inverterflow.snowflake.local.function;

import dev.inverterflow.snowflake.local.type.TypeKind;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The parts of dates and times, with their other names
 * (docs.snowflake.com/en/sql-reference/functions-date-time, "Supported date and time parts").
 */
public enum DatePart {
    YEAR("Y", "YY", "YYY", "YYYY", "YR", "YEARS", "YRS"),
    MONTH("MM", "MON", "MONS", "MONTHS"),
    DAY("D", "DD", "DAYS", "DAYOFMONTH"),
    DAYOFWEEK("WEEKDAY", "DOW", "DW"),
    DAYOFWEEKISO("WEEKDAY_ISO", "DOW_ISO", "DW_ISO", "DAYOFWEEK_ISO"),
    DAYOFYEAR("YEARDAY", "DOY", "DY"),
    WEEK("W", "WK", "WEEKOFYEAR", "WOY", "WY"),
    WEEKISO("WEEK_ISO", "WEEKOFYEARISO", "WEEKOFYEAR_ISO"),
    QUARTER("Q", "QTR", "QTRS", "QUARTERS"),
    YEAROFWEEK,
    YEAROFWEEKISO,
    HOUR("H", "HH", "HR", "HOURS", "HRS"),
    MINUTE("M", "MI", "MIN", "MINUTES", "MINS"),
    SECOND("S", "SEC", "SECONDS", "SECS"),
    MILLISECOND("MS", "MSEC", "MILLISECONDS"),
    MICROSECOND("US", "USEC", "MICROSECONDS"),
    NANOSECOND("NS", "NSEC", "NANOSEC", "NSECOND", "NANOSECONDS", "NANOSECS", "NSECONDS"),
    EPOCH_SECOND("EPOCH", "EPOCH_SECONDS"),
    EPOCH_MILLISECOND("EPOCH_MILLISECONDS"),
    EPOCH_MICROSECOND("EPOCH_MICROSECONDS"),
    EPOCH_NANOSECOND("EPOCH_NANOSECONDS"),
    TIMEZONE_HOUR("TZH"),
    TIMEZONE_MINUTE("TZM");

    private static final Map<String, DatePart> BY_NAME = new HashMap<>();

    static {
        for (DatePart part : values()) {
            BY_NAME.put(part.name(), part);
            part.otherNames.forEach(name -> BY_NAME.put(name, part));
        }
    }

    private final List<String> otherNames;

    DatePart(String... otherNames) {
        this.otherNames = List.of(otherNames);
    }

    /** The part of that name, in any case. */
    public static Optional<DatePart> find(String name) {
        return Optional.ofNullable(BY_NAME.get(name.toUpperCase(Locale.ROOT)));
    }

    /** Whether it can be added, counted and truncated to. */
    boolean isUnit() {
        return this == YEAR || this == MONTH || this == DAY || this == WEEK || this == QUARTER || isOfTime();
    }

    /** Whether a date can be cut to it, or its last day be told. */
    boolean isPeriod() {
        return isUnit() || this == WEEKISO || this == YEAROFWEEKISO;
    }

    /** Whether a value of a type has it. */
    boolean isPartOf(TypeKind kind) {
        return switch (this) {
            case MILLISECOND, MICROSECOND -> false;
            case EPOCH_MILLISECOND, EPOCH_MICROSECOND, EPOCH_NANOSECOND -> kind != TypeKind.DATE;
            default -> kind != TypeKind.TIME || compareTo(HOUR) >= 0;
        };
    }

    /** Whether it is a unit of the time of day. */
    boolean isOfTime() {
        return compareTo(HOUR) >= 0 && compareTo(NANOSECOND) <= 0;
    }

    /** An interval of so many of this unit; the number is a DuckDB expression of a whole number. */
    String interval(String number) {
        var whole = "CAST(" + number + " AS BIGINT)";
        return switch (this) {
            case YEAR -> "to_months(CAST(" + number + " * 12 AS INTEGER))";
            case QUARTER -> "to_months(CAST(" + number + " * 3 AS INTEGER))";
            case MONTH -> "to_months(CAST(" + number + " AS INTEGER))";
            case WEEK -> "to_days(CAST(" + number + " * 7 AS INTEGER))";
            case DAY -> "to_days(CAST(" + number + " AS INTEGER))";
            case HOUR -> "to_hours(" + whole + ")";
            case MINUTE -> "to_minutes(" + whole + ")";
            case SECOND -> "to_seconds(" + whole + ")";
            case MILLISECOND -> "to_milliseconds(" + whole + ")";
            case MICROSECOND -> "to_microseconds(" + whole + ")";
            default -> "to_microseconds(CAST(trunc(" + number + " / 1000) AS BIGINT))";
        };
    }

    /** The unit's name in DuckDB's date functions. */
    String duckUnit() {
        return switch (this) {
            case NANOSECOND -> "microsecond";
            case WEEKISO -> "week";
            case YEAROFWEEKISO -> "isoyear";
            default -> name().toLowerCase(Locale.ROOT);
        };
    }
}
