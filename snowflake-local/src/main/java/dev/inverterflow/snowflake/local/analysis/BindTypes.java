package dev.inverterflow.snowflake.local.analysis;

import dev.inverterflow.snowflake.local.type.SnowflakeType;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Types of values that come with a request, from what the driver says about them. */
public final class BindTypes {
    private BindTypes() {}

    /**
     * The type of a bind.
     *
     * @param wireType the driver's name: FIXED, REAL, TEXT, … or ANY for an untyped NULL
     * @param values its values, several in a batch; the largest scale counts
     */
    public static SnowflakeType of(String wireType, List<? extends @Nullable String> values) {
        return switch (wireType.toUpperCase(Locale.ROOT)) {
            case "FIXED" -> SnowflakeType.number(SnowflakeType.MAX_PRECISION, scale(values));
            case "REAL" -> SnowflakeType.FLOAT;
            case "BOOLEAN" -> SnowflakeType.BOOLEAN;
            case "DATE" -> SnowflakeType.DATE;
            case "TIME" -> SnowflakeType.TIME;
            case "TIMESTAMP_NTZ" -> SnowflakeType.TIMESTAMP_NTZ;
            case "TIMESTAMP_LTZ" -> SnowflakeType.TIMESTAMP_LTZ;
            case "TIMESTAMP_TZ" -> SnowflakeType.TIMESTAMP_TZ;
            case "BINARY" -> SnowflakeType.BINARY;
            case "ANY" -> SnowflakeType.NULL;
            default -> SnowflakeType.VARCHAR;
        };
    }

    private static int scale(List<? extends @Nullable String> values) {
        return values.stream()
                .filter(Objects::nonNull)
                .mapToInt(value -> Math.max(0, new BigDecimal(value).scale()))
                .max()
                .orElse(0);
    }
}
