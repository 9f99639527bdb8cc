package dev.inverterflow.snowflake.local.function.runtime;

import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.error.SnowflakeException;
import dev.inverterflow.snowflake.local.function.runtime.TimeFormat.Element;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads dates and times by a format, or by the formats that Snowflake tries when none is given. */
final class MomentReader {
    private static final int HOURS_OF_HALF_DAY = 12;
    private static final Pattern INTEGER = Pattern.compile("[+-]?\\d+");

    private final String text;
    private final boolean anySeparator;
    private int at;

    private int year = 1970;
    private int month = 1;
    private int day = 1;
    private int hour;
    private int minute;
    private int second;
    private int nano;
    private @Nullable Boolean afternoon;
    private int zoneSign = 1;
    private int zoneHours;
    private int zoneMinutes;
    private boolean zoned;
    private boolean zuluEnd;
    private int parsed;

    private MomentReader(String text, boolean anySeparator) {
        this.text = text;
        this.anySeparator = anySeparator;
    }

    /**
     * Reads a text as a kind of value; without an offset in the text it is a time in the session's zone.
     *
     * @throws SnowflakeException 100035, 100040 or 100108 if no known format fits
     */
    static Moment auto(String text, Moment.Kind kind, ZoneId sessionZone) {
        var stripped = text.strip();
        if (INTEGER.matcher(stripped).matches()) {
            var moment = Moment.ofEpochNumber(new BigDecimal(stripped));
            return kind == Moment.Kind.TIME ? moment.ofWholeSecond() : moment;
        }
        for (var format : AutoFormats.of(kind)) {
            var found = new MomentReader(stripped, true).read(format, sessionZone);
            if (found.isPresent()) {
                return found.get();
            }
        }
        throw notRecognized(text, kind);
    }

    private static SnowflakeException notRecognized(String text, Moment.Kind kind) {
        return switch (kind) {
            case DATE -> Errors.dateNotRecognized(text);
            case TIME -> ValueErrors.timeNotRecognized(text);
            default -> Errors.timestampNotRecognized(text);
        };
    }

    /**
     * Reads a text by a format.
     *
     * @throws SnowflakeException 100096 if it does not fit
     */
    static Moment by(String text, String format, Moment.Kind kind, ZoneId sessionZone) {
        if (format.equalsIgnoreCase("AUTO")) {
            return auto(text, kind, sessionZone);
        }
        return new MomentReader(text.strip(), false)
                .read(TimeFormat.of(format), sessionZone)
                .orElseThrow(() -> ValueErrors.cannotParse(
                        kind.isTimestamp() ? "timestamp" : kind.name().toLowerCase(Locale.ROOT), text, format));
    }

    private Optional<Moment> read(TimeFormat format, ZoneId sessionZone) {
        boolean behindElement = false;
        for (var part : format.parts()) {
            if (behindElement && part.element().isPresent()) {
                skipBlanks();
            }
            behindElement = part.element().isPresent();
            boolean fits = part.element().isPresent() ? element(part.element().get()) : literal(part.literal());
            if (!fits) {
                return Optional.empty();
            }
        }
        if (anySeparator && !zoned && at == text.length() - 1 && text.charAt(at) == 'Z') {
            at++;
            zoned = true;
        }
        return at == text.length() ? moment(sessionZone) : Optional.empty();
    }

    private Optional<Moment> moment(ZoneId sessionZone) {
        try {
            var wallClock = LocalDateTime.of(year, month, day, hourOfDay(), minute, second, nano);
            if (!zoned) {
                return Optional.of(Moment.in(wallClock, sessionZone));
            }
            var offset = ZoneOffset.ofTotalSeconds(zoneSign * (zoneHours * 3600 + zoneMinutes * 60));
            return Optional.of(new Moment(wallClock, offset));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private int hourOfDay() {
        if (afternoon == null) {
            return hour;
        }
        return hour % 12 + (afternoon ? 12 : 0);
    }

    /** Between elements that follow each other a text may have blanks (date-time-input-output, "Whitespace"). */
    private void skipBlanks() {
        while (!anySeparator && at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
    }

    private boolean literal(String literal) {
        if (text.startsWith(literal, at)) {
            at += literal.length();
            return true;
        }
        boolean dateTimeSeparator = anySeparator && literal.equals(" ") && at < text.length() && text.charAt(at) == 'T';
        if (dateTimeSeparator) {
            at++;
        }
        return dateTimeSeparator;
    }

    private boolean element(Element element) {
        if (element.isFraction()) {
            return fraction(element.fractionDigits());
        }
        return switch (element) {
            case YYYY, UUUU -> number(1, 4) && set(value -> year = value);
            case YY, Y -> number(1, 2) && set(value -> year = value < 70 ? 2000 + value : 1900 + value);
            case MM, MO -> number(1, 2) && set(value -> month = value);
            case MON, MMMM -> monthName();
            case DD, D -> number(1, 2) && set(value -> day = value);
            case DY -> dayName();
            case HH24, HH, H24, H -> number(1, 2) && set(value -> hour = value);
            case HH12, H12 -> number(1, 2) && parsed <= HOURS_OF_HALF_DAY && set(value -> hour = value);
            case MI, ME -> number(1, 2) && set(value -> minute = value);
            case SS, S -> number(1, 2) && set(value -> second = value);
            case AM, PM -> halfDay("AM", "PM");
            case P -> halfDay("A", "P");
            case TZISO -> zone() && colon() && zoneMinutes();
            case TZHTZM -> zone() && zoneMinutes();
            case TZH -> zone();
            case TZM -> zoneMinutes();
            default -> false;
        };
    }

    private boolean number(int least, int most) {
        int start = at;
        while (at < text.length() && at - start < most && Character.isDigit(text.charAt(at))) {
            at++;
        }
        if (at - start < least) {
            return false;
        }
        parsed = Integer.parseInt(text.substring(start, at));
        return true;
    }

    private boolean set(IntConsumer field) {
        field.accept(parsed);
        return true;
    }

    private boolean fraction(int most) {
        int start = at;
        while (at < text.length() && Character.isDigit(text.charAt(at))) {
            at++;
        }
        if (at == start || at - start > most) {
            return false;
        }
        nano = Integer.parseInt((text.substring(start, at) + "00000000").substring(0, 9));
        return true;
    }

    private boolean monthName() {
        for (var candidate : Month.values()) {
            var full = candidate.name();
            for (var name : List.of(full, full.substring(0, 3))) {
                if (text.regionMatches(true, at, name, 0, name.length())) {
                    month = candidate.getValue();
                    at += name.length();
                    return true;
                }
            }
        }
        return false;
    }

    private boolean dayName() {
        for (var candidate : DayOfWeek.values()) {
            if (text.regionMatches(true, at, candidate.name(), 0, 3)) {
                at += 3;
                return true;
            }
        }
        return false;
    }

    private boolean halfDay(String before, String after) {
        for (var name : List.of(before, after)) {
            if (text.regionMatches(true, at, name, 0, name.length())) {
                afternoon = name.equals(after);
                at += name.length();
                return true;
            }
        }
        return false;
    }

    private boolean zone() {
        if (at < text.length() && text.charAt(at) == 'Z') {
            at++;
            zoned = true;
            zuluEnd = true;
            return true;
        }
        if (at < text.length() && (text.charAt(at) == '+' || text.charAt(at) == '-')) {
            zoneSign = text.charAt(at) == '-' ? -1 : 1;
            at++;
        } else {
            return false;
        }
        zoned = true;
        return number(1, 2) && set(value -> zoneHours = value);
    }

    private boolean colon() {
        return zuluEnd || literal(":");
    }

    private boolean zoneMinutes() {
        return zuluEnd || number(2, 2) && set(value -> zoneMinutes = value);
    }
}
