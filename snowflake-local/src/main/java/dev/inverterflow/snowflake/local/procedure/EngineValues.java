package dev.inverterflow.snowflake.local.procedure;

import dev.inverterflow.snowflake.local.function.runtime.EngineTime;
import dev.inverterflow.snowflake.local.spi.SqlKind;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;

/** Values as texts between the engine and a handler, in the form that UserFunctionRows writes and reads. */
final class EngineValues {

    private static final int SECONDS_PER_MINUTE = 60;

    private EngineValues() {}

    static Object decode(SqlKind kind, String text) {
        return switch (kind) {
            case TEXT, VARIANT, OBJECT, ARRAY -> text;
            case FIXED -> new BigDecimal(text);
            case REAL -> real(text);
            case BOOLEAN -> Boolean.valueOf(text);
            case BINARY -> HexFormat.of().parseHex(text);
            case DATE -> EngineTime.date(text);
            case TIME -> LocalTime.parse(text);
            case TIMESTAMP_NTZ -> time(text);
            case TIMESTAMP_LTZ -> time(text).atOffset(ZoneOffset.UTC);
            case TIMESTAMP_TZ -> {
                int bar = text.indexOf('|');
                var offset = ZoneOffset.ofTotalSeconds(Integer.parseInt(text.substring(bar + 1)) * SECONDS_PER_MINUTE);
                yield time(text.substring(0, bar)).atOffset(ZoneOffset.UTC).withOffsetSameInstant(offset);
            }
        };
    }

    static String encode(SqlKind kind, Object value) {
        return switch (kind) {
            case TEXT, VARIANT, OBJECT, ARRAY, REAL, BOOLEAN, DATE, TIME -> value.toString();
            case FIXED -> ((BigDecimal) value).toPlainString();
            case BINARY -> HexFormat.of().withUpperCase().formatHex((byte[]) value);
            case TIMESTAMP_NTZ -> value.toString().replace('T', ' ');
            case TIMESTAMP_LTZ -> utc((OffsetDateTime) value);
            case TIMESTAMP_TZ -> {
                var moment = (OffsetDateTime) value;
                yield utc(moment) + "|" + moment.getOffset().getTotalSeconds() / SECONDS_PER_MINUTE;
            }
        };
    }

    /** The engine's words for what is no number. */
    private static Double real(String text) {
        return switch (text) {
            case "inf" -> Double.POSITIVE_INFINITY;
            case "-inf" -> Double.NEGATIVE_INFINITY;
            case "nan" -> Double.NaN;
            default -> Double.valueOf(text);
        };
    }

    private static LocalDateTime time(String text) {
        return EngineTime.timestamp(text);
    }

    private static String utc(OffsetDateTime value) {
        return value.withOffsetSameInstant(ZoneOffset.UTC)
                .toLocalDateTime()
                .toString()
                .replace('T', ' ');
    }
}
