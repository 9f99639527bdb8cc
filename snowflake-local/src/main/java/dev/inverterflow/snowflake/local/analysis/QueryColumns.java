package dev.inverterflow.snowflake.local.analysis;

import dev.inverterflow.snowflake.local.analysis.tree.ResultColumn;
import dev.inverterflow.snowflake.local.analysis.tree.TypedExpression;
import dev.inverterflow.snowflake.local.analysis.tree.TypedQuery;
import dev.inverterflow.snowflake.local.analysis.tree.TypedRelation;
import dev.inverterflow.snowflake.local.type.SnowflakeType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The columns of queries: their names in DuckDB, and queries around queries that change their types. */
final class QueryColumns {
    private QueryColumns() {}

    /** Columns for labels; DuckDB cannot tell names apart that differ in case only, so those get a number. */
    static List<ResultColumn> named(List<String> labels, List<TypedExpression> items) {
        Set<String> taken = new HashSet<>();
        List<ResultColumn> columns = new ArrayList<>();
        for (int i = 0; i < labels.size(); i++) {
            var item = items.get(i);
            columns.add(new ResultColumn(labels.get(i), free(labels.get(i), taken), item.type(), item.nullable()));
        }
        return columns;
    }

    private static String free(String label, Set<String> taken) {
        var candidate = label.isEmpty() ? "_" : label;
        for (int i = 2; !taken.add(candidate.toUpperCase(Locale.ROOT)); i++) {
            candidate = label + "_" + i;
        }
        return candidate;
    }

    /** The query with columns of these labels, in this order; those that it does not have are NULL. */
    static TypedQuery arranged(Environment environment, TypedQuery query, List<String> labels) {
        int relation = environment.shared().nextRelation();
        var own = query.columns().stream().map(ResultColumn::label).toList();
        List<TypedExpression> items = new ArrayList<>();
        for (var label : labels) {
            int place = own.indexOf(label);
            items.add(place < 0 ? Literals.nothing() : column(relation, place, query));
        }
        return around(query, relation, labels, items);
    }

    private static TypedExpression column(int relation, int place, TypedQuery query) {
        var column = query.columns().get(place);
        return new TypedExpression.Column(relation, place, column.label(), column.type(), column.nullable());
    }

    /** The query with its columns converted; itself if they have the types already. */
    static TypedQuery converted(Environment environment, TypedQuery query, List<SnowflakeType> types) {
        int relation = environment.shared().nextRelation();
        List<TypedExpression> items = new ArrayList<>();
        List<String> labels = new ArrayList<>();
        boolean changed = false;
        for (int i = 0; i < types.size(); i++) {
            var column = query.columns().get(i);
            var item = Coercion.to(column(relation, i, query), types.get(i));
            changed |= !(item instanceof TypedExpression.Column);
            items.add(item);
            labels.add(column.label());
        }
        return changed ? around(query, relation, labels, items) : query;
    }

    private static TypedQuery around(TypedQuery query, int relation, List<String> labels, List<TypedExpression> items) {
        var select = new TypedQuery.Select(
                false,
                named(labels, items),
                items,
                new TypedRelation.Derived(relation, "q", query, false),
                null,
                null,
                null,
                null);
        return new TypedQuery(List.of(), select, List.of(), null, null);
    }
}
