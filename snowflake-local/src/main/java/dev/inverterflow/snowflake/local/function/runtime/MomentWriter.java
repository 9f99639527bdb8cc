package dev.inverterflow.snowflake.local.function.runtime;

import dev.inverterflow.snowflake.local.function.runtime.TimeFormat.Element;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.util.Locale;

/** Writes dates and times by a format. */
final class MomentWriter {
    private MomentWriter() {}

    static String write(Moment moment, String format) {
        var text = new StringBuilder();
        for (var part : TimeFormat.of(format).parts()) {
            text.append(part.element().map(element -> element(element, moment)).orElse(part.literal()));
        }
        return text.toString();
    }

    private static String element(Element element, Moment moment) {
        var time = moment.wallClock();
        if (element.isFraction()) {
            return "%09d".formatted(time.getNano()).substring(0, element.fractionDigits());
        }
        return switch (element) {
            case YYYY, UUUU -> "%04d".formatted(time.getYear());
            case YY -> two(time.getYear() % 100);
            case Y -> String.valueOf(time.getYear() % 100);
            case MM -> two(time.getMonthValue());
            case MO -> String.valueOf(time.getMonthValue());
            case MON -> time.getMonth().getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
            case MMMM -> time.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
            case DD -> two(time.getDayOfMonth());
            case D -> String.valueOf(time.getDayOfMonth());
            case DY -> time.getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
            case HH24, HH -> two(time.getHour());
            case H24, H -> String.valueOf(time.getHour());
            case HH12 -> two(hourOfHalfDay(time));
            case H12 -> String.valueOf(hourOfHalfDay(time));
            case AM, PM -> time.getHour() < 12 ? "AM" : "PM";
            case P -> time.getHour() < 12 ? "A" : "P";
            case MI -> two(time.getMinute());
            case ME -> String.valueOf(time.getMinute());
            case SS -> two(time.getSecond());
            case S -> String.valueOf(time.getSecond());
            case TZISO -> hours(moment.offset()) + ":" + minutes(moment.offset());
            case TZHTZM -> hours(moment.offset()) + minutes(moment.offset());
            case TZH -> hours(moment.offset());
            case TZM -> minutes(moment.offset());
            default -> throw new AssertionError(element);
        };
    }

    private static int hourOfHalfDay(LocalDateTime time) {
        int hour = time.getHour() % 12;
        return hour == 0 ? 12 : hour;
    }

    private static String hours(ZoneOffset offset) {
        int seconds = offset.getTotalSeconds();
        return (seconds < 0 ? "-" : "+") + two(Math.abs(seconds) / 3600);
    }

    private static String minutes(ZoneOffset offset) {
        return two(Math.abs(offset.getTotalSeconds()) / 60 % 60);
    }

    private static String two(int number) {
        return "%02d".formatted(number);
    }
}
