package dev.inverterflow.snowflake.local.emission;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/** How columns of the relations in sight are written at a place of the emitted statement. */
final class Addresses {
    private final Map<Integer, IntFunction<String>> relations = new HashMap<>();
    private final Map<ColumnUses.Place, List<PathColumns>> paths = new HashMap<>();

    Addresses() {}

    /** The columns of a relation, by place. */
    void put(int relation, IntFunction<String> columns) {
        relations.put(relation, columns);
    }

    void putAll(Addresses other) {
        relations.putAll(other.relations);
        paths(other);
    }

    /** Constant paths into a column of which nothing else is in sight. */
    void paths(ColumnUses.Place column, PathColumns columns) {
        paths.put(column, List.of(columns));
    }

    void paths(Addresses other) {
        paths.putAll(other.paths);
    }

    Map<ColumnUses.Place, List<PathColumns>> paths() {
        return paths;
    }

    String column(int relation, int place) {
        var columns = relations.get(relation);
        if (columns == null) {
            throw new IllegalStateException("relation " + relation + " is not in sight");
        }
        return columns.apply(place);
    }

    Map<Integer, IntFunction<String>> relations() {
        return Map.copyOf(relations);
    }

    Addresses copy() {
        var copy = new Addresses();
        copy.putAll(this);
        return copy;
    }
}
