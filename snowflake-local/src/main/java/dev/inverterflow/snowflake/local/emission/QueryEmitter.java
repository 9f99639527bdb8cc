package dev.inverterflow.snowflake.local.emission;

import static java.util.stream.Collectors.joining;

import dev.inverterflow.snowflake.local.analysis.tree.ResultColumn;
import dev.inverterflow.snowflake.local.analysis.tree.TypedExpression;
import dev.inverterflow.snowflake.local.analysis.tree.TypedQuery;
import dev.inverterflow.snowflake.local.analysis.tree.TypedQuery.GroupElement;
import dev.inverterflow.snowflake.local.analysis.tree.TypedQuery.OrderKey;
import dev.inverterflow.snowflake.local.ast.GroupBy.ElementKind;
import dev.inverterflow.snowflake.local.ast.QueryBody.SetOperator;
import dev.inverterflow.snowflake.local.emission.ExpressionEmitter.Emission;
import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.function.CollationKey;
import dev.inverterflow.snowflake.local.function.Sql;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
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
        if (table.recursive()
                && CollatedText.isIn(table.columns())
                && table.query().body() instanceof TypedQuery.SetOperation operation
                && operation.operator() == SetOperator.UNION) {
            throw Errors.notSupported("a recursive UNION of texts with a collation; use UNION ALL");
        }
        return Sql.name(table.duckName()) + names(table) + " AS (" + query(table.query()) + ")";
    }

    /** Left out where the items of a SELECT have the same names anyway: DuckDB's parser takes its time for each. */
    private static String names(TypedQuery.CommonTable table) {
        var columns = duckNames(table.columns());
        boolean same = !table.recursive()
                && table.query().body() instanceof TypedQuery.Select select
                && duckNames(select.columns()).equals(columns);
        return same ? "" : columns.stream().map(Sql::name).collect(joining(", ", "(", ")"));
    }

    private static List<String> duckNames(List<ResultColumn> columns) {
        return columns.stream().map(ResultColumn::duckName).toList();
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
                reads = FieldReads.of(select, from, order, outer, emission);
                var plain = from.accept(new RelationEmitter(emission, outer, reads));
                var relation = reads.read(plain, emission, outer);
                addresses.putAll(relation.addresses());
                fromText = " FROM " + relation.sql();
            }
            var rows = new ExpressionEmitter(emission, addresses, reads).beside(keys(select));
            var expressions = rows.grouped(collatedKeys(select));
            List<String> items = new ArrayList<>();
            for (int i = 0; i < select.items().size(); i++) {
                items.add(item(select.items().get(i), select.columns().get(i), expressions));
            }
            var written = from == null ? items : CommonStars.of(items, from);
            return "SELECT " + distinct(select, expressions) + String.join(", ", written) + fromText
                    + clause(" WHERE ", select.where(), new ExpressionEmitter(emission, addresses))
                    + groups(select, rows)
                    + clause(" HAVING ", select.having(), expressions)
                    + clause(" QUALIFY ", select.qualify(), expressions)
                    + order(expressions);
        }

        /** A column that has the name already gets no other. */
        private static String item(TypedExpression item, ResultColumn column, ExpressionEmitter expressions) {
            var sql = expressions.emit(item);
            var name = Sql.name(column.duckName());
            boolean named =
                    item instanceof TypedExpression.Column && sql.startsWith("\"") && sql.endsWith("\"." + name);
            return named ? sql : sql + " AS " + name;
        }

        /** Rows are equal if their texts are by their collations; any of them stays. */
        private String distinct(TypedQuery.Select select, ExpressionEmitter expressions) {
            if (!select.distinct()) {
                return "";
            }
            return CollatedText.isIn(select.columns())
                    ? "DISTINCT ON (" + expressions.orderings(select.items()) + ") "
                    : "DISTINCT ";
        }

        private static List<TypedExpression> keys(TypedQuery.Select select) {
            var groups = select.groups();
            return groups == null
                    ? List.of()
                    : groups.elements().stream()
                            .flatMap(element -> element.sets().stream())
                            .flatMap(List::stream)
                            .toList();
        }

        private Set<TypedExpression> collatedKeys(TypedQuery.Select select) {
            var groups = select.groups();
            if (groups == null) {
                return Set.of();
            }
            Set<TypedExpression> keys = new HashSet<>();
            for (var element : groups.elements()) {
                for (var set : element.sets()) {
                    set.stream().filter(key -> CollationKey.needed(key.type())).forEach(keys::add);
                }
                if (element.kind() != ElementKind.KEY && !keys.isEmpty()) {
                    throw Errors.notSupported(element.kind() + " with texts that have a collation");
                }
            }
            return keys;
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
                case KEY -> expressions.ordering(element.sets().get(0).get(0));
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
            if (place != null
                    && expressions == null
                    && OrderText.isNeeded(key.key().expression().type())) {
                throw new IllegalStateException("an order by a key over a whole result");
            }
            if (place != null && !OrderText.isNeeded(key.key().expression().type())) {
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
            if (CollatedText.isIn(operation.columns()) && !keyword.endsWith(" ALL")) {
                return around(combined(operation, keyword), operation.columns());
            }
            var plain = side(operation.left()) + " " + keyword + " " + side(operation.right());
            return keyedOrder() ? around(plain, operation.columns()) : plain + order(null);
        }

        /** Rows of both sides, each once by the collations. */
        private String combined(TypedQuery.SetOperation operation, String keyword) {
            if (!keyword.equals("UNION")) {
                throw Errors.notSupported(keyword + " of texts with a collation");
            }
            var keys = CollatedText.orderings(operation.columns());
            return "SELECT DISTINCT ON (" + keys + ") * FROM (" + side(operation.left()) + " UNION ALL "
                    + side(operation.right()) + ") AS \"n\"";
        }

        private boolean keyedOrder() {
            return order.stream()
                    .anyMatch(key -> OrderText.isNeeded(key.key().expression().type()));
        }

        /** The whole result in its order. */
        private String around(String query, List<ResultColumn> columns) {
            if (order.isEmpty()) {
                return query;
            }
            var keys = order.stream()
                    .map(key -> ordering(columns.get(Objects.requireNonNull(key.place(), "place")))
                            + ExpressionEmitter.direction(key.key()))
                    .collect(joining(", "));
            return "SELECT * FROM (" + query + ") AS \"n\" ORDER BY " + keys;
        }

        private static String ordering(ResultColumn column) {
            return OrderText.of("\"n\"." + Sql.name(column.duckName()), column.type());
        }

        private String side(TypedQuery query) {
            return "(" + query(query) + ")";
        }

        @Override
        public String visitNested(TypedQuery.Nested nested) {
            var inner = query(nested.query());
            if (keyedOrder()) {
                return around(inner, nested.columns());
            }
            return order.isEmpty() ? "(" + inner + ")" : "SELECT * FROM (" + inner + ") AS \"n\"" + order(null);
        }
    }
}
