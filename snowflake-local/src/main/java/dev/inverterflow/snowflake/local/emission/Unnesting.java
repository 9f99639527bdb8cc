package dev.inverterflow.snowflake.local.emission;

import dev.inverterflow.snowflake.local.analysis.tree.TypedExpression;
import dev.inverterflow.snowflake.local.analysis.tree.TypedRelation;
import dev.inverterflow.snowflake.local.ast.Relation.JoinKind;
import dev.inverterflow.snowflake.local.emission.ExpressionEmitter.Emission;
import dev.inverterflow.snowflake.local.emission.RelationEmitter.FromText;
import dev.inverterflow.snowflake.local.emission.RelationEmitter.Width;
import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.function.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * FLATTEN and SPLIT_TO_TABLE. They are written as unnest in the select list of a subquery over the relations to their
 * left, because that keeps the order of the elements, which a lateral join of DuckDB does not.
 */
final class Unnesting {
    private static final int SEQ = 0;
    private static final int KEY = 1;
    private static final int PATH = 2;
    static final int INDEX = 3;
    static final int VALUE = 4;

    /** Behind the columns that statements see: whether DuckDB's reader gives VALUE as it is stored. */
    static final int PLAIN = 6;

    private static final int SPLIT_COLUMNS = 3;

    private final Emission emission;
    private final Addresses outer;
    private final FieldReads reads;

    Unnesting(Emission emission, Addresses outer, FieldReads reads) {
        this.emission = emission;
        this.outer = outer;
        this.reads = reads;
    }

    /** Unnests for each row of what is to the left. */
    interface PerRow {
        FromText over(FromText left, boolean keepsAll);
    }

    FromText joined(TypedRelation.Joined joined, FromText left, PerRow perRow) {
        if (joined.kind() == JoinKind.RIGHT || joined.kind() == JoinKind.FULL) {
            throw Errors.notSupported(joined.kind() + " JOIN with a table function");
        }
        var result = perRow.over(left, joined.kind() == JoinKind.LEFT);
        var condition = joined.condition();
        if (condition == null || isTrue(condition)) {
            return result;
        }
        if (joined.kind() == JoinKind.LEFT) {
            throw Errors.notSupported("LEFT JOIN with a table function ON a condition");
        }
        var around = outer.copy();
        around.putAll(result.addresses());
        var where = new ExpressionEmitter(emission, around).emit(condition);
        return new FromText(
                "(SELECT * FROM " + result.sql() + " WHERE " + where + ") AS " + aliasOf(result),
                result.addresses(),
                result.widths());
    }

    private static boolean isTrue(TypedExpression condition) {
        return condition instanceof TypedExpression.Value value
                && "true".equals(value.constant().text());
    }

    private static String aliasOf(FromText text) {
        return text.sql().substring(text.sql().lastIndexOf(" AS ") + 4);
    }

    FromText flatten(TypedRelation.Flattened flattened, @Nullable FromText left, boolean keepsAll) {
        var name = Sql.name(flattened.alias() + "#" + flattened.number());
        boolean recursive = !isFalse(flattened.recursive());
        boolean counted = flattened.used().get(SEQ);
        List<String> extra = new ArrayList<>();
        if (counted) {
            extra.add("row_number() OVER () AS \"seq\"");
        }
        extra.add("\"in\" AS \"this\"");
        extra.add("\"path\"");
        var mode = ConstantText.constant(flattened.mode());
        boolean arrays = !recursive && mode != null && !mode.equalsIgnoreCase("OBJECT");
        var prepared = arrays ? listed(input(flattened, left, name), name) : input(flattened, left, name);
        boolean placed = flattened.used().get(INDEX) || flattened.used().get(PATH);
        if (arrays) {
            extra.add("unnest(\"plain\") AS \"element\"");
            extra.add((placed ? "generate_subscripts(\"plain\", 1) - 1" : "NULL") + " AS \"at\"");
        }
        var records = records(flattened, keepsAll);
        extra.add("unnest(" + (arrays ? "CASE WHEN \"plain\" IS NULL THEN " + records + " END" : records)
                + ") AS \"record\"");
        var result = wrapped(prepared, extra, name, width(flattened, arrays));
        result.addresses()
                .put(
                        flattened.number(),
                        place -> place == SEQ && !counted
                                ? "CAST(NULL AS DECIMAL(38,0))"
                                : arrays
                                        ? plainColumn(name, place, keepsAll)
                                        : flattenColumn(name, place, recursive, keepsAll));
        return result;
    }

    private Width width(TypedRelation.Flattened flattened, boolean arrays) {
        var used = reads.used(flattened.number());
        List<Integer> places = IntStream.range(0, PLAIN)
                .filter(place -> used == null || used.get(place))
                .boxed()
                .collect(Collectors.toCollection(ArrayList::new));
        if (arrays) {
            places.add(PLAIN);
        }
        return new Width(flattened.number(), places, arrays ? PLAIN : -1);
    }

    /** What is flattened, beside the columns to the left. */
    private FromText input(TypedRelation.Flattened flattened, @Nullable FromText left, String name) {
        var expressions = expressions(left);
        var input = expressions.emit(flattened.input());
        var path = expressions.emit(flattened.path());
        boolean whole = "".equals(ConstantText.constant(flattened.path()));
        return Wrapping.around(
                left,
                List.of(
                        (whole ? input : "sf_get(" + input + ", " + path + ")") + " AS \"in\"",
                        input + " AS \"source\"",
                        path + " AS \"path\""),
                name);
    }

    /**
     * Beside it the elements as DuckDB's reader gives them, if all of them are the text that is stored: its numbers may have
     * lost digits, and what is no JSON to it are dates and SQL NULLs. An empty array is left to the records, which know OUTER.
     */
    private static FromText listed(FromText input, String name) {
        var kept = List.of("\"in\"", "\"source\"", "\"path\"");
        var list = "CASE WHEN starts_with(\"in\", '[') THEN TRY(from_json(\"in\", '[\"JSON\"]')) END AS \"list\"";
        var plain =
                "CASE WHEN \"in\" <> '[]' AND '[' || array_to_string(\"list\", ',') || ']' = \"in\" THEN CAST(\"list\" AS VARCHAR[]) END"
                        + " AS \"plain\"";
        return Wrapping.around(Wrapping.around(input, with(kept, list), name), with(kept, plain), name);
    }

    private static List<String> with(List<String> items, String another) {
        List<String> all = new ArrayList<>(items);
        all.add(another);
        return all;
    }

    private String records(TypedRelation.Flattened flattened, boolean keepsAll) {
        var expressions = expressions(null);
        var records = "string_split(sf_flatten(\"source\", \"path\", " + expressions.emit(flattened.recursive()) + ", "
                + expressions.emit(flattened.mode()) + "), chr(30))";
        var outerText = keepsAll ? "TRUE" : expressions.emit(flattened.outer());
        return outerText.equals("false")
                ? records
                : "CASE WHEN " + outerText + " THEN COALESCE(" + records + ", [NULL]) ELSE " + records + " END";
    }

    static boolean isFalse(TypedExpression expression) {
        return expression instanceof TypedExpression.Value value
                && "false".equals(value.constant().text());
    }

    /** The path of a row: of one that OUTER adds, the path to what has no elements. */
    private static String pathOf(String name, boolean keepsAll) {
        var path = "string_split(" + name + ".\"record\", chr(31))[4]";
        return keepsAll
                ? path
                : "COALESCE(" + path + ", CASE WHEN " + name + ".\"this\" IS NOT NULL THEN " + name + ".\"path\" END)";
    }

    private static String flattenColumn(String name, int place, boolean recursive, boolean keepsAll) {
        var field = "string_split(" + name + ".\"record\", chr(31))[";
        return switch (place) {
            case SEQ -> "CAST(" + name + ".\"seq\" AS DECIMAL(38,0))";
            case KEY -> "CASE WHEN starts_with(" + name + ".\"record\", 'k') THEN " + field + "2] END";
            case INDEX -> "CAST(NULLIF(" + field + "3], '') AS DECIMAL(38,0))";
            case PATH -> pathOf(name, keepsAll);
            case VALUE -> "NULLIF(" + field + "5], 'undefined')";
            default -> recursive ? field + "6]" : name + ".\"this\"";
        };
    }

    private static String plainColumn(String name, int place, boolean keepsAll) {
        var field = "string_split(" + name + ".\"record\", chr(31))[";
        var isPlain = name + ".\"element\" IS NOT NULL";
        var at = "CAST(" + name + ".\"at\" AS BIGINT)";
        return switch (place) {
            case PATH ->
                "CASE WHEN " + isPlain + " THEN " + name + ".\"path\" || '[' || " + at + " || ']' ELSE "
                        + pathOf(name, keepsAll) + " END";
            case INDEX -> "CAST(COALESCE(" + at + ", CAST(NULLIF(" + field + "3], '') AS BIGINT)) AS DECIMAL(38,0))";
            case VALUE -> "COALESCE(" + name + ".\"element\", NULLIF(" + field + "5], 'undefined'))";
            case PLAIN -> "(" + isPlain + ")";
            default -> flattenColumn(name, place, false, keepsAll);
        };
    }

    FromText split(TypedRelation.Split split, @Nullable FromText left) {
        var expressions = expressions(left);
        var list = "string_split(" + expressions.emit(split.text()) + ", " + expressions.emit(split.separator()) + ")";
        var extra = List.of(
                "unnest(" + list + ") AS \"value\"",
                "generate_subscripts(" + list + ", 1) AS \"index\"",
                "row_number() OVER () AS \"seq\"");
        var name = Sql.name(split.alias() + "#" + split.number());
        var result = wrapped(left, extra, name, new Width(split.number(), SPLIT_COLUMNS));
        result.addresses().put(split.number(), place -> switch (place) {
            case 0 -> "CAST(" + name + ".\"seq\" AS DECIMAL(38,0))";
            case 1 -> "CAST(" + name + ".\"index\" AS DECIMAL(38,0))";
            default -> name + ".\"value\"";
        });
        return result;
    }

    private ExpressionEmitter expressions(@Nullable FromText left) {
        var visible = outer.copy();
        if (left != null) {
            visible.putAll(left.addresses());
        }
        return new ExpressionEmitter(emission, visible, reads);
    }

    private static FromText wrapped(@Nullable FromText left, List<String> extra, String name, Width width) {
        var wrapped = Wrapping.around(left, extra, name);
        return wrapped.with(width);
    }
}
