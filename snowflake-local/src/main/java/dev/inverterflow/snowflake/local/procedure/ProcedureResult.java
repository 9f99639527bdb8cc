package dev.inverterflow.snowflake.local.procedure;

import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.error.SnowflakeException;
import dev.inverterflow.snowflake.local.spi.SqlKind;
import dev.inverterflow.snowflake.local.type.SnowflakeType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Brings what a handler returned to the declared type. */
final class ProcedureResult {

    private ProcedureResult() {}

    /** The form in which it goes over the wire, null for SQL NULL. */
    static @Nullable String encode(Procedure procedure, @Nullable Object value) {
        if (value == null) {
            if (procedure.notNull()) {
                throw Errors.nullInNonNullableColumn();
            }
            return null;
        }
        SnowflakeType type = procedure.returns();
        SqlKind kind = WireValues.kind(type.kind());
        return WireValues.encode(kind, fitted(type, value));
    }

    private static Object fitted(SnowflakeType type, Object value) {
        if (value instanceof BigDecimal number) {
            return fitted(type, number);
        }
        if (value instanceof String text) {
            return fitted(type, text);
        }
        return value;
    }

    private static Object fitted(SnowflakeType type, BigDecimal number) {
        BigDecimal rounded = number.setScale(type.scale(), RoundingMode.HALF_UP);
        if (rounded.precision() > type.precision()) {
            throw new SnowflakeException(
                    100039,
                    "22003",
                    "Number out of representable range: type %s, value %s"
                            .formatted(type.displayName(), number.toPlainString()));
        }
        return rounded;
    }

    private static Object fitted(SnowflakeType type, String text) {
        if (!type.kind().isSemiStructured() && text.codePointCount(0, text.length()) > type.length()) {
            throw new SnowflakeException(
                    100078,
                    "22000",
                    "String of %d characters is too long and would be truncated".formatted(text.length()));
        }
        return text;
    }
}
