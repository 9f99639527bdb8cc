package dev.inverterflow.snowflake.local.function.runtime;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Arrays compared, searched and changed (docs.snowflake.com/en/sql-reference/functions-semistructured). Every value is
 * canonical JSON text.
 */
final class JsonArrays {
    private static final int MOST_ELEMENTS = 1_000_000;

    private JsonArrays() {}

    private static List<String> elements(String array) {
        return new JsonReader(array).elements();
    }

    private static boolean isNull(String element) {
        return element.equals(JsonText.NULL) || element.equals(JsonText.UNDEFINED);
    }

    /** An object for each place of the longest of the arrays, with what each of them has there; one empty object for none. */
    static String zipped(String arrays) {
        List<List<String>> all =
                elements(arrays).stream().map(JsonArrays::elements).toList();
        int length = all.stream().mapToInt(List::size).max().orElse(0);
        List<String> objects = new ArrayList<>();
        for (int place = 0; place < length; place++) {
            Map<String, String> members = new TreeMap<>();
            for (int number = 0; number < all.size(); number++) {
                var array = all.get(number);
                boolean absent = place >= array.size() || isNull(array.get(place));
                members.put("$" + (number + 1), absent ? JsonText.NULL : array.get(place));
            }
            objects.add(JsonText.object(members));
        }
        return JsonText.array(objects.isEmpty() ? List.of("{}") : objects);
    }

    /** The 0-based place of an element; null if it is not there. */
    static @Nullable Long position(String element, String array) {
        var elements = elements(array);
        for (int i = 0; i < elements.size(); i++) {
            if (JsonOrder.equal(elements.get(i), element)) {
                return (long) i;
            }
        }
        return null;
    }

    static boolean overlap(String first, String second) {
        return elements(first).stream().anyMatch(element -> position(element, second) != null);
    }

    /** What both have, each element as often as in the one that has it less often. */
    static String intersection(String first, String second) {
        List<String> rest = new ArrayList<>(elements(second));
        return JsonText.array(elements(first).stream()
                .filter(element -> removeOne(rest, element))
                .toList());
    }

    /** What the first has more often than the second. */
    static String except(String first, String second) {
        List<String> rest = new ArrayList<>(elements(second));
        return JsonText.array(elements(first).stream()
                .filter(element -> !removeOne(rest, element))
                .toList());
    }

    private static boolean removeOne(List<String> elements, String element) {
        for (int i = 0; i < elements.size(); i++) {
            if (JsonOrder.equal(elements.get(i), element)) {
                elements.remove(i);
                return true;
            }
        }
        return false;
    }

    /** Negative places count from the end; a place beyond either end leaves a gap of undefined elements. */
    static String insert(String array, long place, @Nullable String element) {
        List<@Nullable String> elements = new ArrayList<>(elements(array));
        if (Math.abs(place) > MOST_ELEMENTS) {
            throw ValueErrors.arrayTooLarge();
        }
        while (elements.size() + place < 0) {
            elements.add(0, null);
        }
        long at = place < 0 ? elements.size() + place : place;
        while (elements.size() < at) {
            elements.add(null);
        }
        elements.add((int) at, element);
        return JsonText.array(elements);
    }

    static String removeAt(String array, long place) {
        List<String> elements = new ArrayList<>(elements(array));
        long at = place < 0 ? elements.size() + place : place;
        if (at >= 0 && at < elements.size()) {
            elements.remove((int) at);
        }
        return JsonText.array(elements);
    }

    static String remove(String array, String element) {
        return JsonText.array(elements(array).stream()
                .filter(each -> !JsonOrder.equal(each, element))
                .toList());
    }

    /** One level of arrays inside taken apart; null if an element is. */
    static @Nullable String flatten(String array) {
        List<String> flat = new ArrayList<>();
        for (var element : elements(array)) {
            if (isNull(element)) {
                return null;
            }
            if (JsonKind.of(element) != JsonKind.ARRAY) {
                throw ValueErrors.notArrays("ARRAY_FLATTEN");
            }
            flat.addAll(elements(element));
        }
        return JsonText.array(flat);
    }

    static String range(long start, long stop, long step) {
        List<String> numbers = new ArrayList<>();
        if (step == 0) {
            throw ValueErrors.stepOfZero();
        }
        for (long number = start; step > 0 ? number < stop : number > stop; number += step) {
            if (numbers.size() == MOST_ELEMENTS) {
                throw ValueErrors.arrayTooLarge();
            }
            numbers.add(String.valueOf(number));
            if (step > 0 ? number > Long.MAX_VALUE - step : number < Long.MIN_VALUE - step) {
                break;
            }
        }
        return JsonText.array(numbers);
    }

    static @Nullable String least(String array) {
        return elements(array).stream()
                .filter(element -> !isNull(element))
                .min(JsonOrder.COMPARATOR)
                .orElse(null);
    }

    static @Nullable String greatest(String array) {
        return elements(array).stream()
                .filter(element -> !isNull(element))
                .max(JsonOrder.COMPARATOR)
                .orElse(null);
    }

    static String sort(String array, boolean ascending, boolean nullsFirst) {
        List<String> values = new ArrayList<>();
        List<String> nulls = new ArrayList<>();
        elements(array).forEach(element -> (isNull(element) ? nulls : values).add(element));
        values.sort(ascending ? JsonOrder.COMPARATOR : JsonOrder.COMPARATOR.reversed());
        List<String> sorted = new ArrayList<>(nullsFirst ? nulls : values);
        sorted.addAll(nullsFirst ? values : nulls);
        return JsonText.array(sorted);
    }

    static String reverse(String array) {
        List<String> elements = new ArrayList<>(elements(array));
        Collections.reverse(elements);
        return JsonText.array(elements);
    }

    /** An object of an array of keys and one of values. */
    static String toObject(String keys, String values) {
        var names = elements(keys);
        var members = elements(values);
        if (names.size() != members.size()) {
            throw ValueErrors.differentLengths();
        }
        Map<String, String> object = new TreeMap<>();
        for (int i = 0; i < names.size(); i++) {
            var key = VariantCast.text(names.get(i));
            if (key != null && !members.get(i).equals(JsonText.UNDEFINED)) {
                object.put(key, members.get(i));
            }
        }
        return JsonText.object(object);
    }

    /** The member whose name is the key, or differs from it in case only; null if there is none. */
    static @Nullable String memberIgnoringCase(String object, String key) {
        var members = new JsonReader(object).members();
        var exact = members.get(key);
        return exact != null
                ? exact
                : members.entrySet().stream()
                        .filter(member -> member.getKey().equalsIgnoreCase(key))
                        .map(Map.Entry::getValue)
                        .findFirst()
                        .orElse(null);
    }

    /** The state of APPROX_PERCENTILE_ACCUMULATE of an array of sorted numbers: each with its weight of 1. */
    static String percentileState(String sortedNumbers) {
        List<String> state = new ArrayList<>();
        for (var number : elements(sortedNumbers)) {
            state.add(JsonNumber.ofDouble(Double.parseDouble(number)));
            state.add(JsonNumber.ofDouble(1));
        }
        return JsonText.object(Map.of("state", JsonText.array(state), "type", "\"tdigest\"", "version", "1"));
    }

    /** One state of an array of states. */
    static String combinedStates(String states) {
        List<Double> numbers = new ArrayList<>();
        for (var state : elements(states)) {
            numbers.addAll(numbersOf(state));
        }
        return percentileState(
                JsonText.array(numbers.stream().sorted().map(String::valueOf).toList()));
    }

    private static List<Double> numbersOf(String state) {
        var list = new JsonReader(state).member("state");
        if (list == null) {
            throw ValueErrors.variantCast(state, "percentile state");
        }
        var figures = elements(list);
        List<Double> numbers = new ArrayList<>();
        for (int i = 0; i + 1 < figures.size(); i += 2) {
            int weight = new BigDecimal(figures.get(i + 1)).intValue();
            numbers.addAll(Collections.nCopies(weight, Double.valueOf(figures.get(i))));
        }
        return numbers;
    }

    /** The percentile between the two nearest numbers of a state; null if it has none. */
    static @Nullable Double percentile(String state, double fraction) {
        var numbers = numbersOf(state);
        if (numbers.isEmpty()) {
            return null;
        }
        double place = fraction * (numbers.size() - 1);
        int below = (int) Math.floor(place);
        double low = numbers.get(below);
        return below + 1 == numbers.size() ? low : low + (place - below) * (numbers.get(below + 1) - low);
    }
}
