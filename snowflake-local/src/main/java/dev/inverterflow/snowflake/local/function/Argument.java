package dev.inverterflow.snowflake.local.function;

import dev.inverterflow.snowflake.local.type.SnowflakeType;
import org.jspecify.annotations.Nullable;

/**
 * An argument ready for emission, or only for its type.
 *
 * @param sql its DuckDB SQL; empty while only types are asked for
 * @param type its type after conversion
 * @param constant its text if it is a constant other than NULL
 */
public record Argument(
        String sql, SnowflakeType type, @Nullable String constant) {}
