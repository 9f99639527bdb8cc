package dev.inverterflow.snowflake.local.execution;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;

/** The text form in which each type travels to the driver; {@code scale} is the digits after the point. */
public final class WireText {

    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final int NANO_DIGITS = 9;

    /** Offsets travel shifted by a day, so that they are never negative. */
    private static final int OFFSET_SHIFT_MINUTES = 1440;

    private WireText() {}

    public static String bool(boolean value) {
        return value ? "1" : "0";
    }

    public static String real(double value) {
        return Double.toString(value);
    }

    public static String date(LocalDate value) {
        return Long.toString(value.toEpochDay());
    }

    /** Seconds of the day with all nine digits. */
    public static String time(LocalTime value) {
        return time(value, NANO_DIGITS);
    }

    /** A TIMESTAMP_NTZ with all nine digits. */
    public static String timestampNtz(LocalDateTime value) {
        return timestampNtz(value, NANO_DIGITS);
    }

    /** A TIMESTAMP_TZ with all nine digits. */
    public static String timestampTz(OffsetDateTime value) {
        return timestampTz(value, NANO_DIGITS);
    }

    /** Seconds of the day. */
    public static String time(LocalTime value, int scale) {
        return seconds(BigDecimal.valueOf(value.toNanoOfDay(), NANO_DIGITS), scale);
    }

    /** Seconds since the epoch, for TIMESTAMP_NTZ: the wall clock as if it were UTC. */
    public static String timestampNtz(LocalDateTime value, int scale) {
        return timestampLtz(value.toInstant(ZoneOffset.UTC), scale);
    }

    /** Seconds since the epoch, for TIMESTAMP_LTZ. */
    public static String timestampLtz(Instant value, int scale) {
        BigDecimal seconds = BigDecimal.valueOf(value.getEpochSecond());
        return seconds(seconds.add(BigDecimal.valueOf(value.getNano(), NANO_DIGITS)), scale);
    }

    /** A TIMESTAMP_LTZ with all nine digits, as SHOW and histories have them. */
    public static String timestampLtz(Instant value) {
        return timestampLtz(value, NANO_DIGITS);
    }

    /** Seconds since the epoch, then the offset in minutes. */
    public static String timestampTz(OffsetDateTime value, int scale) {
        int offsetMinutes = value.getOffset().getTotalSeconds() / 60;
        return timestampLtz(value.toInstant(), scale) + " " + (offsetMinutes + OFFSET_SHIFT_MINUTES);
    }

    private static String seconds(BigDecimal value, int scale) {
        return value.setScale(scale, RoundingMode.FLOOR).toPlainString();
    }

    public static String binary(byte[] value) {
        return HEX.formatHex(value);
    }
}
