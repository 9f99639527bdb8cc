package dev.inverterflow.snowflake.local.command.query;

import dev.inverterflow.snowflake.local.execution.Bind;
import dev.inverterflow.snowflake.local.execution.Binds;
import dev.inverterflow.snowflake.local.type.SnowflakeType;
import java.util.List;
import java.util.Objects;

/** The Snowflake types of values that come over the wire. */
final class BindTypes {

    private BindTypes() {}

    static List<SnowflakeType> of(Binds binds) {
        return binds.positions().stream().map(BindTypes::of).toList();
    }

    private static SnowflakeType of(Bind bind) {
        if (bind.values().stream().allMatch(Objects::isNull)) {
            return SnowflakeType.NULL;
        }
        return switch (bind.type()) {
            case "FIXED" -> SnowflakeType.number(SnowflakeType.MAX_PRECISION, scale(bind));
            case "REAL" -> SnowflakeType.FLOAT;
            case "BOOLEAN" -> SnowflakeType.BOOLEAN;
            case "DATE" -> SnowflakeType.DATE;
            case "TIME" -> SnowflakeType.TIME;
            case "TIMESTAMP_NTZ" -> SnowflakeType.TIMESTAMP_NTZ;
            case "TIMESTAMP_LTZ" -> SnowflakeType.TIMESTAMP_LTZ;
            case "TIMESTAMP_TZ" -> SnowflakeType.TIMESTAMP_TZ;
            case "BINARY" -> SnowflakeType.BINARY;
            default -> SnowflakeType.VARCHAR;
        };
    }

    private static int scale(Bind bind) {
        int scale = bind.values().stream()
                .filter(Objects::nonNull)
                .mapToInt(value -> Bind.number(value).scale())
                .max()
                .orElse(0);
        return Math.max(0, Math.min(scale, SnowflakeType.MAX_SCALE));
    }
}
