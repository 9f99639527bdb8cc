package dev.inverterflow.snowflake.local.emission;

import dev.inverterflow.snowflake.local.analysis.tree.SortKey;
import dev.inverterflow.snowflake.local.analysis.tree.TypedExpression;
import dev.inverterflow.snowflake.local.analysis.tree.TypedRelation;
import dev.inverterflow.snowflake.local.emission.ExpressionEmitter.Emission;
import dev.inverterflow.snowflake.local.emission.RelationEmitter.FromText;
import dev.inverterflow.snowflake.local.emission.RelationEmitter.Width;
import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.function.Sql;
import dev.inverterflow.snowflake.local.function.UserFunctionRows;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * User-defined table functions. The rows to the left are numbered and gathered by partition; {@code sf_udtf} is called once
 * for each partition with the numbers and arguments of its rows, all as one JSON text, and gives rows that name by its
 * number the row they came of. What comes of a partition's end has no number: beside it the columns of the left are NULL,
 * but for those that the partition is made by (docs.snowflake.com/en/developer-guide/udf/java/udf-java-tabular-functions).
 */
final class TableCalls {
    private final Emission emission;
    private final Addresses outer;

    TableCalls(Emission emission, Addresses outer) {
        this.emission = emission;
        this.outer = outer;
    }

    FromText apply(TypedRelation.Applied applied, @Nullable FromText left, boolean keepsAll) {
        if (keepsAll) {
            throw Errors.notSupported("LEFT JOIN with a user-defined table function");
        }
        var visible = outer.copy();
        if (left != null) {
            visible.putAll(left.addresses());
        }
        var expressions = new ExpressionEmitter(emission, visible);
        var name = Sql.name(applied.alias() + "#" + applied.number());
        var gathered = Wrapping.around(left, extras(applied, expressions), "\"i\"");
        var sql = "(WITH \"in\" AS MATERIALIZED (SELECT * FROM " + gathered.sql()
                + "), \"out\" AS (SELECT *, row_number() OVER () AS \"place\" FROM ("
                + called(applied) + ")) SELECT " + items(applied, left)
                + " FROM \"out\" LEFT JOIN \"in\" ON \"in\".\"number\" = \"out\".\"rec\"[1]"
                + " ORDER BY \"out\".\"place\") AS " + name;
        return result(sql, applied, left, name);
    }

    private static FromText result(String sql, TypedRelation.Applied applied, @Nullable FromText left, String name) {
        var addresses = new Addresses();
        List<Width> widths = new ArrayList<>();
        if (left != null) {
            widths.addAll(left.widths());
            for (var width : left.widths()) {
                addresses.put(
                        width.relation(), place -> name + "." + Sql.name(Wrapping.carried(width.relation(), place)));
            }
            addresses.paths(left.addresses());
        }
        addresses.put(
                applied.number(),
                place -> UserFunctionRows.value(
                        name + ".\"rec\"[" + (place + 2) + "]",
                        applied.columns().get(place)));
        widths.add(new Width(applied.number(), applied.columns().size()));
        return new FromText(sql, addresses, widths);
    }

    private static List<String> extras(TypedRelation.Applied applied, ExpressionEmitter expressions) {
        List<String> texts = new ArrayList<>();
        for (TypedExpression argument : applied.arguments()) {
            texts.add(UserFunctionRows.text(expressions.emit(argument), argument.type()));
        }
        List<String> extras = new ArrayList<>();
        extras.add("CAST(row_number() OVER () AS VARCHAR) AS \"number\"");
        extras.add("CAST([" + String.join(", ", texts) + "] AS VARCHAR[]) AS \"args\"");
        for (int i = 0; i < applied.partition().size(); i++) {
            extras.add(expressions.emit(applied.partition().get(i)) + " AS \"p" + i + "\"");
        }
        for (int i = 0; i < applied.order().size(); i++) {
            extras.add(expressions.emit(applied.order().get(i).expression()) + " AS \"o" + i + "\"");
        }
        return extras;
    }

    private static String called(TypedRelation.Applied applied) {
        List<String> keys = new ArrayList<>();
        for (int i = 0; i < applied.partition().size(); i++) {
            keys.add("\"p" + i + "\"");
        }
        var rows = "list(list_concat([\"number\"], \"args\") ORDER BY " + order(applied.order()) + ")";
        var call = "sf_udtf(" + Sql.literal(applied.engineKey()) + ", CAST(to_json(" + rows + ") AS VARCHAR))";
        var items = "unnest(from_json(" + call + ", '[[\"VARCHAR\"]]')) AS \"rec\"";
        return keys.isEmpty()
                ? "SELECT " + items + " FROM \"in\""
                : "SELECT " + items + ", " + String.join(", ", keys) + " FROM \"in\" GROUP BY "
                        + String.join(", ", keys);
    }

    private static String order(List<SortKey> keys) {
        List<String> items = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            items.add("\"o" + i + "\"" + ExpressionEmitter.direction(keys.get(i)));
        }
        items.add("CAST(\"number\" AS BIGINT)");
        return String.join(", ", items);
    }

    private static String items(TypedRelation.Applied applied, @Nullable FromText left) {
        List<String> items = new ArrayList<>();
        items.add("\"out\".\"rec\"");
        if (left != null) {
            for (var width : left.widths()) {
                for (int place : width.places()) {
                    var carried = Sql.name(Wrapping.carried(width.relation(), place));
                    items.add(source(applied, width.relation(), place, carried) + " AS " + carried);
                }
            }
        }
        return String.join(", ", items);
    }

    private static String source(TypedRelation.Applied applied, int relation, int place, String carried) {
        for (int i = 0; i < applied.partition().size(); i++) {
            if (applied.partition().get(i) instanceof TypedExpression.Column column
                    && column.relation() == relation
                    && column.column() == place) {
                return "\"out\".\"p" + i + "\"";
            }
        }
        return "\"in\"." + carried;
    }
}
