package dev.inverterflow.snowflake.local.procedure;

import dev.inverterflow.snowflake.local.execution.WireText;
import dev.inverterflow.snowflake.local.spi.SqlKind;
import dev.inverterflow.snowflake.local.type.TypeKind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HexFormat;

/** Values of a result's text form as the boundary's JDK types, and back. */
final class WireValues {

    private static final int NANO_DIGITS = 9;
    private static final int OFFSET_SHIFT_MINUTES = 1440;

    private WireValues() {}

    /** The boundary's name of a type. An untyped NULL is none of them and never asked for. */
    static SqlKind kind(TypeKind kind) {
        return SqlKind.valueOf(kind.name());
    }

    static Object decode(SqlKind kind, String text, ZoneId zone) {
        return switch (kind) {
            case TEXT, VARIANT, OBJECT, ARRAY -> text;
            case FIXED -> new BigDecimal(text);
            case REAL -> Double.valueOf(text);
            case BOOLEAN -> text.equals("1");
            case BINARY -> HexFormat.of().parseHex(text);
            case DATE -> LocalDate.ofEpochDay(Long.parseLong(text));
            case TIME -> LocalTime.ofNanoOfDay(nanos(text));
            case TIMESTAMP_NTZ -> LocalDateTime.ofInstant(instant(text), ZoneOffset.UTC);
            case TIMESTAMP_LTZ -> OffsetDateTime.ofInstant(instant(text), zone);
            case TIMESTAMP_TZ -> withOffset(text);
        };
    }

    static String encode(SqlKind kind, Object value) {
        return switch (kind) {
            case TEXT, VARIANT, OBJECT, ARRAY -> (String) value;
            case FIXED -> ((BigDecimal) value).toPlainString();
            case REAL -> WireText.real((Double) value);
            case BOOLEAN -> WireText.bool((Boolean) value);
            case BINARY -> WireText.binary((byte[]) value);
            case DATE -> WireText.date((LocalDate) value);
            case TIME -> WireText.time((LocalTime) value);
            case TIMESTAMP_NTZ -> WireText.timestampNtz((LocalDateTime) value);
            case TIMESTAMP_LTZ -> WireText.timestampLtz(((OffsetDateTime) value).toInstant());
            case TIMESTAMP_TZ -> WireText.timestampTz((OffsetDateTime) value);
        };
    }

    private static OffsetDateTime withOffset(String text) {
        int blank = text.indexOf(' ');
        int minutes = Integer.parseInt(text.substring(blank + 1)) - OFFSET_SHIFT_MINUTES;
        return instant(text.substring(0, blank)).atOffset(ZoneOffset.ofTotalSeconds(minutes * 60));
    }

    private static Instant instant(String seconds) {
        BigDecimal exact = new BigDecimal(seconds);
        BigDecimal whole = exact.setScale(0, RoundingMode.FLOOR);
        return Instant.ofEpochSecond(
                whole.longValueExact(),
                exact.subtract(whole).movePointRight(NANO_DIGITS).longValueExact());
    }

    private static long nanos(String seconds) {
        return new BigDecimal(seconds).movePointRight(NANO_DIGITS).longValueExact();
    }
}
