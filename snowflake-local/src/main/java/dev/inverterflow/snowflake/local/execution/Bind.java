package dev.inverterflow.snowflake.local.execution;

import dev.inverterflow.snowflake.local.error.Errors;
import java.math.BigDecimal;
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

    /** Before or behind the point, more than any number of Snowflake has. */
    private static final int MAX_DIGITS = 400;

    /**
     * The number that a value of type FIXED or REAL means.
     *
     * @throws dev.inverterflow.snowflake.local.error.SnowflakeException if it is none, or no database holds it
     */
    public static BigDecimal number(String value) {
        try {
            BigDecimal number = new BigDecimal(value);
            if (Math.abs((long) number.precision() - number.scale()) <= MAX_DIGITS && number.scale() <= MAX_DIGITS) {
                return number;
            }
        } catch (NumberFormatException none) {
            // refused below, like one too large
        }
        throw Errors.numericNotRecognized(value);
    }

    /** A single value. */
    public static Bind of(String type, @Nullable String value) {
        return new Bind(type, Result.row(value));
    }
}
