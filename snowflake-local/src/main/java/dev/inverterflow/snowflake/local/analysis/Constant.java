package dev.inverterflow.snowflake.local.analysis;

import dev.inverterflow.snowflake.local.type.SnowflakeType;
import org.jspecify.annotations.Nullable;

/**
 * A value known before anything runs.
 *
 * @param type its type
 * @param text its text, null for NULL: numbers in plain notation, {@code true} and {@code false}, {@code 2026-01-31},
 *     {@code 23:59:59.123456}, {@code 2026-01-31 23:59:59.123456}; TIMESTAMP_LTZ as its wall clock in UTC, BINARY in hex,
 *     semi-structured values as canonical JSON
 */
public record Constant(SnowflakeType type, @Nullable String text) {
    public static Constant text(@Nullable String value) {
        return new Constant(SnowflakeType.VARCHAR, value);
    }

    public static Constant bool(boolean value) {
        return new Constant(SnowflakeType.BOOLEAN, String.valueOf(value));
    }

    public static Constant number(long value) {
        return new Constant(SnowflakeType.INTEGER, String.valueOf(value));
    }
}
