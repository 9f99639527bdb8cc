package dev.inverterflow.snowflake.local.snowpark;

import com.snowflake.snowpark_java.types.Variant;
import dev.inverterflow.snowflake.local.spi.HandlerArgument;
import dev.inverterflow.snowflake.local.spi.HandlerException;
import dev.inverterflow.snowflake.local.spi.HandlerException.Reason;
import dev.inverterflow.snowflake.local.spi.SqlKind;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * SQL arguments as Java parameters, by the table of
 * docs.snowflake.com/en/developer-guide/udf-stored-procedure-data-type-mapping, and what Snowpark's own code takes beyond it.
 */
final class Arguments {

    private static final DateTimeFormatter NTZ_TEXT =
            DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss", Locale.ENGLISH);
    private static final DateTimeFormatter TZ_TEXT =
            DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss xx", Locale.ENGLISH);
    private static final DateTimeFormatter TIME_TEXT = DateTimeFormatter.ofPattern("HH:mm:ss.SSSSSSSSS");

    private static final Map<SqlKind, Map<Class<?>, Function<Object, Object>>> CONVERSIONS = conversions();

    private Arguments() {}

    static @Nullable Object toJava(HandlerArgument argument, Class<?> parameter) throws HandlerException {
        @Nullable Function<Object, Object> conversion = conversion(argument.kind(), parameter);
        if (conversion == null) {
            throw mismatch(argument, parameter, "has no counterpart there");
        }
        Object value = argument.value();
        if (value == null) {
            return nullFor(argument, parameter);
        }
        try {
            return conversion.apply(value);
        } catch (ArithmeticException e) {
            throw mismatch(argument, parameter, "does not fit: " + value);
        }
    }

    static boolean areAccepted(List<HandlerArgument> arguments, Class<?>[] sessionAndParameters) {
        for (int i = 0; i < arguments.size(); i++) {
            if (conversion(arguments.get(i).kind(), sessionAndParameters[i + 1]) == null) {
                return false;
            }
        }
        return true;
    }

    /** Whether values of the kind can be passed to the Java type. */
    static boolean isAccepted(SqlKind kind, Class<?> parameter) {
        return conversion(kind, parameter) != null;
    }

    private static @Nullable Object nullFor(HandlerArgument argument, Class<?> parameter) throws HandlerException {
        if (parameter.isPrimitive()) {
            throw mismatch(argument, parameter, "is NULL, which a Java primitive cannot take");
        }
        return null;
    }

    private static HandlerException mismatch(HandlerArgument argument, Class<?> parameter, String why) {
        String message = "Argument " + argument.name() + " of SQL type " + argument.kind()
                + " cannot be passed to the Java type " + parameter.getTypeName() + ": it " + why + ".";
        return new HandlerException(Reason.ARGUMENT_MISMATCH, message, "");
    }

    private static @Nullable Function<Object, Object> conversion(SqlKind kind, Class<?> parameter) {
        return Objects.requireNonNull(CONVERSIONS.get(kind)).get(boxed(parameter));
    }

    private static Class<?> boxed(Class<?> type) {
        return java.lang.invoke.MethodType.methodType(type).wrap().returnType();
    }

    private static Map<SqlKind, Map<Class<?>, Function<Object, Object>>> conversions() {
        Map<SqlKind, Map<Class<?>, Function<Object, Object>>> all = new EnumMap<>(SqlKind.class);
        all.put(SqlKind.TEXT, Map.of(String.class, value -> value));
        all.put(SqlKind.FIXED, numbers());
        all.put(SqlKind.REAL, reals());
        all.put(SqlKind.BOOLEAN, Map.of(Boolean.class, value -> value, String.class, Object::toString));
        all.put(
                SqlKind.BINARY,
                Map.of(
                        byte[].class, value -> value,
                        String.class, Arguments::hex,
                        InputStream.class, value -> new ByteArrayInputStream((byte[]) value)));
        all.put(SqlKind.DATE, Map.of(java.sql.Date.class, Arguments::date, String.class, Object::toString));
        all.put(
                SqlKind.TIME,
                Map.of(java.sql.Time.class, Arguments::time, String.class, v -> TIME_TEXT.format((LocalTime) v)));
        all.put(SqlKind.TIMESTAMP_NTZ, timestamps(Arguments::ofWallClock, v -> NTZ_TEXT.format((LocalDateTime) v)));
        all.put(SqlKind.TIMESTAMP_LTZ, timestamps(Arguments::ofInstant, v -> TZ_TEXT.format((OffsetDateTime) v)));
        all.put(SqlKind.TIMESTAMP_TZ, timestamps(Arguments::ofInstant, v -> TZ_TEXT.format((OffsetDateTime) v)));
        // As JSON text it is what Snowpark writes for lambdas that take a Variant.
        all.put(SqlKind.VARIANT, Map.of(Variant.class, Arguments::variant, String.class, Arguments::json));
        all.put(SqlKind.OBJECT, Map.of(Map.class, Arguments::map, String.class, Arguments::json));
        Map<Class<?>, Function<Object, Object>> arrays = new HashMap<>(JavaArrays.conversions());
        arrays.put(String.class, Arguments::json);
        all.put(SqlKind.ARRAY, arrays);
        return all;
    }

    private static Map<Class<?>, Function<Object, Object>> numbers() {
        return Map.of(
                Short.class, value -> ((BigDecimal) value).shortValueExact(),
                Integer.class, value -> ((BigDecimal) value).intValueExact(),
                Long.class, value -> ((BigDecimal) value).longValueExact(),
                BigDecimal.class, value -> value,
                BigInteger.class, value -> ((BigDecimal) value).toBigIntegerExact(),
                String.class, value -> ((BigDecimal) value).toPlainString());
    }

    private static Map<Class<?>, Function<Object, Object>> reals() {
        return Map.of(
                Double.class, value -> value,
                Float.class, value -> ((Double) value).floatValue(),
                String.class, Object::toString);
    }

    private static Map<Class<?>, Function<Object, Object>> timestamps(
            Function<Object, Object> toTimestamp, Function<Object, Object> toText) {
        return Map.of(java.sql.Timestamp.class, toTimestamp, String.class, toText);
    }

    private static Object hex(Object value) {
        return HexFormat.of().withUpperCase().formatHex((byte[]) value);
    }

    private static Object date(Object value) {
        return java.sql.Date.valueOf((LocalDate) value);
    }

    private static Object time(Object value) {
        return java.sql.Time.valueOf((LocalTime) value);
    }

    /** The wall clock is read as if it were UTC, to the millisecond. */
    private static Object ofWallClock(Object value) {
        return java.sql.Timestamp.from(
                ((LocalDateTime) value).truncatedTo(ChronoUnit.MILLIS).toInstant(ZoneOffset.UTC));
    }

    private static Object ofInstant(Object value) {
        return java.sql.Timestamp.from(
                ((OffsetDateTime) value).truncatedTo(ChronoUnit.MILLIS).toInstant());
    }

    private static Variant variant(Object json) {
        return new Variant((String) json);
    }

    /** In one line, however it is kept. */
    private static Object json(Object json) {
        return variant(json).asJsonString();
    }

    private static Object map(Object json) {
        Map<String, String> map = new LinkedHashMap<>();
        variant(json).asMap().forEach((key, value) -> map.put(key, JavaArrays.text(value)));
        return map;
    }
}
