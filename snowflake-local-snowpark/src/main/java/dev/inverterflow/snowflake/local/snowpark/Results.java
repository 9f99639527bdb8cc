package dev.inverterflow.snowflake.local.snowpark;

import com.snowflake.snowpark_java.types.Variant;
import dev.inverterflow.snowflake.local.spi.HandlerException;
import dev.inverterflow.snowflake.local.spi.HandlerException.Reason;
import dev.inverterflow.snowflake.local.spi.SqlKind;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Java results as SQL values, by the table of
 * docs.snowflake.com/en/developer-guide/udf-stored-procedure-data-type-mapping.
 */
final class Results {

    private static final Map<SqlKind, Map<Class<?>, Function<Object, Object>>> CONVERSIONS = conversions();

    private Results() {}

    static @Nullable Object toSql(@Nullable Object result, SqlKind kind) throws HandlerException {
        if (result == null) {
            return null;
        }
        for (Map.Entry<Class<?>, Function<Object, Object>> conversion :
                Objects.requireNonNull(CONVERSIONS.get(kind)).entrySet()) {
            if (conversion.getKey().isInstance(result)) {
                return convert(result, conversion.getValue());
            }
        }
        throw mismatch(result, kind);
    }

    private static Object convert(Object result, Function<Object, Object> conversion) throws HandlerException {
        try {
            return conversion.apply(result);
        } catch (NumberFormatException e) {
            throw new HandlerException(Reason.RESULT_MISMATCH, "Numeric value '" + result + "' is not recognized", "");
        } catch (DateTimeParseException e) {
            throw new HandlerException(Reason.RESULT_MISMATCH, "Time '" + result + "' is not recognized", "");
        } catch (NotOfItsType e) {
            throw new HandlerException(
                    Reason.RESULT_MISMATCH, "The text '" + result + "' is no JSON of the declared SQL type.", "");
        }
    }

    private static HandlerException mismatch(Object result, SqlKind kind) {
        String message = "The handler returned a value of the Java type "
                + result.getClass().getTypeName() + ", which is none of the declared SQL type " + kind + ".";
        return new HandlerException(Reason.RESULT_MISMATCH, message, "");
    }

    private static Map<SqlKind, Map<Class<?>, Function<Object, Object>>> conversions() {
        Map<SqlKind, Map<Class<?>, Function<Object, Object>>> all = new EnumMap<>(SqlKind.class);
        all.put(SqlKind.TEXT, Map.of(String.class, value -> value));
        all.put(SqlKind.FIXED, numbers());
        all.put(
                SqlKind.REAL,
                Map.of(
                        Double.class, value -> value,
                        Float.class, value -> ((Float) value).doubleValue(),
                        String.class, value -> Double.valueOf(((String) value).trim())));
        all.put(SqlKind.BOOLEAN, Map.of(Boolean.class, value -> value));
        all.put(SqlKind.BINARY, Map.of(byte[].class, value -> value));
        all.put(SqlKind.DATE, Map.of(java.sql.Date.class, value -> ((java.sql.Date) value).toLocalDate()));
        all.put(
                SqlKind.TIME,
                Map.of(
                        java.sql.Time.class, value -> ((java.sql.Time) value).toLocalTime(),
                        String.class, value -> LocalTime.parse((String) value)));
        all.put(SqlKind.TIMESTAMP_NTZ, Map.of(java.sql.Timestamp.class, Results::wallClock));
        all.put(SqlKind.TIMESTAMP_LTZ, Map.of(java.sql.Timestamp.class, Results::instant));
        all.put(SqlKind.TIMESTAMP_TZ, Map.of(java.sql.Timestamp.class, Results::instant));
        all.put(
                SqlKind.VARIANT,
                Map.of(Variant.class, value -> ((Variant) value).asJsonString(), String.class, Results::anyJson));
        all.put(SqlKind.OBJECT, Map.of(Map.class, Results::object, String.class, json("{")));
        all.put(SqlKind.ARRAY, Map.of(String[].class, Results::array, String.class, json("[")));
        return all;
    }

    private static Map<Class<?>, Function<Object, Object>> numbers() {
        return Map.of(
                Short.class, value -> BigDecimal.valueOf((Short) value),
                Integer.class, value -> BigDecimal.valueOf((Integer) value),
                Long.class, value -> BigDecimal.valueOf((Long) value),
                BigDecimal.class, value -> value,
                BigInteger.class, value -> new BigDecimal((BigInteger) value),
                String.class, value -> new BigDecimal(((String) value).trim()));
    }

    /** JSON text that begins as the SQL type does. */
    private static Function<Object, Object> json(String begin) {
        return value -> {
            String json = new Variant((String) value).asJsonString();
            if (!json.startsWith(begin)) {
                throw new NotOfItsType();
            }
            return json;
        };
    }

    /** JSON text, which Snowpark writes for lambdas that give a Variant. */
    private static Object anyJson(Object value) {
        String text = (String) value;
        String json = new Variant(text).asJsonString();
        if (json.startsWith("\"") && !text.stripLeading().startsWith("\"")) {
            throw new NotOfItsType();
        }
        return json;
    }

    private static Object wallClock(Object value) {
        return instant(value).toLocalDateTime();
    }

    private static java.time.OffsetDateTime instant(Object value) {
        return ((java.sql.Timestamp) value).toInstant().atOffset(ZoneOffset.UTC);
    }

    private static Object object(Object value) {
        return new Variant((Object) new LinkedHashMap<Object, Object>((Map<?, ?>) value)).asJsonString();
    }

    private static Object array(Object value) {
        return new Variant(Arrays.asList((Object[]) value)).asJsonString();
    }

    private static final class NotOfItsType extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }
}
