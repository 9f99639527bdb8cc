package dev.inverterflow.procs.html;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A chart: an empty box in the page, and its figures, which the page's script draws.
 *
 * @param id names the box; a constant
 * @param title what a screen reader says of it
 * @param kind how series are drawn
 * @param unit of the values, as written behind them
 * @param categories names of the x values 0, 1, …; null if x is time in seconds since 1970, UTC
 * @param step distance of two x values
 * @param labels names of the series
 * @param columns x first, then one list per series, null where there is no value
 */
record Chart(
        String id,
        String title,
        Kind kind,
        String unit,
        @Nullable List<String> categories,
        long step,
        List<String> labels,
        List<List<@Nullable Object>> columns) {

    enum Kind {
        LINES,
        /** Bars on top of each other. */
        STACK,
        /** Bars in front of each other: percentiles, of which each holds the one before. */
        NESTED
    }

    private static final double DECIMALS = 1e6;

    /** Gathers values that come as rows of (x, series, value). */
    static final class Builder {
        private final Map<Long, Map<String, @Nullable Object>> slices = new TreeMap<>();
        private final List<String> series = new ArrayList<>();

        /** Fixes the order, and with it the colour, of a series. */
        Builder declare(String label) {
            series.add(label);
            return this;
        }

        Builder put(long x, String label, @Nullable Object value) {
            if (!series.contains(label)) {
                series.add(label);
            }
            slices.computeIfAbsent(x, ignored -> new LinkedHashMap<>()).put(label, rounded(value));
            return this;
        }

        Chart time(String id, String title, Kind kind, String unit, long step) {
            return build(id, title, kind, unit, null, step);
        }

        Chart categories(String id, String title, Kind kind, String unit, List<String> names) {
            return build(id, title, kind, unit, names, 1);
        }

        private Chart build(
                String id, String title, Kind kind, String unit, @Nullable List<String> categories, long step) {
            List<List<@Nullable Object>> columns = new ArrayList<>();
            columns.add(new ArrayList<>(slices.keySet()));
            for (String label : series) {
                List<@Nullable Object> values = new ArrayList<>();
                slices.values().forEach(slice -> values.add(slice.get(label)));
                columns.add(values);
            }
            return new Chart(id, title, kind, unit, categories, step, List.copyOf(series), columns);
        }
    }

    boolean isEmpty() {
        return columns.get(0).isEmpty();
    }

    /** The box; where there is nothing to draw, a sentence. */
    String box() {
        return isEmpty()
                ? Html.EMPTY
                : "<div class=\"chart\" id=\"" + id + "\" role=\"img\" aria-label=\"" + Html.escape(title)
                        + "\"></div>\n";
    }

    Map<String, @Nullable Object> asMap() {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("id", id);
        map.put("kind", kind.name());
        map.put("unit", unit);
        map.put("categories", categories);
        map.put("step", step);
        map.put("labels", labels);
        map.put("columns", columns);
        return map;
    }

    // Digits that no screen shows would be a third of the page.
    private static @Nullable Object rounded(@Nullable Object value) {
        if (!(value instanceof Number number)) {
            return null;
        }
        double exact = number.doubleValue();
        return Math.abs(exact) < 1
                ? Math.round(exact * DECIMALS * 1e4) / (DECIMALS * 1e4)
                : Math.round(exact * 1e3) / 1e3;
    }
}
