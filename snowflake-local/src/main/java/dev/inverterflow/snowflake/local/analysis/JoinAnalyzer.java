package dev.inverterflow.snowflake.local.analysis;

import dev.inverterflow.snowflake.local.analysis.RelationAnalyzer.Found;
import dev.inverterflow.snowflake.local.analysis.Scope.Item;
import dev.inverterflow.snowflake.local.analysis.Scope.Reach;
import dev.inverterflow.snowflake.local.analysis.Scope.ScopeColumn;
import dev.inverterflow.snowflake.local.analysis.tree.TypedExpression;
import dev.inverterflow.snowflake.local.analysis.tree.TypedExpression.Junction;
import dev.inverterflow.snowflake.local.analysis.tree.TypedRelation;
import dev.inverterflow.snowflake.local.ast.BinaryOperator;
import dev.inverterflow.snowflake.local.ast.Expression;
import dev.inverterflow.snowflake.local.ast.Identifier;
import dev.inverterflow.snowflake.local.ast.JoinCondition;
import dev.inverterflow.snowflake.local.ast.Reference.ColumnReference;
import dev.inverterflow.snowflake.local.ast.Relation.Join;
import dev.inverterflow.snowflake.local.ast.Relation.JoinKind;
import dev.inverterflow.snowflake.local.error.Errors;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Joins: their conditions and what becomes of the columns of both sides. */
final class JoinAnalyzer {
    private final Environment environment;
    private final @Nullable Scope outer;

    JoinAnalyzer(Environment environment, @Nullable Scope outer) {
        this.environment = environment;
        this.outer = outer;
    }

    Found join(Join join, Found left, Found right) {
        var condition = join.condition();
        if (condition == null) {
            return joined(join, left, right, null, Set.of());
        }
        return condition.accept(new JoinCondition.Visitor<>() {
            @Override
            public Found visitOn(JoinCondition.On on) {
                return joined(join, left, right, on(on.condition(), left, right), Set.of());
            }

            @Override
            public Found visitUsing(JoinCondition.Using using) {
                return using(join, left, right, using.columns());
            }

            @Override
            public Found visitNatural(JoinCondition.Natural natural) {
                return using(join, left, right, commonColumns(left, right));
            }
        });
    }

    private TypedExpression on(Expression condition, Found left, Found right) {
        List<Item> items = new ArrayList<>(left.items());
        items.addAll(right.items());
        return new ExpressionAnalyzer(environment, new Scope(outer, items)).condition(condition);
    }

    private static List<Identifier> commonColumns(Found left, Found right) {
        var names = right.items().stream()
                .flatMap(item -> item.columns().stream())
                .map(ScopeColumn::name)
                .collect(Collectors.toSet());
        return left.items().stream()
                .flatMap(item -> item.columns().stream())
                .map(ScopeColumn::name)
                .filter(names::contains)
                .map(Identifier::of)
                .toList();
    }

    private Found using(Join join, Found left, Found right, List<Identifier> columns) {
        @Nullable TypedExpression condition = null;
        for (var column : columns) {
            var equal = new OperatorAnalyzer(new ExpressionAnalyzer(environment, Scope.empty()))
                    .equal(side(column, left), side(column, right), written(column));
            condition = condition == null ? equal : new Junction(BinaryOperator.AND, condition, equal);
        }
        var names = columns.stream().map(Identifier::name).collect(Collectors.toSet());
        var on = Objects.requireNonNullElse(condition, Literals.bool(true));
        return join.kind() == JoinKind.FULL
                ? full(join, left, right, columns, on)
                : joined(join, left, right, on, names);
    }

    /** Either side may lack the row, so a common column is what the other has. */
    private Found full(Join join, Found left, Found right, List<Identifier> columns, TypedExpression condition) {
        var expressions = new ExpressionAnalyzer(environment, Scope.empty());
        List<ScopeColumn> merged = new ArrayList<>();
        for (var column : columns) {
            var value = expressions
                    .calls()
                    .call("COALESCE", List.of(side(column, left), side(column, right)), written(column));
            merged.add(new ScopeColumn(column.name(), value.type(), true, Reach.LISTED, value));
        }
        var names = columns.stream().map(Identifier::name).collect(Collectors.toSet());
        List<Item> items = new ArrayList<>();
        items.add(new Item(environment.shared().nextRelation(), null, null, merged, null));
        left.items().forEach(item -> items.add(adjusted(item, true, names)));
        right.items().forEach(item -> items.add(adjusted(item, true, names)));
        return new Found(new TypedRelation.Joined(join.kind(), left.relation(), right.relation(), condition), items);
    }

    private static Expression written(Identifier column) {
        return new ColumnReference(List.of(column), column.span());
    }

    private static TypedExpression side(Identifier column, Found side) {
        return new Scope(null, side.items())
                .find(List.of(column))
                .orElseThrow(() -> Errors.invalidIdentifier(
                        column.display(),
                        column.span().position().line(),
                        column.span().position().column()));
    }

    private static Found joined(
            Join join, Found left, Found right, @Nullable TypedExpression condition, Set<String> merged) {
        boolean leftMayMiss = join.kind() == JoinKind.RIGHT || join.kind() == JoinKind.FULL;
        boolean rightMayMiss = join.kind() == JoinKind.LEFT || join.kind() == JoinKind.FULL;
        var hiddenLeft = join.kind() == JoinKind.RIGHT ? merged : Set.<String>of();
        var hiddenRight = join.kind() == JoinKind.RIGHT ? Set.<String>of() : merged;
        List<Item> items = new ArrayList<>();
        left.items().forEach(item -> items.add(adjusted(item, leftMayMiss, hiddenLeft)));
        right.items().forEach(item -> items.add(adjusted(item, rightMayMiss, hiddenRight)));
        return new Found(new TypedRelation.Joined(join.kind(), left.relation(), right.relation(), condition), items);
    }

    private static Item adjusted(Item item, boolean mayMiss, Set<String> hidden) {
        return item.withColumns(item.columns().stream()
                .map(column -> mayMiss ? column.asNullable() : column)
                .map(column -> hidden.contains(column.name()) ? column.withReach(Reach.QUALIFIED) : column)
                .toList());
    }
}
