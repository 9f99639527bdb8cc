package dev.inverterflow.snowflake.local.analysis;

import dev.inverterflow.snowflake.local.analysis.Environment.CommonTable;
import dev.inverterflow.snowflake.local.analysis.tree.ResultColumn;
import dev.inverterflow.snowflake.local.analysis.tree.TypedExpression;
import dev.inverterflow.snowflake.local.analysis.tree.TypedQuery;
import dev.inverterflow.snowflake.local.analysis.tree.TypedQuery.OrderKey;
import dev.inverterflow.snowflake.local.ast.Expression;
import dev.inverterflow.snowflake.local.ast.Identifier;
import dev.inverterflow.snowflake.local.ast.Literal.NumberLiteral;
import dev.inverterflow.snowflake.local.ast.OrderItem;
import dev.inverterflow.snowflake.local.ast.Query;
import dev.inverterflow.snowflake.local.ast.QueryBody;
import dev.inverterflow.snowflake.local.ast.QueryBody.SetOperation;
import dev.inverterflow.snowflake.local.ast.Reference;
import dev.inverterflow.snowflake.local.ast.Reference.ColumnReference;
import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.function.TypeRules;
import dev.inverterflow.snowflake.local.type.SnowflakeType;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Whole queries: WITH, set operations, ORDER BY, LIMIT. */
final class QueryAnalyzer {
    private final Environment environment;
    private final @Nullable Scope outer;

    QueryAnalyzer(Environment environment, @Nullable Scope outer) {
        this.environment = environment;
        this.outer = outer;
    }

    TypedQuery query(Query query) {
        var inside = environment;
        List<TypedQuery.CommonTable> with = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (var table : query.with()) {
            if (!names.add(table.name().name())) {
                throw AnalysisErrors.duplicateAlias(table.name().name());
            }
            var typed = new QueryAnalyzer(inside, outer).commonTable(table);
            with.add(typed);
            inside = inside.with(table.name().name(), new CommonTable(typed.duckName(), typed.columns()));
        }
        return new QueryAnalyzer(inside, outer).afterWith(query, with);
    }

    private TypedQuery.CommonTable commonTable(Query.CommonTable table) {
        var name = table.name().name();
        var duckName = name + "#" + environment.shared().nextCommonTable();
        if (table.query().body() instanceof SetOperation operation
                && table.query().with().isEmpty()) {
            var anchor = new QueryAnalyzer(environment, outer).anchor(operation, name);
            if (anchor != null) {
                var columns = widened(renamed(anchor.columns(), table.columns()));
                var seen = environment.with(name, new CommonTable(duckName, columns));
                var whole = new QueryAnalyzer(seen, outer).recursive(operation, columns);
                return new TypedQuery.CommonTable(duckName, columns, whole, true);
            }
        }
        var query = query(table.query());
        return new TypedQuery.CommonTable(duckName, renamed(query.columns(), table.columns()), query, false);
    }

    /** The left side of a set operation whose right side reads the table being defined; null if none does. */
    private @Nullable TypedQuery anchor(SetOperation operation, String name) {
        return SelfReference.in(operation.right(), name) ? body(operation.left()) : null;
    }

    /** Room for what the recursion adds: as many digits as there are, and text of any length. */
    private static List<ResultColumn> widened(List<ResultColumn> columns) {
        return columns.stream()
                .map(column -> new ResultColumn(column.label(), column.duckName(), widened(column.type()), true))
                .toList();
    }

    private static SnowflakeType widened(SnowflakeType type) {
        return switch (type.kind()) {
            case FIXED -> SnowflakeType.number(SnowflakeType.MAX_PRECISION, type.scale());
            case TEXT, NULL -> SnowflakeType.VARCHAR;
            default -> type;
        };
    }

    private TypedQuery recursive(SetOperation operation, List<ResultColumn> columns) {
        var types = columns.stream().map(ResultColumn::type).toList();
        var left = body(operation.left());
        var right = body(operation.right());
        if (right.columns().size() != columns.size()) {
            throw AnalysisErrors.differingColumnCounts(
                    columns.size(), right.columns().size());
        }
        var whole = new TypedQuery.SetOperation(
                operation.operator(),
                QueryColumns.converted(environment, left, types),
                QueryColumns.converted(environment, right, types),
                columns);
        return new TypedQuery(List.of(), whole, List.of(), null, null);
    }

    private static List<ResultColumn> renamed(List<ResultColumn> columns, List<Identifier> names) {
        if (names.isEmpty()) {
            return columns;
        }
        if (names.size() != columns.size()) {
            throw AnalysisErrors.aliasCount(columns.size(), names.size());
        }
        List<ResultColumn> renamed = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            var column = columns.get(i);
            renamed.add(new ResultColumn(names.get(i).name(), column.duckName(), column.type(), column.nullable()));
        }
        return renamed;
    }

    private TypedQuery afterWith(Query query, List<TypedQuery.CommonTable> with) {
        var limit = query.limit();
        @Nullable TypedExpression count = limit == null ? null : constant(limit.count());
        @Nullable TypedExpression offset = limit == null ? null : constant(limit.offset());
        if (query.body() instanceof QueryBody.Select select) {
            var analyzer = new SelectAnalyzer(environment, outer, select);
            var typed = analyzer.select();
            var order =
                    analyzer.order(everyColumn(query.orderBy(), typed.columns().size()));
            return new TypedQuery(with, typed, order, count == null ? analyzer.top() : count, offset);
        }
        var typed = bodyOf(query.body());
        var order = everyColumn(query.orderBy(), typed.columns().size()).stream()
                .map(item -> orderOfResult(item, typed.columns()))
                .toList();
        return new TypedQuery(with, typed, order, count, offset);
    }

    /** ORDER BY ALL as an order by each column of the result, from the first. */
    private static List<OrderItem> everyColumn(List<OrderItem> order, int width) {
        if (order.size() != 1 || !(order.get(0).expression() instanceof Reference.Star star)) {
            return order;
        }
        var all = order.get(0);
        return IntStream.rangeClosed(1, width)
                .mapToObj(place -> new OrderItem(
                        new NumberLiteral(String.valueOf(place), star.span()), all.direction(), all.nulls()))
                .toList();
    }

    private @Nullable TypedExpression constant(@Nullable Expression expression) {
        return expression == null ? null : new ExpressionAnalyzer(environment, Scope.empty()).analyze(expression);
    }

    private TypedQuery body(QueryBody body) {
        if (body instanceof QueryBody.Parenthesised parenthesised) {
            return query(parenthesised.query());
        }
        return new TypedQuery(List.of(), bodyOf(body), List.of(), null, null);
    }

    private TypedQuery.Body bodyOf(QueryBody body) {
        return body.accept(new QueryBody.Visitor<>() {
            @Override
            public TypedQuery.Body visitSelect(QueryBody.Select select) {
                return new SelectAnalyzer(environment, outer, select).select();
            }

            @Override
            public TypedQuery.Body visitSetOperation(SetOperation operation) {
                return setOperation(operation);
            }

            @Override
            public TypedQuery.Body visitParenthesised(QueryBody.Parenthesised parenthesised) {
                return new TypedQuery.Nested(query(parenthesised.query()));
            }
        });
    }

    private TypedQuery.Body setOperation(SetOperation operation) {
        var left = body(operation.left());
        var right = body(operation.right());
        if (UnionByName.isMeant(operation.operator())) {
            var union = new UnionByName(left, right);
            left = union.left(environment);
            right = union.right(environment);
        }
        int width = left.columns().size();
        if (right.columns().size() != width) {
            throw AnalysisErrors.differingColumnCounts(width, right.columns().size());
        }
        List<SnowflakeType> types = new ArrayList<>();
        List<ResultColumn> columns = new ArrayList<>();
        for (int i = 0; i < width; i++) {
            var a = left.columns().get(i);
            var b = right.columns().get(i);
            var type = TypeRules.common(List.of(a.type(), b.type()))
                    .orElseThrow(() -> AnalysisErrors.incompatibleTypes(
                            a.type(), b.type(), operation.span().position()));
            types.add(type);
            boolean nullable = a.nullable() || operation.operator().takesRightRows() && b.nullable();
            columns.add(new ResultColumn(a.label(), a.duckName(), type, nullable));
        }
        return new TypedQuery.SetOperation(
                operation.operator(),
                QueryColumns.converted(environment, left, types),
                QueryColumns.converted(environment, right, types),
                columns);
    }

    /** ORDER BY behind a set operation knows the columns of the result only. */
    private static OrderKey orderOfResult(OrderItem item, List<ResultColumn> columns) {
        int place = -1;
        if (item.expression() instanceof NumberLiteral literal) {
            place = position(literal, columns.size(), "Order by");
        } else if (item.expression() instanceof ColumnReference reference
                && reference.parts().size() == 1) {
            place = columns.stream()
                    .map(ResultColumn::label)
                    .toList()
                    .indexOf(reference.last().name());
            if (place < 0) {
                throw Errors.invalidIdentifier(
                        reference.last().display(),
                        reference.position().line(),
                        reference.position().column());
            }
        }
        if (place < 0) {
            throw AnalysisErrors.notInSelectList(item.expression().span().text().toUpperCase(Locale.ROOT));
        }
        var column = columns.get(place);
        return new OrderKey(
                place,
                CallAnalyzer.sortKey(
                        item, new TypedExpression.Column(0, place, column.label(), column.type(), column.nullable())));
    }

    /** The 0-based place that a position in ORDER BY or GROUP BY means. */
    static int position(NumberLiteral literal, int width, String clause) {
        if (!literal.text().chars().allMatch(Character::isDigit)) {
            return -1;
        }
        var position = new BigInteger(literal.text());
        if (position.signum() < 1 || position.compareTo(BigInteger.valueOf(width)) > 0) {
            throw AnalysisErrors.invalidPosition(clause, position);
        }
        return position.intValueExact() - 1;
    }
}
