package dev.inverterflow.snowflake.local.emission;

import static java.util.stream.Collectors.joining;

import dev.inverterflow.snowflake.local.analysis.TypedTrees;
import dev.inverterflow.snowflake.local.analysis.tree.TypedExpression;
import dev.inverterflow.snowflake.local.analysis.tree.TypedQuery;
import dev.inverterflow.snowflake.local.analysis.tree.TypedQuery.OrderKey;
import dev.inverterflow.snowflake.local.analysis.tree.TypedRelation;
import dev.inverterflow.snowflake.local.emission.ColumnUses.Place;
import dev.inverterflow.snowflake.local.emission.ExpressionEmitter.Emission;
import dev.inverterflow.snowflake.local.emission.RelationEmitter.FromText;
import dev.inverterflow.snowflake.local.emission.RelationEmitter.Width;
import dev.inverterflow.snowflake.local.function.Sql;
import dev.inverterflow.snowflake.local.function.runtime.EnginePath;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Constant paths that one SELECT follows into the same column. They are read in one call, in a subquery around the
 * relation, instead of one call for each place that reads them; below a FLATTEN to the relation's right, so that they are
 * read once for a row and not once for each of its elements.
 *
 * <p>DuckDB's own reader reads them where it gives every value as it is stored, see {@code sf_is_plain}; else ours.
 */
final class FieldReads {
    /**
     * Below this number no relation has its columns; the relations of this class count down from it by odd numbers, those
     * of what is read of VALUE have even ones.
     */
    private static final int FIRST_NUMBER = -1;

    private static final int WORTH_IT = 2;
    private static final char SEPARATOR = '\u001f';

    /** The paths into a column; they become the columns of a relation. */
    private record Read(int number, List<String> paths) {
        PathColumns columns() {
            Map<String, Integer> places = new HashMap<>();
            paths.forEach(path -> places.put(path, places.size()));
            return new PathColumns(number, places, Map.of());
        }
    }

    private final @Nullable ColumnUses uses;
    private final Map<TypedExpression.Column, Read> reads = new LinkedHashMap<>();
    private final Map<Place, List<PathColumns>> done = new HashMap<>();
    private int next = FIRST_NUMBER;
    private @Nullable ShapeReads shapes;

    private FieldReads(@Nullable ColumnUses uses) {
        this.uses = uses;
    }

    static FieldReads none() {
        return new FieldReads(null);
    }

    /**
     * The reads of the items and of the FLATTENs behind FROM.
     *
     * @param order the keys that the rows of the SELECT are ordered by
     * @param outer the columns in sight around it
     */
    static FieldReads of(
            TypedQuery.Select select, TypedRelation from, List<OrderKey> order, Addresses outer, Emission emission) {
        if (!hasFlattened(from)) {
            var reads = none();
            select.items().forEach(reads::collect);
            reads.reads.values().removeIf(read -> read.paths().size() < WORTH_IT);
            return reads;
        }
        var uses = ColumnUses.of(select, order);
        var reads = new FieldReads(uses);
        var plan = ShapePlan.of(from, uses, select.items(), outer, reads::number);
        select.items().forEach(reads::collect);
        if (plan.isEmpty()) {
            reads.collectFlattened(from);
            return reads;
        }
        reads.shapes = new ShapeReads(plan, emission);
        reads.forget(plan.places());
        reads.collectFlattened(from);
        reads.forget(plan.elements());
        return reads;
    }

    private static boolean hasFlattened(TypedRelation relation) {
        return relation instanceof TypedRelation.Joined joined
                ? hasFlattened(joined.left()) || hasFlattened(joined.right())
                : relation instanceof TypedRelation.Flattened;
    }

    private int number() {
        int number = next;
        next -= 2;
        return number;
    }

    private void forget(Set<Place> places) {
        reads.keySet().removeIf(column -> places.contains(Place.of(column)));
    }

    private void collectFlattened(TypedRelation relation) {
        if (relation instanceof TypedRelation.Joined joined) {
            collectFlattened(joined.left());
            collectFlattened(joined.right());
        } else if (relation instanceof TypedRelation.Flattened flattened && shapes(flattened) == null) {
            collect(flattened.input());
        }
    }

    private void collect(TypedExpression expression) {
        var path = ConstantPath.of(expression);
        if (path != null) {
            var paths = reads.computeIfAbsent(path.column(), key -> new Read(number(), new ArrayList<>()))
                    .paths();
            if (!paths.contains(path.path())) {
                paths.add(path.path());
            }
        }
        TypedTrees.children(expression).forEach(this::collect);
    }

    /** What reads a FLATTEN with its document; null if nothing does. */
    @Nullable
    ShapeReads shapes(TypedRelation.Flattened flattened) {
        return shapes != null && shapes.has(flattened) ? shapes : null;
    }

    /** The elements of a FLATTEN that is read with its document. */
    FromText flatten(ShapeReads reader, TypedRelation.Flattened flattened, FromText left) {
        return reader.flatten(flattened, left, this::add);
    }

    private void add(Place place, PathColumns columns) {
        done.computeIfAbsent(place, key -> new ArrayList<>()).add(columns);
    }

    /** The columns of a relation that are read anywhere in the SELECT; null if that is not known. */
    @Nullable
    BitSet used(int relation) {
        return uses == null ? null : uses.columns(relation);
    }

    /** The relations with what is read from their columns, unless that is read already. */
    FromText read(FromText from, Emission emission, Addresses outer) {
        var result = from;
        for (var column : List.copyOf(reads.keySet())) {
            var width = from.widths().stream()
                    .filter(each -> each.relation() == column.relation())
                    .findFirst();
            if (width.isPresent()) {
                var read = Objects.requireNonNull(reads.remove(column));
                result = read(result, column, width.get(), read, emission, outer);
                add(Place.of(column), read.columns());
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
        wrapped.addresses().put(read.number(), place -> name + ".\"f" + place + "\"");
        return wrapped.with(new Width(read.number(), read.paths().size()));
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

    /** What an expression reads as a part of the common read; empty if it stands alone. */
    Optional<String> common(TypedExpression expression, Addresses addresses) {
        return PathColumns.find(expression, done, addresses);
    }
}
