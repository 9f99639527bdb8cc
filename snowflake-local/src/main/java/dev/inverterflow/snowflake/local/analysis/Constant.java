package dev.inverterflow.snowflake.local.analysis;

import dev.inverterflow.snowflake.local.type.SnowflakeType;
import org.jspecify.annotations.Nullable;

/**
 * A value known before anything runs.
 *
 * @param type its type
 * @param text its text as {@code value::VARCHAR} gives it in a UTC session; null for NULL
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
