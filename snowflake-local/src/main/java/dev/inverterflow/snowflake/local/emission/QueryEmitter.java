package dev.inverterflow.snowflake.local.emission;

import static java.util.stream.Collectors.joining;

import dev.inverterflow.snowflake.local.analysis.tree.TypedExpression;
import dev.inverterflow.snowflake.local.analysis.tree.TypedQuery;
import dev.inverterflow.snowflake.local.analysis.tree.TypedQuery.GroupElement;
import dev.inverterflow.snowflake.local.analysis.tree.TypedQuery.OrderKey;
import dev.inverterflow.snowflake.local.emission.ExpressionEmitter.Emission;
import dev.inverterflow.snowflake.local.function.Sql;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes queries. */
final class QueryEmitter {
    private final Emission emission;
    private final Addresses outer;

    /**
     * An emitter for a query at some place.
     *
     * @param outer the columns in sight around the query
     */
    QueryEmitter(Emission emission, Addresses outer) {
        this.emission = emission;
        this.outer = outer;
    }

    String query(TypedQuery query) {
        return with(query) + query.body().accept(new BodyEmitter(query.order())) + limit(query);
    }

    private String with(TypedQuery query) {
        if (query.with().isEmpty()) {
            return "";
        }
        boolean recursive = query.with().stream().anyMatch(TypedQuery.CommonTable::recursive);
        return "WITH " + (recursive ? "RECURSIVE " : "")
                + query.with().stream().map(this::commonTable).collect(joining(", ")) + " ";
    }

    private String commonTable(TypedQuery.CommonTable table) {
        var columns = table.columns().stream()
                .map(column -> Sql.name(column.duckName()))
                .collect(joining(", "));
        return Sql.name(table.duckName()) + "(" + columns + ") AS (" + query(table.query()) + ")";
    }

    private String limit(TypedQuery query) {
        var text = "";
        if (query.limit() != null) {
            text += " LIMIT " + number(query.limit());
        }
        if (query.offset() != null) {
            text += " OFFSET " + number(query.offset());
        }
        return text;
    }

    private String number(TypedExpression expression) {
        return "CAST(" + new ExpressionEmitter(emission, outer).emit(expression) + " AS BIGINT)";
    }

    private final class BodyEmitter implements TypedQuery.Visitor<String> {
        private final List<OrderKey> order;

        private BodyEmitter(List<OrderKey> order) {
            this.order = order;
        }

        @Override
        public String visitSelect(TypedQuery.Select select) {
            var addresses = outer.copy();
            var from = select.from();
            var reads = FieldReads.none();
            var fromText = "";
            if (from != null) {
                reads = FieldReads.of(select.items(), from);
                var plain = from.accept(new RelationEmitter(emission, outer, reads));
                var relation = reads.read(plain, emission, outer);
                addresses.putAll(relation.addresses());
                fromText = " FROM " + relation.sql();
            }
            var expressions = new ExpressionEmitter(emission, addresses, reads);
            List<String> items = new ArrayList<>();
            for (int i = 0; i < select.items().size(); i++) {
                items.add(expressions.emit(select.items().get(i)) + " AS "
                        + Sql.name(select.columns().get(i).duckName()));
            }
            return "SELECT " + (select.distinct() ? "DISTINCT " : "") + String.join(", ", items) + fromText
                    + clause(" WHERE ", select.where(), new ExpressionEmitter(emission, addresses))
                    + groups(select, expressions)
                    + clause(" HAVING ", select.having(), expressions)
                    + clause(" QUALIFY ", select.qualify(), expressions)
                    + order(expressions);
        }

        private String clause(String keyword, @Nullable TypedExpression condition, ExpressionEmitter expressions) {
            return condition == null ? "" : keyword + expressions.emit(condition);
        }

        private String groups(TypedQuery.Select select, ExpressionEmitter expressions) {
            var groups = select.groups();
            if (groups == null || groups.elements().isEmpty()) {
                return "";
            }
            return " GROUP BY "
                    + groups.elements().stream()
                            .map(element -> element(element, expressions))
                            .collect(joining(", "));
        }

        private String element(GroupElement element, ExpressionEmitter expressions) {
            return switch (element.kind()) {
                case KEY -> expressions.emit(element.sets().get(0).get(0));
                case GROUPING_SETS -> "GROUPING SETS (" + sets(element, expressions) + ")";
                case ROLLUP -> "ROLLUP (" + sets(element, expressions) + ")";
                case CUBE -> "CUBE (" + sets(element, expressions) + ")";
            };
        }

        private String sets(GroupElement element, ExpressionEmitter expressions) {
            return element.sets().stream()
                    .map(set -> "(" + expressions.emitAll(set) + ")")
                    .collect(joining(", "));
        }

        private String order(@Nullable ExpressionEmitter expressions) {
            if (order.isEmpty()) {
                return "";
            }
            return " ORDER BY "
                    + order.stream().map(key -> key(key, expressions)).collect(joining(", "));
        }

        private String key(OrderKey key, @Nullable ExpressionEmitter expressions) {
            var place = key.place();
            if (place != null) {
                return (place + 1) + ExpressionEmitter.direction(key.key());
            }
            if (expressions == null) {
                throw new IllegalStateException("an order by something that is no column of the result");
            }
            return expressions.order(List.of(key.key()));
        }

        @Override
        public String visitSetOperation(TypedQuery.SetOperation operation) {
            var keyword = switch (operation.operator()) {
                case UNION, UNION_BY_NAME -> "UNION";
                case UNION_ALL, UNION_ALL_BY_NAME -> "UNION ALL";
                case INTERSECT -> "INTERSECT";
                case EXCEPT -> "EXCEPT";
            };
            return side(operation.left()) + " " + keyword + " " + side(operation.right()) + order(null);
        }

        private String side(TypedQuery query) {
            return "(" + query(query) + ")";
        }

        @Override
        public String visitNested(TypedQuery.Nested nested) {
            var inner = query(nested.query());
            return order.isEmpty() ? "(" + inner + ")" : "SELECT * FROM (" + inner + ") AS \"n\"" + order(null);
        }
    }
}
