package dev.inverterflow.snowflake.local.spi;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One argument of a call, already cast to the declared SQL type.
 *
 * @param name the declared name, for messages
 * @param kind the declared type
 * @param value the value in the representation that {@link SqlKind} names, {@code null} for SQL NULL
 */
public record HandlerArgument(
        String name, SqlKind kind, @Nullable Object value) {

    public HandlerArgument {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(kind, "kind");
    }
}
