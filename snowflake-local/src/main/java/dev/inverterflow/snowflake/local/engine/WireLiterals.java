package dev.inverterflow.snowflake.local.engine;

import dev.inverterflow.snowflake.local.catalog.Identifiers;
import dev.inverterflow.snowflake.local.function.runtime.VariantDisplay;
import dev.inverterflow.snowflake.local.type.SnowflakeType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Values in their wire form as SQL of the engine: the way back from {@link WireReader}. */
public final class WireLiterals {

    private static final int NANO_DIGITS = 9;
    private static final BigInteger NANOS = BigInteger.TEN.pow(NANO_DIGITS);
    private static final int OFFSET_SHIFT_MINUTES = 1440;

    private WireLiterals() {}

    /** An expression of the type's engine type; null is NULL of that type. */
    public static String of(@Nullable String wire, SnowflakeType type) {
        String value = wire == null ? "NULL" : Identifiers.literal(text(wire, type));
        return "CAST(" + value + " AS " + type.duckType() + ")";
    }

    /** The text that the engine casts to the value. */
    public static String text(String wire, SnowflakeType type) {
        return switch (type.kind()) {
            case BOOLEAN -> wire.equals("1") ? "true" : "false";
            case DATE -> LocalDate.ofEpochDay(Long.parseLong(wire)).toString();
            case TIME -> LocalTime.ofNanoOfDay(nanos(wire).longValueExact()).toString();
            case TIMESTAMP_NTZ -> dateTime(wire).toString();
            case TIMESTAMP_LTZ -> dateTime(wire) + "+00";
            case TIMESTAMP_TZ -> withOffset(wire);
            case BINARY -> wire.replaceAll("(..)", "\\\\x$1");
            case VARIANT, OBJECT, ARRAY -> VariantDisplay.compact(wire);
            case FIXED, REAL, TEXT, NULL -> wire;
        };
    }

    private static String withOffset(String wire) {
        String[] parts = wire.split(" ");
        int offset = Integer.parseInt(parts[1]) - OFFSET_SHIFT_MINUTES;
        return "{'utc': '" + dateTime(parts[0]) + "', 'offset_minutes': " + offset + "}";
    }

    private static LocalDateTime dateTime(String wire) {
        BigInteger[] parts = divideFloor(nanos(wire));
        return LocalDateTime.ofEpochSecond(parts[0].longValueExact(), parts[1].intValueExact(), ZoneOffset.UTC);
    }

    private static BigInteger[] divideFloor(BigInteger nanos) {
        BigInteger rest = nanos.mod(NANOS);
        return new BigInteger[] {nanos.subtract(rest).divide(NANOS), rest};
    }

    private static BigInteger nanos(String seconds) {
        return new BigDecimal(seconds)
                .setScale(NANO_DIGITS, RoundingMode.UNNECESSARY)
                .unscaledValue();
    }
}
