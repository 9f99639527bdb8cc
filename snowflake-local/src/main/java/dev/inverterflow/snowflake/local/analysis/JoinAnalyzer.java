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
import dev.inverterflow.snowflake.local.ast.Operation;
import dev.inverterflow.snowflake.local.ast.Reference.ColumnReference;
import dev.inverterflow.snowflake.local.ast.Relation.Join;
import dev.inverterflow.snowflake.local.ast.Relation.JoinKind;
import dev.inverterflow.snowflake.local.ast.SelectItem;
import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.type.TypeKind;
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
    private final List<SelectItem> selected;

    JoinAnalyzer(Environment environment, @Nullable Scope outer, List<SelectItem> selected) {
        this.environment = environment;
        this.outer = outer;
        this.selected = selected;
    }

    Found join(Join join, Found left, Found right) {
        var condition = join.condition();
        if (condition == null) {
            return joined(join, left, right, null);
        }
        return condition.accept(new JoinCondition.Visitor<>() {
            @Override
            public Found visitOn(JoinCondition.On on) {
                return joined(join, left, right, on(on.condition(), left, right));
            }

            @Override
            public Found visitUsing(JoinCondition.Using using) {
                return using(join, left, right, using.columns(), null);
            }

            @Override
            public Found visitNatural(JoinCondition.Natural natural) {
                return using(join, left, right, commonColumns(left, right), null);
            }

            @Override
            public Found visitClosest(JoinCondition.Closest closest) {
                return closest(join, closest, left, right);
            }
        });
    }

    /** MATCH_CONDITION beside ON or USING, which here may hold nothing but equalities. */
    private Found closest(Join join, JoinCondition.Closest closest, Found left, Found right) {
        if (right.relation() instanceof TypedRelation.Flattened || right.relation() instanceof TypedRelation.Split) {
            throw Errors.notSupported("ASOF JOIN with a LATERAL relation");
        }
        requireSide(closest.match().left(), left);
        requireSide(closest.match().right(), right);
        var match = on(closest.match(), left, right);
        if (closest.keys() instanceof JoinCondition.Using using) {
            return using(join, left, right, using.columns(), match);
        }
        if (closest.keys() instanceof JoinCondition.On on) {
            requireEqualities(on.condition());
            return joined(join, left, right, and(on(on.condition(), left, right), match));
        }
        return joined(join, left, right, match);
    }

    private void requireSide(Expression operand, Found side) {
        var type = new ExpressionAnalyzer(environment, new Scope(outer, side.items()))
                .analyze(operand)
                .type()
                .kind();
        boolean fits = type.isNumeric() || type.isTimestamp() || type == TypeKind.DATE || type == TypeKind.TIME;
        if (!fits) {
            throw Errors.notSupported("MATCH_CONDITION over values of type " + type);
        }
    }

    private static void requireEqualities(Expression condition) {
        boolean and = condition instanceof Operation.Binary both && both.operator() == BinaryOperator.AND;
        if (and) {
            var both = (Operation.Binary) condition;
            requireEqualities(both.left());
            requireEqualities(both.right());
        } else if (!(condition instanceof Operation.Binary equal) || equal.operator() != BinaryOperator.EQUAL) {
            throw Errors.notSupported("ON of ASOF JOIN with anything but equalities: "
                    + condition.span().text());
        }
    }

    private static TypedExpression and(TypedExpression one, TypedExpression other) {
        return new Junction(BinaryOperator.AND, one, other);
    }

    private TypedExpression on(Expression condition, Found left, Found right) {
        List<Item> items = new ArrayList<>(left.items());
        items.addAll(right.items());
        var scope = new Scope(outer, items);
        var expressions = new ExpressionAnalyzer(environment, scope);
        new ItemAliases(expressions).register(selected, scope);
        var typed = expressions.condition(condition);
        ClauseRules.refuseAggregates(typed, condition, "join");
        return typed;
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

    private Found using(Join join, Found left, Found right, List<Identifier> columns, @Nullable TypedExpression match) {
        @Nullable TypedExpression condition = match;
        for (var column : columns) {
            var equal = new OperatorAnalyzer(new ExpressionAnalyzer(environment, Scope.empty()))
                    .equal(side(column, left), side(column, right), written(column));
            condition = condition == null ? equal : and(condition, equal);
        }
        var names = columns.stream().map(Identifier::name).collect(Collectors.toSet());
        var on = Objects.requireNonNullElse(condition, Literals.bool(true));
        return merged(join, left, right, columns, names, on);
    }

    /** The common columns come first. In a full join either side may lack the row, so they are what the other has. */
    private Found merged(
            Join join,
            Found left,
            Found right,
            List<Identifier> columns,
            Set<String> names,
            TypedExpression condition) {
        List<ScopeColumn> common = new ArrayList<>();
        for (var column : columns) {
            var value = value(join.kind(), column, left, right);
            boolean nullable = join.kind() == JoinKind.FULL || value.nullable();
            common.add(new ScopeColumn(column.name(), value.type(), nullable, Reach.LISTED, value));
        }
        List<Item> items = new ArrayList<>();
        items.add(new Item(environment.shared().nextRelation(), null, null, common, null));
        boolean leftMayMiss = join.kind() == JoinKind.RIGHT || join.kind() == JoinKind.FULL;
        boolean rightMayMiss = rightMayMiss(join.kind());
        left.items().forEach(item -> items.add(adjusted(item, leftMayMiss, names)));
        right.items().forEach(item -> items.add(adjusted(item, rightMayMiss, names)));
        return new Found(new TypedRelation.Joined(join.kind(), left.relation(), right.relation(), condition), items);
    }

    private TypedExpression value(JoinKind kind, Identifier column, Found left, Found right) {
        return switch (kind) {
            case FULL ->
                new ExpressionAnalyzer(environment, Scope.empty())
                        .calls()
                        .call("COALESCE", List.of(side(column, left), side(column, right)), written(column));
            case RIGHT -> side(column, right);
            default -> side(column, left);
        };
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

    private static Found joined(Join join, Found left, Found right, @Nullable TypedExpression condition) {
        boolean leftMayMiss = join.kind() == JoinKind.RIGHT || join.kind() == JoinKind.FULL;
        boolean rightMayMiss = rightMayMiss(join.kind());
        List<Item> items = new ArrayList<>();
        left.items().forEach(item -> items.add(adjusted(item, leftMayMiss, Set.of())));
        right.items().forEach(item -> items.add(adjusted(item, rightMayMiss, Set.of())));
        return new Found(new TypedRelation.Joined(join.kind(), left.relation(), right.relation(), condition), items);
    }

    private static boolean rightMayMiss(JoinKind kind) {
        return kind == JoinKind.LEFT || kind == JoinKind.FULL || kind == JoinKind.ASOF;
    }

    private static Item adjusted(Item item, boolean mayMiss, Set<String> hidden) {
        return item.withColumns(item.columns().stream()
                .map(column -> mayMiss ? column.asNullable() : column)
                .map(column -> hidden.contains(column.name()) ? column.withReach(Reach.QUALIFIED) : column)
                .toList());
    }
}
