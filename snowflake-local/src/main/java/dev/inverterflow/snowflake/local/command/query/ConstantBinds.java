package dev.inverterflow.snowflake.local.command.query;

import dev.inverterflow.snowflake.local.analysis.Constant;
import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.execution.Bind;
import dev.inverterflow.snowflake.local.function.runtime.EngineTime;
import java.math.BigInteger;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;

/** Values of session variables as binds of a statement. */
final class ConstantBinds {
    private static final long MILLIS_PER_DAY = 86_400_000L;
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private ConstantBinds() {}

    static Bind of(Constant constant) {
        String text = constant.text();
        return text == null ? Bind.of("ANY", null) : of(constant, text);
    }

    private static Bind of(Constant constant, String text) {
        String kind = constant.type().kind().name();
        return switch (constant.type().kind()) {
            case FIXED, REAL, TEXT, BOOLEAN, BINARY -> Bind.of(kind, text);
            case DATE -> Bind.of(kind, String.valueOf(EngineTime.date(text).toEpochDay() * MILLIS_PER_DAY));
            case TIME -> Bind.of(kind, String.valueOf(LocalTime.parse(text).toNanoOfDay()));
            case TIMESTAMP_NTZ, TIMESTAMP_LTZ -> Bind.of(kind, nanos(EngineTime.timestamp(text)));
            case TIMESTAMP_TZ, VARIANT, OBJECT, ARRAY, NULL ->
                throw Errors.notSupported("a session variable of type " + kind + " in EXECUTE IMMEDIATE … USING");
        };
    }

    private static String nanos(LocalDateTime wallClock) {
        return BigInteger.valueOf(wallClock.toEpochSecond(ZoneOffset.UTC))
                .multiply(BigInteger.valueOf(NANOS_PER_SECOND))
                .add(BigInteger.valueOf(wallClock.getNano()))
                .toString();
    }
}
