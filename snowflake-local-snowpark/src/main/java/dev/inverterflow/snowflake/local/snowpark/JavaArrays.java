package dev.inverterflow.snowflake.local.snowpark;

import com.snowflake.snowpark_java.types.Variant;
import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * ARRAY as the arrays of Java that the documentation lists. Arrays of primitives take elements of their kind only and no NULL;
 * an element that does not fit is an ArithmeticException, as for a single number.
 */
final class JavaArrays {

    private static final Map<Class<?>, Function<Variant, Object>> ELEMENTS = Map.of(
            String.class, JavaArrays::text,
            boolean.class, JavaArrays::bool,
            double.class, element -> number(element).doubleValue(),
            float.class, element -> number(element).floatValue(),
            int.class, element -> number(element).intValueExact(),
            long.class, element -> number(element).longValueExact(),
            short.class, element -> number(element).shortValueExact());

    private JavaArrays() {}

    /** The conversions from an ARRAY's JSON, by the class of the Java array. */
    static Map<Class<?>, Function<Object, Object>> conversions() {
        return Stream.of(String.class, boolean.class, double.class, float.class, int.class, long.class, short.class)
                .collect(Collectors.toMap(Class::arrayType, element -> json -> array((String) json, element)));
    }

    /** Strings without their quotes, everything else as JSON. */
    static String text(Variant element) {
        return element.asJsonNode().isTextual() ? element.asJsonNode().textValue() : element.asJsonString();
    }

    private static Object array(String json, Class<?> element) {
        List<Variant> values = new Variant(json).asList();
        Function<Variant, Object> conversion = Objects.requireNonNull(ELEMENTS.get(element));
        Object array = Array.newInstance(element, values.size());
        for (int i = 0; i < values.size(); i++) {
            Array.set(array, i, conversion.apply(values.get(i)));
        }
        return array;
    }

    private static Object bool(Variant element) {
        if (!element.asJsonNode().isBoolean()) {
            throw new ArithmeticException("no BOOLEAN");
        }
        return element.asBoolean();
    }

    private static BigDecimal number(Variant element) {
        if (!element.asJsonNode().isNumber()) {
            throw new ArithmeticException("no number");
        }
        return element.asJsonNode().decimalValue();
    }
}
