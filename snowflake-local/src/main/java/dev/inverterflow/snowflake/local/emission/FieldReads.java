package dev.inverterflow.snowflake.local.emission;

import dev.inverterflow.snowflake.local.analysis.TypedTrees;
import dev.inverterflow.snowflake.local.analysis.tree.TypedExpression;
import dev.inverterflow.snowflake.local.emission.RelationEmitter.Width;
import dev.inverterflow.snowflake.local.function.Sql;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Constant paths that the items of one SELECT follow into the same value. They are read in one call, in a subquery
 * around FROM, instead of one call for each column.
 */
final class FieldReads {
    /** Alias of the subquery that reads them. */
    static final String ALIAS = "\"fields#\"";

    private static final int WORTH_IT = 2;

    private final Map<TypedExpression, List<String>> paths = new LinkedHashMap<>();

    static FieldReads none() {
        return new FieldReads();
    }

    /** The reads from columns of some relations; those of queries around are left alone. */
    static FieldReads of(List<TypedExpression> items, List<Width> relations) {
        var reads = new FieldReads();
        items.forEach(reads::collect);
        var numbers = relations.stream().map(Width::relation).toList();
        reads.paths
                .keySet()
                .removeIf(base ->
                        !(base instanceof TypedExpression.Column column) || !numbers.contains(column.relation()));
        reads.paths.values().removeIf(paths -> paths.size() < WORTH_IT);
        return reads;
    }

    private void collect(TypedExpression expression) {
        if (expression instanceof TypedExpression.Call call && isRead(call)) {
            var known = paths.computeIfAbsent(call.arguments().get(0), base -> new ArrayList<>());
            var path = path(call);
            if (!known.contains(path)) {
                known.add(path);
            }
        }
        TypedTrees.children(expression).forEach(this::collect);
    }

    /** A path into a column; what is computed is read as it is, since it would be computed for all paths. */
    private static boolean isRead(TypedExpression.Call call) {
        return call.row().name().equals("GET_PATH")
                && call.arguments().get(0) instanceof TypedExpression.Column
                && ConstantText.constant(call.arguments().get(1)) != null;
    }

    private static String path(TypedExpression.Call call) {
        return String.valueOf(ConstantText.constant(call.arguments().get(1)));
    }

    boolean isEmpty() {
        return paths.isEmpty();
    }

    /** Select items that read all paths, each into a list of values. */
    List<String> items(ExpressionEmitter expressions) {
        List<String> items = new ArrayList<>();
        paths.forEach((base, known) -> items.add("string_split(sf_fields(" + expressions.emit(base) + ", "
                + Sql.literal(String.join("\u001f", known)) + "), chr(31)) AS " + listName(base)));
        return items;
    }

    private String listName(TypedExpression base) {
        return "\"fields" + List.copyOf(paths.keySet()).indexOf(base) + "\"";
    }

    /** The read of one path as a part of the common read; empty if the call stands alone. */
    Optional<String> common(TypedExpression.Call call) {
        var known = call.arguments().isEmpty()
                ? List.<String>of()
                : paths.getOrDefault(call.arguments().get(0), List.of());
        if (known.isEmpty() || !isRead(call)) {
            return Optional.empty();
        }
        int place = known.indexOf(path(call)) + 1;
        var list = ALIAS + "." + listName(call.arguments().get(0));
        return place == 0 ? Optional.empty() : Optional.of("NULLIF(" + list + "[" + place + "], '')");
    }
}
