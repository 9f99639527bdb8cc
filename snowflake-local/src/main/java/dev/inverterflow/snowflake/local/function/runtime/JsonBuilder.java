package dev.inverterflow.snowflake.local.function.runtime;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Objects and arrays made from values and from each other; every value is canonical JSON text, null is SQL NULL. */
final class JsonBuilder {
    private JsonBuilder() {}

    /** What OBJECT_CONSTRUCT does with a SQL NULL. */
    enum Nulls {
        LEFT_OUT,
        KEPT
    }

    /** Keys, as text, and values in turn. A pair whose key is NULL is left out. */
    static String object(Object[] keysAndValues, Nulls nulls) {
        Map<String, String> members = new TreeMap<>();
        for (int i = 0; i + 1 < keysAndValues.length; i += 2) {
            var key = (String) keysAndValues[i];
            var value = (String) keysAndValues[i + 1];
            if (key == null || (value == null && nulls == Nulls.LEFT_OUT)) {
                continue;
            }
            if (members.put(key, value == null ? JsonText.NULL : value) != null) {
                throw ValueErrors.duplicateKey(key);
            }
        }
        return JsonText.object(members);
    }

    static String array(Object[] elements) {
        List<@Nullable String> texts = new ArrayList<>();
        for (var element : elements) {
            texts.add((String) element);
        }
        return JsonText.array(texts);
    }

    /** The object without some members, of which the names are given in quotes as they are stored. */
    static String delete(String object, Set<String> quotedKeys) {
        var rest = new StringBuilder("{");
        new JsonReader(object).eachMember((key, value) -> {
            if (!quotedKeys.contains(key)) {
                rest.append(rest.length() > 1 ? "," : "")
                        .append(key)
                        .append(':')
                        .append(value);
            }
        });
        return rest.append('}').toString();
    }

    static String pick(String object, Set<String> keys) {
        var members = new JsonReader(object).members();
        members.keySet().retainAll(keys);
        return JsonText.object(members);
    }

    /** The object with one more member; a key that is there is an error unless it is to be updated. */
    static String insert(String object, String key, @Nullable String value, boolean update) {
        var members = new JsonReader(object).members();
        if (members.containsKey(key) && !update) {
            throw ValueErrors.duplicateKey(key);
        }
        if (value == null) {
            members.remove(key);
        } else {
            members.put(key, value);
        }
        return JsonText.object(members);
    }

    static String keys(String object) {
        return JsonText.array(new JsonReader(object)
                .members().keySet().stream().map(JsonText::quote).toList());
    }

    /** The number of elements; null if this is no array. */
    static @Nullable Long size(String array) {
        return array.charAt(0) == '[' ? (long) new JsonReader(array).elements().size() : null;
    }

    static String compact(String array) {
        return JsonText.array(new JsonReader(array)
                .elements().stream()
                        .filter(element -> !element.equals(JsonText.UNDEFINED) && !element.equals(JsonText.NULL))
                        .toList());
    }

    static String append(String array, @Nullable String element) {
        List<@Nullable String> elements = new ArrayList<>(new JsonReader(array).elements());
        elements.add(element);
        return JsonText.array(elements);
    }

    static String concatenate(String first, String second) {
        List<String> elements = new ArrayList<>(new JsonReader(first).elements());
        elements.addAll(new JsonReader(second).elements());
        return JsonText.array(elements);
    }

    static @Nullable Boolean contains(@Nullable String element, String array) {
        var elements = new JsonReader(array).elements();
        if (element == null) {
            return elements.contains(JsonText.UNDEFINED) ? true : null;
        }
        return elements.contains(element) || elements.stream().anyMatch(each -> JsonOrder.equal(each, element));
    }

    static String distinct(String array) {
        return JsonText.array(
                new JsonReader(array).elements().stream().distinct().toList());
    }

    /** From one index to before another; negative ones count from the end. */
    static String slice(String array, long from, long to) {
        var elements = new JsonReader(array).elements();
        int start = bound(from, elements.size());
        int end = bound(to, elements.size());
        return JsonText.array(start < end ? elements.subList(start, end) : List.of());
    }

    private static int bound(long index, int size) {
        return (int) Math.max(0, Math.min(size, index < 0 ? size + index : index));
    }

    static String join(String array, String separator) {
        var joined = new StringBuilder();
        var before = "";
        for (var element : new JsonReader(array).elements()) {
            var text = VariantCast.text(element);
            joined.append(before).append(text == null ? "" : text);
            before = separator;
            if (joined.length() > TextBounds.LONGEST) {
                throw TextBounds.tooLong(joined.substring(0, 100));
            }
        }
        return joined.toString();
    }

    static String split(String text, String separator) {
        var parts = separator.isEmpty() ? List.of(text) : Arrays.asList(text.split(Pattern.quote(separator), -1));
        return JsonText.array(parts.stream().map(JsonText::quote).toList());
    }

    /**
     * The object of OBJECT_AGG, from an array of arrays of a key and a value.
     *
     * @throws dev.inverterflow.snowflake.local.error.SnowflakeException 100099 if a key comes twice
     */
    static String ofPairs(String pairs) {
        Map<String, String> members = new TreeMap<>();
        for (var pair : new JsonReader(pairs).elements()) {
            var keyAndValue = new JsonReader(pair).elements();
            var key = JsonText.unquote(keyAndValue.get(0));
            if (members.put(key, keyAndValue.get(1)) != null) {
                throw ValueErrors.duplicateKey(key);
            }
        }
        return JsonText.object(members);
    }
}
