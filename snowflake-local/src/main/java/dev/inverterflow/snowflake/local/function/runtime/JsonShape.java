package dev.inverterflow.snowflake.local.function.runtime;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a JSON text that a statement reads, each as a JSON string of the text that is stored, for DuckDB's reader:
 * it would change some of the values, but not those strings. What is not there is left out. Members of an object that
 * is flattened stand in an array; elements that are undefined do not, because FLATTEN passes over them.
 *
 * <p>A shape is written as JSON: {@code 0} for a value, an object of shapes by member, and an array of the elements'
 * shape, followed by {@code "o"} if an object will do, too.
 */
final class JsonShape {
    private static final String OBJECTS = "\"o\"";

    private final Map<String, JsonShape> members;
    private final @Nullable JsonShape element;
    private final boolean objects;

    private JsonShape(Map<String, JsonShape> members, @Nullable JsonShape element, boolean objects) {
        this.members = members;
        this.element = element;
        this.objects = objects;
    }

    static JsonShape parse(String text) {
        var reader = new JsonReader(text);
        Map<String, JsonShape> members = new LinkedHashMap<>();
        reader.eachMember((key, shape) -> members.put(key, parse(shape)));
        var elements = reader.elements();
        if (elements.isEmpty()) {
            return new JsonShape(members, null, false);
        }
        return new JsonShape(members, parse(elements.get(0)), elements.contains(OBJECTS));
    }

    String of(String json) {
        var result = new StringBuilder(json.length());
        write(json, result);
        return result.toString();
    }

    private void write(String json, StringBuilder result) {
        if (element != null) {
            elements(json, element, result);
        } else if (!members.isEmpty()) {
            members(json, result);
        } else if (json.equals(JsonText.UNDEFINED)) {
            result.append(JsonText.NULL);
        } else {
            result.append(JsonText.quote(json));
        }
    }

    private void members(String json, StringBuilder result) {
        result.append('{');
        new JsonReader(json).eachMember((key, value) -> {
            var shape = members.get(key);
            if (shape != null) {
                result.append(last(result) == '{' ? "" : ",").append(key).append(':');
                shape.write(value, result);
            }
        });
        result.append('}');
    }

    private void elements(String json, JsonShape shape, StringBuilder result) {
        result.append('[');
        var reader = new JsonReader(json);
        if (objects) {
            reader.eachMember((key, value) -> element(value, shape, result));
        }
        reader.elements().stream()
                .filter(value -> !value.equals(JsonText.UNDEFINED))
                .forEach(value -> element(value, shape, result));
        result.append(']');
    }

    private static void element(String value, JsonShape shape, StringBuilder result) {
        result.append(last(result) == '[' ? "" : ",");
        shape.write(value, result);
    }

    private static char last(StringBuilder text) {
        return text.charAt(text.length() - 1);
    }
}
