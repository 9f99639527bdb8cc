package dev.inverterflow.snowflake.local.execution;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;

/** The text form in which each type travels to the driver. */
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

    /** Seconds of the day with a fraction. */
    public static String time(LocalTime value) {
        return BigDecimal.valueOf(value.toNanoOfDay(), NANO_DIGITS).toPlainString();
    }

    /** Seconds since the epoch with a fraction, for TIMESTAMP_NTZ: the wall clock as if it were UTC. */
    public static String timestampNtz(LocalDateTime value) {
        return timestampLtz(value.toInstant(ZoneOffset.UTC));
    }

    /** Seconds since the epoch with a fraction, for TIMESTAMP_LTZ. */
    public static String timestampLtz(Instant value) {
        BigDecimal seconds = BigDecimal.valueOf(value.getEpochSecond());
        return seconds.add(BigDecimal.valueOf(value.getNano(), NANO_DIGITS)).toPlainString();
    }

    /** Seconds since the epoch with a fraction, then the offset in minutes. */
    public static String timestampTz(OffsetDateTime value) {
        int offsetMinutes = value.getOffset().getTotalSeconds() / 60;
        return timestampLtz(value.toInstant()) + " " + (offsetMinutes + OFFSET_SHIFT_MINUTES);
    }

    public static String binary(byte[] value) {
        return HEX.formatHex(value);
    }
}
