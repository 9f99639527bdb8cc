package dev.inverterflow.snowflake.local.usage;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/** Rows that somebody gave, as a relation of the engine. */
final class MeteredRows {
    private final List<String> columns;
    private final List<String> rows = new CopyOnWriteArrayList<>();

    /** @param columns each a name and a type of the engine */
    MeteredRows(String... columns) {
        this.columns = List.of(columns);
    }

    /** @param values one expression of the engine's SQL for each column */
    void add(String... values) {
        if (values.length != columns.size()) {
            throw new IllegalArgumentException(columns + " need as many values, not " + Arrays.toString(values));
        }
        rows.add("(" + String.join(", ", values) + ")");
    }

    void clear() {
        rows.clear();
    }

    /** What stands after FROM. */
    String relation() {
        List<String> now = List.copyOf(rows);
        if (now.isEmpty()) {
            return columns.stream()
                    .map(column -> "NULL::" + type(column) + " AS " + name(column))
                    .collect(Collectors.joining(", ", "(SELECT ", " WHERE false) AS metered"));
        }
        return "(VALUES " + String.join(", ", now) + ") AS metered("
                + columns.stream().map(MeteredRows::name).collect(Collectors.joining(", ")) + ")";
    }

    private static String name(String column) {
        return column.substring(0, column.indexOf(' '));
    }

    private static String type(String column) {
        return column.substring(column.indexOf(' ') + 1);
    }
}
