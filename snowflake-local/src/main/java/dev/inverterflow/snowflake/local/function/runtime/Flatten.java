package dev.inverterflow.snowflake.local.function.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The rows of FLATTEN, in order, as one text that SQL splits again: records end at U+001E, their fields at U+001F. JSON
 * text has neither unescaped. Fields: a letter telling what KEY and INDEX are, KEY, INDEX, PATH, VALUE, THIS.
 *
 * <p>Source: docs.snowflake.com/en/sql-reference/functions/flatten.
 */
final class Flatten {
    private static final char FIELD = '\u001f';
    private static final char RECORD = '\u001e';
    private static final Pattern PLAIN_KEY = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private final List<String> records = new ArrayList<>();
    private final boolean recursive;
    private final boolean objects;
    private final boolean arrays;

    private Flatten(boolean recursive, String mode) {
        this.recursive = recursive;
        this.objects = !mode.equals("ARRAY");
        this.arrays = !mode.equals("OBJECT");
    }

    /**
     * The records.
     *
     * @param mode OBJECT, ARRAY or BOTH in any case
     * @return null if there is nothing to flatten
     */
    static @Nullable String records(@Nullable String input, String path, boolean recursive, String mode) {
        if (input == null) {
            return null;
        }
        var start = JsonReader.get(input, JsonPath.parse(path));
        if (start == null) {
            return null;
        }
        var flatten = new Flatten(recursive, mode.toUpperCase(Locale.ROOT));
        flatten.add(start, path);
        return flatten.records.isEmpty() ? null : String.join(String.valueOf(RECORD), flatten.records);
    }

    private void add(String container, String path) {
        var reader = new JsonReader(container);
        if (container.charAt(0) == '{' && objects) {
            reader.members().forEach((key, value) -> {
                var memberPath = PLAIN_KEY.matcher(key).matches()
                        ? (path.isEmpty() ? key : path + "." + key)
                        : path + "['" + key + "']";
                emit("k", key, "", memberPath, value, container);
            });
        } else if (container.charAt(0) == '[' && arrays) {
            int index = 0;
            for (var value : reader.elements()) {
                if (!value.equals(JsonText.UNDEFINED)) {
                    emit("i", "", String.valueOf(index), path + "[" + index + "]", value, container);
                }
                index++;
            }
        }
    }

    private void emit(String what, String key, String index, String path, String value, String container) {
        records.add(String.join(
                String.valueOf(FIELD), what, clean(key), index, clean(path), value, recursive ? container : ""));
        if (recursive && JsonKind.of(value).isContainer()) {
            add(value, path);
        }
    }

    /** Keys are the only unescaped texts in a record. */
    private static String clean(String text) {
        return text.replace(FIELD, ' ').replace(RECORD, ' ');
    }
}
