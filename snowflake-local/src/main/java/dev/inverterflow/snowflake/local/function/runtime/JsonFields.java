package dev.inverterflow.snowflake.local.function.runtime;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads several values out of one JSON text at once, which is what typed columns of a flattened record come to. Values
 * are joined by U+001F, which JSON text never has; a value that is not there, or is SQL NULL, is empty.
 */
final class JsonFields {
    private static final char SEPARATOR = '\u001f';

    private final List<List<JsonPath.Step>> paths = new ArrayList<>();
    /** Places of paths that are one member of the object, by the member's key in quotes. */
    private final Map<String, List<Integer>> members = new HashMap<>();

    /**
     * A reader of several paths.
     *
     * @param joined paths in the language of GET_PATH, joined by U+001F
     */
    JsonFields(String joined) {
        for (var path : joined.split(String.valueOf(SEPARATOR), -1)) {
            var steps = JsonPath.parse(path);
            if (steps.size() == 1 && steps.get(0) instanceof JsonPath.Field field) {
                members.computeIfAbsent(JsonText.quote(field.name()), key -> new ArrayList<>())
                        .add(paths.size());
            }
            paths.add(steps);
        }
    }

    String read(String json) {
        var values = new @Nullable String[paths.size()];
        new JsonReader(json).eachMember((key, value) -> {
            for (int place : members.getOrDefault(key, List.of())) {
                values[place] = value;
            }
        });
        var joined = new StringBuilder(json.length());
        for (int place = 0; place < values.length; place++) {
            if (place > 0) {
                joined.append(SEPARATOR);
            }
            var steps = paths.get(place);
            boolean member = steps.size() == 1 && steps.get(0) instanceof JsonPath.Field;
            var value = member ? values[place] : JsonReader.get(json, steps);
            if (value != null && !value.equals(JsonText.UNDEFINED)) {
                joined.append(value);
            }
        }
        return joined.toString();
    }
}
