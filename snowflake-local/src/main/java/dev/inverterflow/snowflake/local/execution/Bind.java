package dev.inverterflow.snowflake.local.execution;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The values bound to one {@code ?} of a statement, as they came over the wire.
 *
 * @param type the driver's type name: FIXED, REAL, TEXT, BOOLEAN, DATE, TIME, TIMESTAMP_NTZ, TIMESTAMP_LTZ,
 *     TIMESTAMP_TZ, BINARY, or ANY for an untyped NULL
 * @param values one value for each row of the binds, null for SQL NULL
 */
public record Bind(String type, List<@Nullable String> values) {

    /** A single value. */
    public static Bind of(String type, @Nullable String value) {
        return new Bind(type, Result.row(value));
    }
}
