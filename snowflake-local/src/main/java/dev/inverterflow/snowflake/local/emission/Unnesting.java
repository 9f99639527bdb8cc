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
import org.jspecify.annotations.Nullable;

/**
 * FLATTEN and SPLIT_TO_TABLE. They are written as unnest in the select list of a subquery over the relations to their
 * left, because that keeps the order of the elements, which a lateral join of DuckDB does not.
 */
final class Unnesting {
    private static final int SEQ = 0;
    private static final int KEY = 1;
    private static final int PATH = 2;
    private static final int INDEX = 3;
    private static final int VALUE = 4;

    private final Emission emission;
    private final Addresses outer;

    Unnesting(Emission emission, Addresses outer) {
        this.emission = emission;
        this.outer = outer;
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
        var expressions = expressions(left);
        var input = expressions.emit(flattened.input());
        var path = expressions.emit(flattened.path());
        boolean recursive = !isFalse(flattened.recursive());
        var records = "string_split(sf_flatten(" + input + ", " + path + ", " + expressions.emit(flattened.recursive())
                + ", " + expressions.emit(flattened.mode()) + "), chr(30))";
        var outerText = keepsAll ? "TRUE" : expressions.emit(flattened.outer());
        var list = outerText.equals("false")
                ? records
                : "CASE WHEN " + outerText + " THEN COALESCE(" + records + ", [NULL]) ELSE " + records + " END";
        List<String> extra = new ArrayList<>(List.of("unnest(" + list + ") AS \"record\""));
        if (flattened.used().get(SEQ)) {
            extra.add("row_number() OVER () AS \"seq\"");
        }
        if (!recursive) {
            extra.add("sf_get(" + input + ", " + path + ") AS \"this\"");
        }
        var name = Sql.name(flattened.alias() + "#" + flattened.number());
        var result = wrapped(left, extra, name, flattened.number(), TypedRelationWidths.FLATTEN);
        boolean counted = flattened.used().get(SEQ);
        result.addresses()
                .put(
                        flattened.number(),
                        place -> place == SEQ && !counted
                                ? "CAST(NULL AS DECIMAL(38,0))"
                                : flattenColumn(name, place, recursive));
        return result;
    }

    private static boolean isFalse(TypedExpression expression) {
        return expression instanceof TypedExpression.Value value
                && "false".equals(value.constant().text());
    }

    private static String flattenColumn(String name, int place, boolean recursive) {
        var field = "string_split(" + name + ".\"record\", chr(31))[";
        return switch (place) {
            case SEQ -> "CAST(" + name + ".\"seq\" AS DECIMAL(38,0))";
            case KEY -> "CASE WHEN starts_with(" + name + ".\"record\", 'k') THEN " + field + "2] END";
            case INDEX -> "CAST(NULLIF(" + field + "3], '') AS DECIMAL(38,0))";
            case PATH -> field + "4]";
            case VALUE -> "NULLIF(" + field + "5], 'undefined')";
            default -> recursive ? field + "6]" : name + ".\"this\"";
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
        var result = wrapped(left, extra, name, split.number(), TypedRelationWidths.SPLIT);
        result.addresses().put(split.number(), place -> switch (place) {
            case 0 -> "CAST(" + name + ".\"seq\" AS DECIMAL(38,0))";
            case 1 -> "CAST(" + name + ".\"index\" AS DECIMAL(38,0))";
            default -> name + ".\"value\"";
        });
        return result;
    }

    /** How many columns the functions have. */
    private static final class TypedRelationWidths {
        static final int FLATTEN = 6;
        static final int SPLIT = 3;
    }

    private ExpressionEmitter expressions(@Nullable FromText left) {
        var visible = outer.copy();
        if (left != null) {
            visible.putAll(left.addresses());
        }
        return new ExpressionEmitter(emission, visible);
    }

    private static FromText wrapped(@Nullable FromText left, List<String> extra, String name, int number, int width) {
        var wrapped = Wrapping.around(left, extra, name);
        List<Width> widths = new ArrayList<>(wrapped.widths());
        widths.add(new Width(number, width));
        return new FromText(wrapped.sql(), wrapped.addresses(), widths);
    }
}
