package dev.inverterflow.snowflake.local.emission;

import dev.inverterflow.snowflake.local.analysis.tree.TypedRelation;
import dev.inverterflow.snowflake.local.emission.ColumnUses.Place;
import dev.inverterflow.snowflake.local.emission.ExpressionEmitter.Emission;
import dev.inverterflow.snowflake.local.emission.RelationEmitter.FromText;
import dev.inverterflow.snowflake.local.emission.RelationEmitter.Width;
import dev.inverterflow.snowflake.local.function.Casts;
import dev.inverterflow.snowflake.local.function.Sql;
import dev.inverterflow.snowflake.local.type.SnowflakeType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/**
 * FLATTENs that are read with their documents. A document is parsed once, into lists in lists, which are unnested one
 * after the other; what is read beside a list is read before it is unnested.
 *
 * <p>DuckDB's own reader does it where it gives the document as it is stored, see {@code sf_is_plain}, and where no object
 * stands for an array. For others {@code sf_shaped} writes each part as a string, which no reader changes.
 */
final class ShapeReads {
    private static final String OWN_LEAF = "JSON";
    private static final String TEXT_LEAF = "VARCHAR";

    private final ShapePlan plan;
    private final Emission emission;
    private final Set<Integer> opened = new HashSet<>();
    /** Places of the lists that FLATTENs unnest, by the FLATTEN. */
    private final Map<Integer, Integer> lists = new HashMap<>();
    /** Places of what tells whether DuckDB's own reader read the document, by the document. */
    private final Map<Integer, Integer> readers = new HashMap<>();

    ShapeReads(ShapePlan plan, Emission emission) {
        this.plan = plan;
        this.emission = emission;
    }

    boolean has(TypedRelation.Flattened flattened) {
        return plan.root(flattened.number()) != null;
    }

    /**
     * The elements beside what is to the left, and what is read of them.
     *
     * @param items takes what is read of the document, for the items of the SELECT
     */
    FromText flatten(TypedRelation.Flattened flattened, FromText left, BiConsumer<Place, PathColumns> items) {
        var root = Objects.requireNonNull(plan.root(flattened.number()), "root");
        var parent = Objects.requireNonNull(plan.parent(flattened.number()), "parent");
        var from = opened.add(root.number()) ? opened(root, left, items) : left;
        var level = level(parent, flattened);
        var elements = unnested(level, parent, root, from);
        var element = level.element();
        return element.parts().isEmpty()
                ? elements
                : parts(element, new ArrayList<>(), "\"e\"", root, elements, (place, columns) -> {});
    }

    private static ShapeNode.Level level(ShapeNode parent, TypedRelation.Flattened flattened) {
        return parent.parts().stream()
                .flatMap(part -> Stream.ofNullable(part.level()))
                .filter(level -> level.flattened().number() == flattened.number())
                .findFirst()
                .orElseThrow();
    }

    private FromText opened(ShapeNode root, FromText from, BiConsumer<Place, PathColumns> items) {
        var name = nameOf(root);
        var place = root.place();
        var text = from.addresses().column(place.relation(), place.column());
        var shape = root.shape();
        var plain = plain(place, from, text) + (root.tellsNulls() ? " AND NOT contains(" + text + ", 'null')" : "");
        var own = "CASE WHEN " + plain + " THEN CAST(from_json(" + text + ", '" + shape.structure(OWN_LEAF) + "') AS "
                + shape.type(TEXT_LEAF) + ") END AS \"d\"";
        var parsed = Wrapping.around(from, List.of(text + " AS \"doc\"", own), name);
        var fits = ShapeFit.of(shape, "\"doc\"", "\"d\"") + " AS \"own\"";
        var judged = Wrapping.around(parsed, List.of("\"doc\"", "\"d\"", fits), name);
        var shaped = "from_json(sf_shaped(\"doc\", '" + shape.text() + "'), '" + shape.structure(TEXT_LEAF) + "')";
        var read = Wrapping.around(
                judged,
                List.of("\"doc\"", "CASE WHEN \"own\" THEN \"d\" ELSE " + shaped + " END AS \"d\"", "\"own\""),
                name);
        List<String> columns = new ArrayList<>();
        if (root.asksForReader()) {
            readers.put(root.number(), columns.size());
            columns.add("\"own\"");
        }
        return parts(root, columns, "\"d\"", root, read, items);
    }

    private static String plain(Place place, FromText from, String text) {
        int flag = from.widths().stream()
                .filter(width -> width.relation() == place.relation())
                .findFirst()
                .map(Width::plainFlag)
                .orElse(-1);
        return flag < 0 ? "sf_is_plain(" + text + ")" : from.addresses().column(place.relation(), flag);
    }

    private static String nameOf(ShapeNode node) {
        return Sql.name("parts#" + -node.number());
    }

    /** The parts of a value as columns, beside some that are there already. */
    private FromText parts(
            ShapeNode node,
            List<String> columns,
            String value,
            ShapeNode root,
            FromText from,
            BiConsumer<Place, PathColumns> items) {
        boolean isRoot = node.number() == root.number();
        Map<String, Integer> values = new HashMap<>();
        Map<String, Integer> texts = new HashMap<>();
        for (var part : node.parts()) {
            var sql = at(value, part.names());
            var level = part.level();
            if (part.isValue()) {
                values.put(part.path(), columns.size());
                columns.add(sql);
            }
            if (part.isText()) {
                texts.put(part.path(), columns.size());
                columns.add(
                        emission.casts().convert(sql, SnowflakeType.VARIANT, SnowflakeType.VARCHAR, Casts.Mode.CAST));
            }
            if (level != null) {
                lists.put(level.flattened().number(), columns.size());
                columns.add(sql);
            }
        }
        var result = columns(node, columns, from);
        var read = new PathColumns(node.number(), values, texts);
        items.accept(node.place(), read);
        if (!isRoot) {
            result.addresses().paths(node.place(), read);
        }
        return result;
    }

    private static FromText columns(ShapeNode node, List<String> columns, FromText from) {
        var name = nameOf(node);
        List<String> items = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        for (int place = 0; place < columns.size(); place++) {
            places.add(place);
            items.add(columns.get(place) + " AS \"p" + place + '"');
        }
        var result = Wrapping.around(from, items, name).with(new Width(node.number(), places, -1));
        result.addresses().put(node.number(), place -> name + ".\"p" + place + '"');
        return result;
    }

    private static String at(String value, List<String> names) {
        var sql = value;
        for (var name : names) {
            sql = "struct_extract(" + sql + ", '" + name + "')";
        }
        return sql;
    }

    private String reader(ShapeNode root, FromText from) {
        return from.addresses().column(root.number(), Objects.requireNonNull(readers.get(root.number()), "reader"));
    }

    private FromText unnested(ShapeNode.Level level, ShapeNode parent, ShapeNode root, FromText from) {
        int number = level.flattened().number();
        int listPlace = Objects.requireNonNull(lists.get(number), "list");
        var list = from.addresses().column(parent.number(), listPlace);
        var name = Sql.name(level.flattened().alias() + "#" + number);
        List<String> extra = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        extra.add("unnest(" + list + ") AS \"e\"");
        boolean whole = level.element().parts().isEmpty();
        if (whole) {
            extra.add(reader(root, from) + " AS \"own\"");
            places.add(Unnesting.VALUE);
            places.add(Unnesting.PLAIN);
        }
        var result = Wrapping.around(from.without(parent.number(), listPlace), extra, name)
                .with(new Width(number, places, whole ? Unnesting.PLAIN : -1));
        result.addresses().put(number, place -> switch (place) {
            case Unnesting.VALUE -> name + ".\"e\"";
            case Unnesting.PLAIN -> name + ".\"own\"";
            default -> throw new IllegalStateException("column " + place + " of a FLATTEN is not read");
        });
        return result;
    }
}
