package dev.inverterflow.snowflake.local.emission;

import dev.inverterflow.snowflake.local.analysis.tree.TypedExpression;
import dev.inverterflow.snowflake.local.analysis.tree.TypedRelation;
import dev.inverterflow.snowflake.local.ast.Relation.JoinKind;
import dev.inverterflow.snowflake.local.emission.ColumnUses.Place;
import dev.inverterflow.snowflake.local.emission.ColumnUses.Use;
import dev.inverterflow.snowflake.local.function.runtime.EnginePath;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which FLATTENs behind a FROM are read with their documents: each document once, as lists in lists, instead of each array
 * as a text that is parsed again. Those are inner joins that go by members into a column or into VALUE of another, and of
 * which nothing but VALUE is read: INDEX counts the elements that were left out, too.
 */
final class ShapePlan {
    private final ColumnUses uses;
    private final Addresses outer;
    private final IntSupplier numbers;
    /** FLATTENs that may be read so, by their input. */
    private final Map<Place, Map<String, TypedRelation.Flattened>> candidates = new LinkedHashMap<>();

    private final Map<Integer, ShapeNode> roots = new HashMap<>();
    private final Map<Integer, ShapeNode> parents = new HashMap<>();

    private ShapePlan(ColumnUses uses, Addresses outer, IntSupplier numbers) {
        this.uses = uses;
        this.outer = outer;
        this.numbers = numbers;
    }

    /**
     * A plan.
     *
     * @param uses all uses in the SELECT
     * @param items its items
     * @param outer the columns in sight around it
     * @param numbers for the relations of what is read
     */
    static ShapePlan of(
            TypedRelation from, ColumnUses uses, List<TypedExpression> items, Addresses outer, IntSupplier numbers) {
        var plan = new ShapePlan(uses, outer, numbers);
        List<TypedRelation.Flattened> found = new ArrayList<>();
        plan.collect(from, found);
        if (!found.isEmpty()) {
            var itemUses = ColumnUses.of(items);
            found.forEach(flattened -> plan.root(flattened, itemUses));
        }
        return plan;
    }

    boolean isEmpty() {
        return roots.isEmpty();
    }

    /** The document that a FLATTEN is read with; null if it is not. */
    @Nullable
    ShapeNode root(int flattened) {
        return roots.get(flattened);
    }

    /** What has the FLATTEN among its parts. */
    @Nullable
    ShapeNode parent(int flattened) {
        return parents.get(flattened);
    }

    /** The columns whose paths in the items are parts of shapes. */
    Set<Place> places() {
        var places = elements();
        roots.values().stream()
                .filter(root -> root.shape() instanceof Shape.Members)
                .forEach(root -> places.add(root.place()));
        return places;
    }

    /** Those of FLATTENs, of which nothing else is there. */
    Set<Place> elements() {
        return parents.values().stream()
                .flatMap(node -> node.parts().stream())
                .flatMap(part -> Stream.ofNullable(part.level()))
                .map(ShapeNode.Level::element)
                .filter(element -> !element.parts().isEmpty())
                .map(ShapeNode::place)
                .collect(Collectors.toCollection(HashSet::new));
    }

    private void collect(TypedRelation relation, List<TypedRelation.Flattened> found) {
        if (relation instanceof TypedRelation.Joined joined) {
            collect(joined.left(), found);
            if (joined.kind() != JoinKind.LEFT && joined.right() instanceof TypedRelation.Flattened flattened) {
                candidate(flattened, found);
            }
        }
    }

    private void candidate(TypedRelation.Flattened flattened, List<TypedRelation.Flattened> found) {
        var input = ConstantPath.orColumn(flattened.input());
        if (input == null
                || outer.relations().containsKey(input.place().relation())
                || EnginePath.members(input.path()) == null
                || !isPlain(flattened)) {
            return;
        }
        if (candidates
                        .computeIfAbsent(input.place(), key -> new LinkedHashMap<>())
                        .putIfAbsent(input.path(), flattened)
                == null) {
            found.add(flattened);
        }
    }

    private boolean isPlain(TypedRelation.Flattened flattened) {
        var mode = ConstantText.constant(flattened.mode());
        var others = (BitSet) uses.columns(flattened.number()).clone();
        others.clear(Unnesting.VALUE);
        var whole = uses.of(value(flattened)).getOrDefault("", List.of());
        return others.isEmpty()
                && !whole.contains(Use.VALUE)
                && "".equals(ConstantText.constant(flattened.path()))
                && Unnesting.isFalse(flattened.outer())
                && Unnesting.isFalse(flattened.recursive())
                && mode != null
                && !mode.equalsIgnoreCase("OBJECT");
    }

    private static boolean objects(TypedRelation.Flattened flattened) {
        return "BOTH".equalsIgnoreCase(ConstantText.constant(flattened.mode()));
    }

    private static Place value(TypedRelation.Flattened flattened) {
        return new Place(flattened.number(), Unnesting.VALUE);
    }

    private void root(TypedRelation.Flattened flattened, ColumnUses itemUses) {
        var input = ConstantPath.orColumn(flattened.input());
        if (input == null || roots.containsKey(flattened.number())) {
            return;
        }
        boolean whole = input.path().isEmpty();
        var paths = whole ? Map.of("", List.of(Use.FLATTENED)) : baseUses(input.place(), itemUses);
        var node = node(numbers.getAsInt(), input.place(), paths);
        boolean worthIt = node.parts().stream().anyMatch(part -> part.level() != null)
                && !(whole
                        && node.shape() instanceof Shape.Elements elements
                        && elements.element() instanceof Shape.Leaf);
        if (worthIt) {
            enter(node, node);
        }
    }

    /** What the items read of a column, and what FLATTENs do that can be read with it. */
    private Map<String, List<Use>> baseUses(Place place, ColumnUses itemUses) {
        Map<String, List<Use>> all = new LinkedHashMap<>(itemUses.of(place));
        all.remove("");
        candidates.getOrDefault(place, Map.of()).forEach((path, flattened) -> {
            if (!path.isEmpty() && !roots.containsKey(flattened.number())) {
                all.merge(path, List.of(Use.FLATTENED), (items, flatten) -> List.of(Use.FLATTENED, Use.VALUE));
            }
        });
        return all;
    }

    private void enter(ShapeNode node, ShapeNode root) {
        for (var part : node.parts()) {
            var level = part.level();
            if (level != null) {
                roots.put(level.flattened().number(), root);
                parents.put(level.flattened().number(), node);
                enter(level.element(), root);
            }
        }
    }

    /** What is read of a column; without parts if that can not be read at once, or is the whole value. */
    private ShapeNode node(int number, Place place, Map<String, List<Use>> paths) {
        var leaf = new ShapeNode(number, place, new Shape.Leaf(), List.of());
        var members = new Shape.Members(Map.of());
        List<ShapeNode.Part> parts = new ArrayList<>();
        for (var entry : paths.entrySet()) {
            var path = entry.getKey();
            var names = EnginePath.members(path);
            var level = level(place, path, entry.getValue());
            if (names == null || (names.isEmpty() && (level == null || paths.size() > 1))) {
                return leaf;
            }
            parts.add(new ShapeNode.Part(path, names, EnumSet.copyOf(entry.getValue()), level));
            var shape = level == null ? new Shape.Leaf() : elements(level);
            if (names.isEmpty()) {
                return new ShapeNode(number, place, shape, parts);
            }
            if (!members.add(names, shape)) {
                return leaf;
            }
        }
        return parts.isEmpty() ? leaf : new ShapeNode(number, place, members, parts);
    }

    private static Shape elements(ShapeNode.Level level) {
        return new Shape.Elements(level.element().shape(), level.objects());
    }

    private ShapeNode.@Nullable Level level(Place place, String path, List<Use> pathUses) {
        var flattened = candidates.getOrDefault(place, Map.of()).get(path);
        if (flattened == null || !pathUses.equals(List.of(Use.FLATTENED))) {
            return null;
        }
        var value = value(flattened);
        var element = node(-2 * flattened.number(), value, uses.of(value));
        boolean flattenedElsewhere = uses.of(value).getOrDefault("", List.of()).contains(Use.FLATTENED);
        return element.parts().isEmpty() && flattenedElsewhere
                ? null
                : new ShapeNode.Level(flattened, element, objects(flattened));
    }
}
