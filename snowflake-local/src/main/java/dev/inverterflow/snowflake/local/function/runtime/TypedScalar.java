package dev.inverterflow.snowflake.local.function.runtime;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * Values inside a VARIANT that JSON does not have. They stand in canonical text as {@code @}, a letter for the type and
 * the value as the engine writes it, none of which contains a comma or a bracket. Where JSON text leaves the engine, they
 * are strings.
 */
final class TypedScalar {
    static final char MARK = '@';

    private static final String TIMESTAMP = "YYYY-MM-DD HH24:MI:SS.FF3";

    private TypedScalar() {}

    static JsonKind kind(String typed) {
        return switch (typed.charAt(1)) {
            case 'D' -> JsonKind.DATE;
            case 'T' -> JsonKind.TIME;
            case 'N' -> JsonKind.TIMESTAMP_NTZ;
            case 'L' -> JsonKind.TIMESTAMP_LTZ;
            case 'Z' -> JsonKind.TIMESTAMP_TZ;
            default -> JsonKind.BINARY;
        };
    }

    /** The text that a cast to VARCHAR gives, by the formats that are in force unless set otherwise. */
    static String text(String typed) {
        return switch (kind(typed)) {
            case DATE -> value(typed);
            case TIME -> value(typed).substring(0, 8);
            case BINARY -> value(typed);
            case TIMESTAMP_NTZ -> MomentWriter.write(moment(typed, ZoneOffset.UTC), TIMESTAMP);
            default -> MomentWriter.write(moment(typed, ZoneOffset.UTC), TIMESTAMP + " TZHTZM");
        };
    }

    /** What it says as a date or time; of a date the beginning, of a time the first day of 1970. */
    static Moment moment(String typed, ZoneId sessionZone) {
        var value = value(typed);
        return switch (kind(typed)) {
            case DATE -> Moment.in(EngineTime.date(value).atStartOfDay(), sessionZone);
            case TIME -> Moment.in(LocalTime.parse(value).atDate(LocalDate.EPOCH), sessionZone);
            case TIMESTAMP_NTZ -> Moment.in(EngineTime.timestamp(value), sessionZone);
            case TIMESTAMP_LTZ -> {
                var instant = EngineTime.timestamp(value).toInstant(ZoneOffset.UTC);
                yield Moment.in(LocalDateTime.ofInstant(instant, sessionZone), sessionZone);
            }
            default -> {
                int blank = value.lastIndexOf(' ');
                var offset = ZoneOffset.ofTotalSeconds(Integer.parseInt(value.substring(blank + 1)) * 60);
                var utc = EngineTime.timestamp(value.substring(0, blank)).toInstant(ZoneOffset.UTC);
                yield new Moment(LocalDateTime.ofInstant(utc, offset), offset);
            }
        };
    }

    private static String value(String typed) {
        return typed.substring(2);
    }
}
