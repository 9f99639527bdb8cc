package dev.inverterflow.snowflake.local.function.runtime;

import dev.inverterflow.snowflake.local.error.SnowflakeException;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Casts of a VARIANT to other types: numbers and booleans convert as such, strings as text, a JSON null becomes SQL NULL
 * (usage notes of the TO_… functions). Each method takes canonical JSON text.
 */
final class VariantCast {
    private VariantCast() {}

    static @Nullable String text(String json) {
        return switch (JsonKind.of(json)) {
            case NULL_VALUE, UNDEFINED -> null;
            case VARCHAR -> JsonText.unquote(json);
            case DOUBLE -> JsonNumber.plainText(Double.parseDouble(json));
            case DATE, TIME, TIMESTAMP_NTZ, TIMESTAMP_LTZ, TIMESTAMP_TZ, BINARY -> TypedScalar.text(json);
            case OBJECT -> XmlDisplay.isElement(json) ? XmlDisplay.compact(json) : VariantDisplay.json(json);
            default -> VariantDisplay.json(json);
        };
    }

    static @Nullable String decimal(String json, int precision, int scale) {
        return switch (JsonKind.of(json)) {
            case NULL_VALUE, UNDEFINED -> null;
            case INTEGER, DECIMAL, DOUBLE -> NumberText.fit(new BigDecimal(json), precision, scale, json);
            case BOOLEAN ->
                NumberText.fit(json.equals("true") ? BigDecimal.ONE : BigDecimal.ZERO, precision, scale, json);
            case VARCHAR -> ofText(json, "FIXED", text -> NumberText.decimal(text, precision, scale));
            default -> throw ValueErrors.variantCast(json, "FIXED");
        };
    }

    static @Nullable Double floatingPoint(String json) {
        return switch (JsonKind.of(json)) {
            case NULL_VALUE, UNDEFINED -> null;
            case INTEGER, DECIMAL, DOUBLE -> Double.valueOf(json);
            case BOOLEAN -> json.equals("true") ? 1.0 : 0.0;
            case VARCHAR -> ofText(json, "REAL", NumberText::floatingPoint);
            default -> throw ValueErrors.variantCast(json, "REAL");
        };
    }

    static @Nullable Boolean bool(String json) {
        return switch (JsonKind.of(json)) {
            case NULL_VALUE, UNDEFINED -> null;
            case BOOLEAN -> json.equals("true");
            case INTEGER, DECIMAL, DOUBLE -> new BigDecimal(json).signum() != 0;
            case VARCHAR -> ofText(json, "BOOLEAN", NumberText::bool);
            default -> throw ValueErrors.variantCast(json, "BOOLEAN");
        };
    }

    /**
     * Date, time or timestamp; numbers count as seconds, milli-, micro- or nanoseconds since 1970. A DATE becomes no
     * timestamp here, and a timestamp no DATE (docs.snowflake.com/en/sql-reference/functions/to_timestamp and to_date).
     */
    static @Nullable Moment moment(String json, Moment.Kind kind, ZoneId sessionZone) {
        return switch (JsonKind.of(json)) {
            case NULL_VALUE, UNDEFINED -> null;
            case VARCHAR ->
                ofText(json, kind.name().toUpperCase(Locale.ROOT), text -> MomentReader.auto(text, kind, sessionZone));
            case DATE -> kind == Moment.Kind.DATE ? TypedScalar.moment(json, sessionZone) : fail(json, kind);
            case TIMESTAMP_NTZ, TIMESTAMP_LTZ, TIMESTAMP_TZ ->
                kind.isTimestamp() ? TypedScalar.moment(json, sessionZone) : fail(json, kind);
            case TIME -> kind == Moment.Kind.TIME ? TypedScalar.moment(json, sessionZone) : fail(json, kind);
            case INTEGER, DECIMAL ->
                kind.isTimestamp() || kind == Moment.Kind.DATE
                        ? ofEpochNumber(json, kind, sessionZone)
                        : fail(json, kind);
            default -> fail(json, kind);
        };
    }

    /** A number in a VARIANT becomes a TIMESTAMP_NTZ by the session's time zone, as a plain number does not (usage notes). */
    private static Moment ofEpochNumber(String json, Moment.Kind kind, ZoneId sessionZone) {
        var utc = Moment.ofEpochNumber(new BigDecimal(json));
        return kind == Moment.Kind.TIMESTAMP_NTZ ? utc.in(sessionZone) : utc;
    }

    private static Moment fail(String json, Moment.Kind kind) {
        throw ValueErrors.variantCast(json, kind.name());
    }

    /** An array stays, anything else but null becomes its only element (TO_ARRAY). */
    static @Nullable String array(String json) {
        return switch (JsonKind.of(json)) {
            case NULL_VALUE, UNDEFINED -> null;
            case ARRAY -> json;
            default -> "[" + json + "]";
        };
    }

    static @Nullable String object(String json) {
        return switch (JsonKind.of(json)) {
            case NULL_VALUE, UNDEFINED -> null;
            case OBJECT -> json;
            default -> throw ValueErrors.variantCast(json, "OBJECT");
        };
    }

    private interface FromText<T> {
        T apply(String text);
    }

    private static <T> T ofText(String json, String type, FromText<T> conversion) {
        try {
            return conversion.apply(JsonText.unquote(json));
        } catch (SnowflakeException e) {
            throw ValueErrors.variantCast(json, type);
        }
    }
}
