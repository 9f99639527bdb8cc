package dev.inverterflow.snowflake.local.analysis;

import dev.inverterflow.snowflake.local.analysis.RelationAnalyzer.Found;
import dev.inverterflow.snowflake.local.analysis.Scope.Item;
import dev.inverterflow.snowflake.local.analysis.Scope.Reach;
import dev.inverterflow.snowflake.local.analysis.Scope.ScopeColumn;
import dev.inverterflow.snowflake.local.analysis.tree.TypedExpression;
import dev.inverterflow.snowflake.local.analysis.tree.TypedExpression.Branch;
import dev.inverterflow.snowflake.local.analysis.tree.TypedExpression.Choice;
import dev.inverterflow.snowflake.local.analysis.tree.TypedQuery;
import dev.inverterflow.snowflake.local.analysis.tree.TypedQuery.GroupElement;
import dev.inverterflow.snowflake.local.analysis.tree.TypedQuery.Grouping;
import dev.inverterflow.snowflake.local.analysis.tree.TypedRelation;
import dev.inverterflow.snowflake.local.ast.BinaryOperator;
import dev.inverterflow.snowflake.local.ast.Call.Argument;
import dev.inverterflow.snowflake.local.ast.Call.FunctionCall;
import dev.inverterflow.snowflake.local.ast.Expression;
import dev.inverterflow.snowflake.local.ast.GroupBy.ElementKind;
import dev.inverterflow.snowflake.local.ast.Identifier;
import dev.inverterflow.snowflake.local.ast.Operation;
import dev.inverterflow.snowflake.local.ast.QualifiedName;
import dev.inverterflow.snowflake.local.ast.Reference.ColumnReference;
import dev.inverterflow.snowflake.local.ast.Relation;
import dev.inverterflow.snowflake.local.ast.Relation.JoinKind;
import dev.inverterflow.snowflake.local.ast.SelectItem;
import dev.inverterflow.snowflake.local.ast.TableAlias;
import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.type.SnowflakeType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * PIVOT and UNPIVOT, as the plain queries that they stand for
 * (docs.snowflake.com/en/sql-reference/constructs/pivot, …/unpivot).
 */
final class PivotAnalyzer {
    private final Environment environment;
    private final @Nullable Scope outer;

    PivotAnalyzer(Environment environment, @Nullable Scope outer) {
        this.environment = environment;
        this.outer = outer;
    }

    /** An aggregate over a CASE for each value; all columns that the aggregate does not use are grouped by. */
    Found pivot(Relation.Pivot pivot, Found input) {
        var expressions = new ExpressionAnalyzer(environment, new Scope(outer, input.items()));
        var argument = argument(pivot.aggregate());
        Set<String> used = new HashSet<>(Set.of(pivot.column().name()));
        if (argument instanceof ColumnReference column) {
            used.add(column.last().name());
        }
        var result = new Result();
        rest(input, used, result);
        List<GroupElement> keys = result.items.stream()
                .map(item -> new GroupElement(ElementKind.KEY, List.of(List.of(item))))
                .toList();
        for (var value : pivot.values()) {
            var typed = expressions.analyze(aggregate(pivot, argument, value));
            if (!TypedTrees.isAggregate(typed)) {
                throw Errors.notSupported(
                        "PIVOT with " + pivot.aggregate().span().text(),
                        pivot.aggregate().position().line(),
                        pivot.aggregate().position().column());
            }
            result.add(
                    label(value, pivot.suffix()),
                    expressions.analyze(filled(pivot, aggregate(pivot, argument, value))));
        }
        var grouping = keys.isEmpty() ? null : new Grouping(keys);
        return result.found(input.relation(), null, grouping, pivot.alias());
    }

    private static Expression argument(FunctionCall aggregate) {
        if (aggregate.arguments().size() != 1) {
            throw Errors.notSupported(
                    "PIVOT with " + aggregate.span().text(),
                    aggregate.position().line(),
                    aggregate.position().column());
        }
        return aggregate.arguments().get(0).value();
    }

    private static FunctionCall aggregate(Relation.Pivot pivot, Expression argument, SelectItem value) {
        var column = new ColumnReference(List.of(pivot.column()), pivot.column().span());
        var equal = new Operation.Binary(BinaryOperator.EQUAL, column, value.expression(), value.span());
        var chosen = new Operation.Case(null, List.of(new Operation.When(equal, argument)), null, argument.span());
        var aggregate = pivot.aggregate();
        return new FunctionCall(
                aggregate.name(),
                List.of(new Argument(null, chosen)),
                aggregate.distinct(),
                aggregate.withinGroup(),
                aggregate.nulls(),
                null,
                aggregate.span());
    }

    private static Expression filled(Relation.Pivot pivot, FunctionCall aggregate) {
        var value = pivot.defaultOnNull();
        return value == null
                ? aggregate
                : new FunctionCall(
                        QualifiedName.of(Identifier.of("IFNULL")),
                        List.of(new Argument(null, aggregate), new Argument(null, value)),
                        false,
                        List.of(),
                        null,
                        null,
                        aggregate.span());
    }

    /** A column is called like the constant as it is written, with the aggregate's alias within the quotes of a text. */
    private static String label(SelectItem value, @Nullable Identifier suffix) {
        var alias = value.alias();
        var label = alias == null ? value.span().text() : alias.name();
        if (suffix == null) {
            return label;
        }
        return alias == null && label.endsWith("'")
                ? label.substring(0, label.length() - 1) + "_" + suffix.name() + "'"
                : label + "_" + suffix.name();
    }

    /** Every row meets the names of the columns; a CASE picks the value. */
    Found unpivot(Relation.Unpivot unpivot, Found input) {
        var scope = new Scope(outer, input.items());
        Set<String> used = new HashSet<>();
        List<TypedExpression> values = new ArrayList<>();
        List<List<TypedExpression>> names = new ArrayList<>();
        for (var column : unpivot.columns()) {
            used.add(column.column().name());
            values.add(scope.find(List.of(column.column())).orElseThrow(() -> unknown(column.column())));
            var shown = column.shownAs();
            names.add(List.of(Literals.text(shown == null ? column.column().name() : shown)));
        }
        var unified = new ExpressionAnalyzer(environment, scope)
                .unify(values, new ColumnReference(List.of(unpivot.value()), unpivot.span()));
        int number = environment.shared().nextRelation();
        var rows = new TypedRelation.Rows(number, "names", List.of(SnowflakeType.VARCHAR), names);
        var name = new TypedExpression.Column(number, 0, unpivot.name().name(), SnowflakeType.VARCHAR, false);
        List<Branch> branches = new ArrayList<>();
        for (int i = 0; i < unified.size(); i++) {
            var same = new TypedExpression.Comparison(
                    BinaryOperator.EQUAL, name, names.get(i).get(0));
            branches.add(new Branch(same, unified.get(i)));
        }
        var value = new Choice(branches, null, unified.get(0).type(), true);
        var result = new Result();
        rest(input, used, result);
        result.add(unpivot.name().name(), name);
        result.add(unpivot.value().name(), value);
        var joined = new TypedRelation.Joined(JoinKind.CROSS, input.relation(), rows, null);
        var where = unpivot.keepsNulls() ? null : new TypedExpression.Negation(new TypedExpression.NullTest(value));
        return result.found(joined, where, null, unpivot.alias());
    }

    private static RuntimeException unknown(Identifier column) {
        var position = column.span().position();
        return Errors.invalidIdentifier(column.display(), position.line(), position.column());
    }

    private static void rest(Found input, Set<String> used, Result result) {
        for (var item : input.items()) {
            for (int place = 0; place < item.columns().size(); place++) {
                var column = item.columns().get(place);
                if (column.reach() == Reach.LISTED && !used.contains(column.name())) {
                    result.add(column.name(), item.column(place));
                }
            }
        }
    }

    /** The columns of the query that stands for a pivoted relation. */
    private final class Result {
        private final List<String> labels = new ArrayList<>();
        private final List<TypedExpression> items = new ArrayList<>();

        void add(String label, TypedExpression item) {
            labels.add(label);
            items.add(item);
        }

        Found found(
                TypedRelation from,
                @Nullable TypedExpression where,
                @Nullable Grouping grouping,
                @Nullable TableAlias alias) {
            var columns = QueryColumns.named(labels, items);
            var select = new TypedQuery.Select(false, columns, items, from, where, grouping, null, null);
            int number = environment.shared().nextRelation();
            @Nullable String name = alias == null ? null : alias.name().name();
            var relation = new TypedRelation.Derived(
                    number, name == null ? "p" : name, new TypedQuery(List.of(), select, List.of(), null, null), false);
            var shown = columns.stream()
                    .map(column -> new ScopeColumn(column.label(), column.type(), column.nullable(), Reach.LISTED))
                    .toList();
            return new Found(
                    relation, List.of(new Item(number, name, null, RelationAnalyzer.renamed(shown, alias), null)));
        }
    }
}
