package dev.inverterflow.deploy.connection;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One row of a result as text. Labels are found in any case: SHOW gives lower case, queries upper case. */
public final class Row {
    private final Map<String, Optional<String>> values = new LinkedHashMap<>();
    private final List<String> labels = new ArrayList<>();

    /** A row of these values. */
    public static Row of(Map<String, String> values) {
        Row row = new Row();
        values.forEach(row::put);
        return row;
    }

    void put(String label, @Nullable String value) {
        labels.add(label);
        values.put(label.toUpperCase(Locale.ROOT), Optional.ofNullable(value));
    }

    /** The labels as Snowflake gives them, in their order. */
    public List<String> labels() {
        return List.copyOf(labels);
    }

    /** The value under this label; empty when it is NULL or the result has no such column. */
    public Optional<String> find(String label) {
        return values.getOrDefault(label.toUpperCase(Locale.ROOT), Optional.empty());
    }

    /** The value under this label, or the empty text. */
    public String text(String label) {
        return find(label).orElse("");
    }

    /** The first column's value. */
    public Optional<String> first() {
        return values.values().stream().findFirst().flatMap(value -> value);
    }
}
