package dev.inverterflow.snowflake.local.analysis;

import dev.inverterflow.snowflake.local.analysis.tree.TypedExpression;
import dev.inverterflow.snowflake.local.analysis.tree.TypedExpression.InItems;
import dev.inverterflow.snowflake.local.analysis.tree.TypedExpression.InRows;
import dev.inverterflow.snowflake.local.analysis.tree.TypedExpression.Junction;
import dev.inverterflow.snowflake.local.analysis.tree.TypedExpression.Negation;
import dev.inverterflow.snowflake.local.analysis.tree.TypedExpression.Quantifier;
import dev.inverterflow.snowflake.local.analysis.tree.TypedQuery;
import dev.inverterflow.snowflake.local.ast.BinaryOperator;
import dev.inverterflow.snowflake.local.ast.Expression;
import dev.inverterflow.snowflake.local.ast.Operation.RowValue;
import dev.inverterflow.snowflake.local.ast.Predicate;
import dev.inverterflow.snowflake.local.type.SnowflakeType;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** LIKE, BETWEEN, IN and their relatives. */
final class PredicateAnalyzer {
    private final ExpressionAnalyzer expressions;

    PredicateAnalyzer(ExpressionAnalyzer expressions) {
        this.expressions = expressions;
    }

    static TypedExpression negatedIf(boolean negated, TypedExpression condition) {
        return negated ? new Negation(condition) : condition;
    }

    /** LIKE ANY is an OR of LIKEs, LIKE ALL an AND. */
    TypedExpression like(Predicate.Like like) {
        var value = expressions.analyze(like.value());
        var operator = like.quantifier() == Predicate.Quantifier.ALL ? BinaryOperator.AND : BinaryOperator.OR;
        @Nullable TypedExpression result = null;
        for (var pattern : like.patterns()) {
            List<TypedExpression> arguments = new ArrayList<>(List.of(value, expressions.analyze(pattern)));
            if (like.escape() != null) {
                arguments.add(expressions.analyze(like.escape()));
            }
            var single = expressions.calls().call(like.operator().name(), arguments, like);
            result = result == null ? single : new Junction(operator, result, single);
        }
        return negatedIf(like.negated(), Objects.requireNonNull(result, "patterns"));
    }

    TypedExpression between(Predicate.Between between) {
        var operators = new OperatorAnalyzer(expressions);
        var value = expressions.analyze(between.value());
        var low =
                operators.compare(BinaryOperator.GREATER_OR_EQUAL, value, expressions.analyze(between.low()), between);
        var high = operators.compare(BinaryOperator.LESS_OR_EQUAL, value, expressions.analyze(between.high()), between);
        return negatedIf(between.negated(), new Junction(BinaryOperator.AND, low, high));
    }

    TypedExpression distinct(Predicate.IsDistinctFrom distinct) {
        var left = expressions.analyze(distinct.left());
        var right = expressions.analyze(distinct.right());
        var type = Coercion.comparable(List.of(left.type(), right.type()))
                .orElseThrow(() -> AnalysisErrors.incompatibleTypes(left.type(), right.type(), distinct.position()));
        var same = new TypedExpression.SameTest(Coercion.to(left, type), Coercion.to(right, type));
        return negatedIf(!distinct.negated(), same);
    }

    TypedExpression inList(Predicate.InList in) {
        var value = row(in.value());
        List<List<TypedExpression>> items = in.items().stream().map(this::row).toList();
        List<TypedExpression> left = new ArrayList<>();
        List<List<TypedExpression>> right = new ArrayList<>();
        items.forEach(item -> right.add(new ArrayList<>()));
        for (int column = 0; column < value.size(); column++) {
            var type = commonType(value, items, column, in);
            left.add(Coercion.to(value.get(column), type));
            for (int i = 0; i < items.size(); i++) {
                right.get(i).add(Coercion.to(items.get(i).get(column), type));
            }
        }
        return negatedIf(in.negated(), new InItems(left, right));
    }

    private static SnowflakeType commonType(
            List<TypedExpression> value, List<List<TypedExpression>> items, int column, Predicate.InList in) {
        List<SnowflakeType> types = new ArrayList<>(List.of(value.get(column).type()));
        for (var item : items) {
            if (item.size() != value.size()) {
                throw AnalysisErrors.valueCount(value.size(), item.size());
            }
            types.add(item.get(column).type());
        }
        types.forEach(type -> CollatedCalls.refuse("IN", type));
        return Coercion.comparable(types)
                .orElseThrow(() ->
                        AnalysisErrors.incompatibleTypes(types.get(0), types.get(types.size() - 1), in.position()));
    }

    private List<TypedExpression> row(Expression expression) {
        return expression instanceof RowValue row
                ? expressions.analyzeAll(row.items())
                : List.of(expressions.analyze(expression));
    }

    TypedExpression inQuery(Predicate.InQuery in) {
        var rows = rows(in.value(), expressions.subqueries().query(in.query()), in);
        return negatedIf(in.negated(), new InRows(rows.value(), BinaryOperator.EQUAL, Quantifier.ANY, rows.query()));
    }

    TypedExpression quantified(Predicate.QuantifiedComparison comparison) {
        var rows = rows(comparison.value(), expressions.subqueries().query(comparison.query()), comparison);
        var quantifier = comparison.quantifier() == Predicate.Quantifier.ALL ? Quantifier.ALL : Quantifier.ANY;
        return new InRows(rows.value(), comparison.operator(), quantifier, rows.query());
    }

    private record ComparedRows(List<TypedExpression> value, TypedQuery query) {}

    private ComparedRows rows(Expression written, TypedQuery query, Expression where) {
        var value = row(written);
        if (value.size() != query.columns().size()) {
            throw AnalysisErrors.notOneColumn(query.columns().size());
        }
        List<TypedExpression> converted = new ArrayList<>();
        List<SnowflakeType> types = new ArrayList<>();
        for (int i = 0; i < value.size(); i++) {
            var left = value.get(i);
            var right = query.columns().get(i).type();
            CollatedCalls.refuse("a comparison with the rows of a subquery", left.type());
            CollatedCalls.refuse("a comparison with the rows of a subquery", right);
            var type = Coercion.comparable(List.of(left.type(), right))
                    .orElseThrow(() -> AnalysisErrors.incompatibleTypes(left.type(), right, where.position()));
            types.add(type);
            converted.add(Coercion.to(left, type));
        }
        return new ComparedRows(converted, QueryColumns.converted(expressions.environment(), query, types));
    }
}
