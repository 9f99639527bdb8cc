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
        String value = wire == null ? "NULL" : literal(wire, type);
        return "CAST(" + value + " AS " + type.duckType() + ")";
    }

    private static String literal(String wire, SnowflakeType type) {
        return switch (type.kind()) {
            case BOOLEAN -> wire.equals("1") ? "TRUE" : "FALSE";
            case DATE -> quoted(LocalDate.ofEpochDay(Long.parseLong(wire)));
            case TIME -> quoted(LocalTime.ofNanoOfDay(nanos(wire).longValueExact()));
            case TIMESTAMP_NTZ -> quoted(dateTime(wire));
            case TIMESTAMP_LTZ -> quoted(dateTime(wire) + "+00");
            case TIMESTAMP_TZ -> withOffset(wire);
            case BINARY -> "unhex(" + quoted(wire) + ")";
            case VARIANT, OBJECT, ARRAY -> quoted(VariantDisplay.compact(wire));
            case FIXED, REAL, TEXT, NULL -> quoted(wire);
        };
    }

    private static String withOffset(String wire) {
        String[] parts = wire.split(" ");
        int offset = Integer.parseInt(parts[1]) - OFFSET_SHIFT_MINUTES;
        return "{'utc': CAST(" + quoted(dateTime(parts[0])) + " AS TIMESTAMP), 'offset_minutes': " + offset + "}";
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

    private static String quoted(Object value) {
        return Identifiers.literal(value.toString());
    }
}
