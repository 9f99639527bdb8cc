package dev.inverterflow.snowflake.local.emission;

import dev.inverterflow.snowflake.local.analysis.tree.TypedExpression;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was read at constant paths into a column, as columns of a relation.
 *
 * @param number the relation's
 * @param values places of the values, by path
 * @param texts places of their texts, by path
 */
record PathColumns(int number, Map<String, Integer> values, Map<String, Integer> texts) {
    PathColumns {
        values = Map.copyOf(values);
        texts = Map.copyOf(texts);
    }

    /** The column that an expression, which reads the value at a path or its text, is in already. */
    static Optional<String> find(
            TypedExpression expression, Map<ColumnUses.Place, List<PathColumns>> read, Addresses addresses) {
        boolean text = expression instanceof TypedExpression.Conversion conversion && ConstantPath.isText(conversion);
        var path = ConstantPath.of(text ? ((TypedExpression.Conversion) expression).operand() : expression);
        if (path == null) {
            return Optional.empty();
        }
        return read.getOrDefault(path.place(), List.of()).stream()
                .flatMap(columns -> columns.column(path.path(), text, addresses).stream())
                .findFirst();
    }

    private Optional<String> column(String path, boolean text, Addresses addresses) {
        return Optional.ofNullable((text ? texts : values).get(path)).map(place -> addresses.column(number, place));
    }
}
