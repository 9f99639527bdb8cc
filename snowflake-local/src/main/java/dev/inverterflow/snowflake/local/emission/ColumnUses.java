package dev.inverterflow.snowflake.local.emission;

import dev.inverterflow.snowflake.local.analysis.TypedTrees;
import dev.inverterflow.snowflake.local.analysis.tree.SortKey;
import dev.inverterflow.snowflake.local.analysis.tree.TypedExpression;
import dev.inverterflow.snowflake.local.analysis.tree.TypedQuery;
import dev.inverterflow.snowflake.local.analysis.tree.TypedQuery.OrderKey;
import dev.inverterflow.snowflake.local.analysis.tree.TypedRelation;
import dev.inverterflow.snowflake.local.type.TypeKind;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where a SELECT, its ORDER BY and all subqueries in it read columns, and what they do with what is at constant paths. */
final class ColumnUses {
    /** Kinds that JSON null and SQL NULL become the same of. */
    private static final Set<TypeKind> WITHOUT_JSON_NULL =
            EnumSet.of(TypeKind.TEXT, TypeKind.FIXED, TypeKind.REAL, TypeKind.BOOLEAN);

    /** A column of a relation. */
    record Place(int relation, int column) {
        static Place of(TypedExpression.Column column) {
            return new Place(column.relation(), column.column());
        }
    }

    /** What a value is read for. */
    enum Use {
        /** As it is. */
        VALUE,
        /** As text of any length. */
        TEXT,
        /** As something else that is SQL NULL for JSON null. */
        CONVERTED,
        /** As the input of a FLATTEN. */
        FLATTENED
    }

    private final Map<Place, Map<String, List<Use>>> uses = new HashMap<>();
    private final Map<Integer, BitSet> columns = new HashMap<>();

    private ColumnUses() {}

    static ColumnUses of(TypedQuery.Select select, List<OrderKey> order) {
        var result = new ColumnUses();
        result.select(select);
        result.order(order);
        return result;
    }

    /** Only those in expressions themselves. */
    static ColumnUses of(List<TypedExpression> expressions) {
        var result = new ColumnUses();
        expressions.forEach(expression -> result.expression(expression, Use.VALUE));
        return result;
    }

    /** The uses of a column by path, the empty one for the column itself. */
    Map<String, List<Use>> of(Place place) {
        return uses.getOrDefault(place, Map.of());
    }

    /** The columns of a relation that are read. */
    BitSet columns(int relation) {
        return columns.getOrDefault(relation, new BitSet());
    }

    private void add(ConstantPath path, Use use) {
        var place = path.place();
        columns.computeIfAbsent(place.relation(), key -> new BitSet()).set(place.column());
        uses.computeIfAbsent(place, key -> new LinkedHashMap<>())
                .computeIfAbsent(path.path(), key -> new ArrayList<>())
                .add(use);
    }

    private void expression(@Nullable TypedExpression expression, Use use) {
        if (expression == null) {
            return;
        }
        var path = ConstantPath.orColumn(expression);
        if (path != null) {
            add(path, use);
        } else if (expression instanceof TypedExpression.Conversion conversion) {
            expression(conversion.operand(), of(conversion));
        } else {
            all(TypedTrees.children(expression));
            subquery(expression);
        }
    }

    private static Use of(TypedExpression.Conversion conversion) {
        if (ConstantPath.isText(conversion)) {
            return Use.TEXT;
        }
        return conversion.operand().type().is(TypeKind.VARIANT)
                        && WITHOUT_JSON_NULL.contains(conversion.type().kind())
                ? Use.CONVERTED
                : Use.VALUE;
    }

    private void all(List<TypedExpression> expressions) {
        expressions.forEach(expression -> expression(expression, Use.VALUE));
    }

    private void subquery(TypedExpression expression) {
        if (expression instanceof TypedExpression.Scalar scalar) {
            query(scalar.query());
        } else if (expression instanceof TypedExpression.Existence existence) {
            query(existence.query());
        } else if (expression instanceof TypedExpression.InRows in) {
            query(in.query());
        }
    }

    private void query(TypedQuery query) {
        query.with().forEach(table -> query(table.query()));
        body(query.body());
        order(query.order());
        expression(query.limit(), Use.VALUE);
        expression(query.offset(), Use.VALUE);
    }

    private void body(TypedQuery.Body body) {
        if (body instanceof TypedQuery.Select select) {
            select(select);
        } else if (body instanceof TypedQuery.SetOperation operation) {
            query(operation.left());
            query(operation.right());
        } else if (body instanceof TypedQuery.Nested nested) {
            query(nested.query());
        }
    }

    private void order(List<OrderKey> order) {
        order.forEach(key -> expression(key.key().expression(), Use.VALUE));
    }

    private void select(TypedQuery.Select select) {
        all(select.items());
        expression(select.where(), Use.VALUE);
        expression(select.having(), Use.VALUE);
        expression(select.qualify(), Use.VALUE);
        var groups = select.groups();
        if (groups != null) {
            groups.elements().forEach(element -> element.sets().forEach(this::all));
        }
        if (select.from() != null) {
            relation(select.from());
        }
    }

    private void relation(TypedRelation relation) {
        if (relation instanceof TypedRelation.Joined joined) {
            relation(joined.left());
            relation(joined.right());
            expression(joined.condition(), Use.VALUE);
        } else if (relation instanceof TypedRelation.Flattened flattened) {
            expression(flattened.input(), Use.FLATTENED);
            all(List.of(flattened.path(), flattened.outer(), flattened.recursive(), flattened.mode()));
        } else if (relation instanceof TypedRelation.Derived derived) {
            query(derived.query());
        } else if (relation instanceof TypedRelation.Rows rows) {
            rows.rows().forEach(this::all);
        } else if (relation instanceof TypedRelation.Split split) {
            all(List.of(split.text(), split.separator()));
        } else if (relation instanceof TypedRelation.Sampled sampled) {
            relation(sampled.input());
        } else if (relation instanceof TypedRelation.Applied applied) {
            all(applied.arguments());
            all(applied.partition());
            all(applied.order().stream().map(SortKey::expression).toList());
        }
    }
}
