package dev.inverterflow.snowflake.local.emission;

import static java.util.stream.Collectors.joining;

import dev.inverterflow.snowflake.local.analysis.TypedTrees;
import dev.inverterflow.snowflake.local.analysis.tree.TypedExpression;
import dev.inverterflow.snowflake.local.analysis.tree.TypedRelation;
import dev.inverterflow.snowflake.local.emission.ExpressionEmitter.Emission;
import dev.inverterflow.snowflake.local.emission.RelationEmitter.FromText;
import dev.inverterflow.snowflake.local.emission.RelationEmitter.Width;
import dev.inverterflow.snowflake.local.function.Sql;
import dev.inverterflow.snowflake.local.function.runtime.EnginePath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Constant paths that one SELECT follows into the same column. They are read in one call, in a subquery around the
 * relation, instead of one call for each place that reads them; below a FLATTEN to the relation's right, so that they are
 * read once for a row and not once for each of its elements.
 *
 * <p>DuckDB's own reader reads them where it gives every value as it is stored, see {@code sf_is_plain}; else ours.
 */
final class FieldReads {
    /** Below this number no relation has its columns; the relations of this class count down from it. */
    private static final int FIRST_NUMBER = -1;

    private static final int WORTH_IT = 2;
    private static final char SEPARATOR = '\u001f';

    /** The paths into a column; they become the columns of a relation. */
    private record Read(int number, List<String> paths) {}

    private final Map<TypedExpression.Column, Read> reads = new LinkedHashMap<>();
    private final Map<TypedExpression.Column, Read> done = new LinkedHashMap<>();

    static FieldReads none() {
        return new FieldReads();
    }

    /** The reads of the items and of the FLATTENs behind FROM. */
    static FieldReads of(List<TypedExpression> items, TypedRelation from) {
        var reads = new FieldReads();
        items.forEach(reads::collect);
        if (!reads.collectFlattened(from)) {
            reads.reads.values().removeIf(read -> read.paths().size() < WORTH_IT);
        }
        return reads;
    }

    private boolean collectFlattened(TypedRelation relation) {
        if (relation instanceof TypedRelation.Joined joined) {
            boolean left = collectFlattened(joined.left());
            return collectFlattened(joined.right()) || left;
        }
        if (relation instanceof TypedRelation.Flattened flattened) {
            collect(flattened.input());
            return true;
        }
        return false;
    }

    private void collect(TypedExpression expression) {
        if (expression instanceof TypedExpression.Call call && base(call) != null) {
            var base = (TypedExpression.Column) call.arguments().get(0);
            var paths = reads.computeIfAbsent(base, key -> new Read(FIRST_NUMBER - reads.size(), new ArrayList<>()))
                    .paths();
            if (!paths.contains(path(call))) {
                paths.add(path(call));
            }
        }
        TypedTrees.children(expression).forEach(this::collect);
    }

    /** The column that a constant path goes into; what is computed is read as it is. */
    private static TypedExpression.@Nullable Column base(TypedExpression.Call call) {
        return call.row().name().equals("GET_PATH")
                        && call.arguments().get(0) instanceof TypedExpression.Column column
                        && ConstantText.constant(call.arguments().get(1)) != null
                ? column
                : null;
    }

    private static String path(TypedExpression.Call call) {
        return String.valueOf(ConstantText.constant(call.arguments().get(1)));
    }

    /** The relations with what is read from their columns, unless that is read already. */
    FromText read(FromText from, Emission emission, Addresses outer) {
        var result = from;
        for (var read : reads.entrySet()) {
            var column = read.getKey();
            var width = from.widths().stream()
                    .filter(each -> each.relation() == column.relation())
                    .findFirst();
            if (width.isPresent() && !done.containsKey(column)) {
                result = read(result, column, width.get(), read.getValue(), emission, outer);
                done.put(column, read.getValue());
            }
        }
        return result;
    }

    private static FromText read(
            FromText from, TypedExpression.Column column, Width width, Read read, Emission emission, Addresses outer) {
        var inside = outer.copy();
        inside.putAll(from.addresses());
        var text = new ExpressionEmitter(emission, inside).emit(column);
        var plain = width.plainFlag() < 0
                ? "sf_is_plain(" + text + ")"
                : from.addresses().column(width.relation(), width.plainFlag());
        var name = Sql.name("fields#" + -read.number());
        var listed = Wrapping.around(from, List.of(list(text, plain, read.paths()) + " AS \"list\""), name);
        List<String> items = new ArrayList<>();
        for (int place = 0; place < read.paths().size(); place++) {
            items.add("NULLIF(\"list\"[" + (place + 1) + "], '') AS \"f" + place + "\"");
        }
        var wrapped = Wrapping.around(listed, items, name);
        List<Width> widths = new ArrayList<>(wrapped.widths());
        widths.add(new Width(read.number(), read.paths().size()));
        wrapped.addresses().put(read.number(), place -> name + ".\"f" + place + "\"");
        return new FromText(wrapped.sql(), wrapped.addresses(), widths);
    }

    private static String list(String text, String plain, List<String> paths) {
        var joined = String.join(String.valueOf(SEPARATOR), paths);
        var slow = "string_split(sf_fields(" + text + ", " + Sql.literal(joined) + "), chr(31))";
        List<@Nullable String> enginePaths = new ArrayList<>();
        paths.forEach(path -> enginePaths.add(EnginePath.of(path)));
        if (enginePaths.contains(null)) {
            return slow;
        }
        var list = enginePaths.stream().map(String::valueOf).map(Sql::literal).collect(joining(", ", "[", "]"));
        return "CASE WHEN " + plain + " THEN CAST(json_extract(" + text + ", " + list + ") AS VARCHAR[]) ELSE " + slow
                + " END";
    }

    /** The read of one path as a part of the common read; empty if the call stands alone. */
    Optional<String> common(TypedExpression.Call call, Addresses addresses) {
        var base = base(call);
        var read = base == null ? null : done.get(base);
        return read == null
                ? Optional.empty()
                : Optional.of(addresses.column(read.number(), read.paths().indexOf(path(call))));
    }
}
