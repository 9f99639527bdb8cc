package dev.inverterflow.snowflake.local.emission;

import dev.inverterflow.snowflake.local.analysis.TypedTrees;
import dev.inverterflow.snowflake.local.analysis.tree.TypedExpression;
import dev.inverterflow.snowflake.local.function.Sql;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Constant paths that the items of one SELECT follow into the same value. They are read in one call, whose result DuckDB
 * computes once per row, instead of one call for each column.
 */
final class FieldReads {
    private static final int WORTH_IT = 2;

    private final Map<TypedExpression, List<String>> paths = new HashMap<>();

    static FieldReads none() {
        return new FieldReads();
    }

    static FieldReads of(List<TypedExpression> items) {
        var reads = new FieldReads();
        items.forEach(reads::collect);
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

    /** The read of one path as a part of the common read; empty if the call stands alone. */
    Optional<String> common(TypedExpression.Call call, String baseSql) {
        var known = paths.getOrDefault(
                call.arguments().isEmpty() ? call : call.arguments().get(0), List.of());
        if (known.isEmpty() || !isRead(call) || !known.contains(path(call))) {
            return Optional.empty();
        }
        var joined = Sql.literal(String.join("\u001f", known));
        int place = known.indexOf(path(call)) + 1;
        return Optional.of(
                "NULLIF(string_split(sf_fields(" + baseSql + ", " + joined + "), chr(31))[" + place + "], '')");
    }
}
