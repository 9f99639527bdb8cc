package dev.inverterflow.snowflake.local.analysis;

import dev.inverterflow.snowflake.local.analysis.Scope.Item;
import dev.inverterflow.snowflake.local.analysis.tree.TypedExpression;
import dev.inverterflow.snowflake.local.analysis.tree.TypedQuery;
import dev.inverterflow.snowflake.local.analysis.tree.TypedQuery.GroupElement;
import dev.inverterflow.snowflake.local.analysis.tree.TypedQuery.Grouping;
import dev.inverterflow.snowflake.local.analysis.tree.TypedQuery.OrderKey;
import dev.inverterflow.snowflake.local.analysis.tree.TypedRelation;
import dev.inverterflow.snowflake.local.ast.Expression;
import dev.inverterflow.snowflake.local.ast.GroupBy;
import dev.inverterflow.snowflake.local.ast.GroupBy.ElementKind;
import dev.inverterflow.snowflake.local.ast.Literal.NumberLiteral;
import dev.inverterflow.snowflake.local.ast.OrderItem;
import dev.inverterflow.snowflake.local.ast.QueryBody.Select;
import dev.inverterflow.snowflake.local.ast.Reference.ColumnReference;
import dev.inverterflow.snowflake.local.ast.Reference.Star;
import dev.inverterflow.snowflake.local.ast.SelectItem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One SELECT: its relations, its items under their labels, its groups. */
final class SelectAnalyzer {
    private final Environment environment;
    private final Select select;
    private final @Nullable TypedRelation from;
    private final Scope scope;
    private final ExpressionAnalyzer expressions;
    private final ItemAliases aliases;

    private final List<String> labels = new ArrayList<>();
    private final List<TypedExpression> items = new ArrayList<>();
    private @Nullable Grouping grouping;

    SelectAnalyzer(Environment environment, @Nullable Scope outer, Select select) {
        this.environment = environment;
        this.select = select;
        var relation = select.from();
        if (relation == null) {
            this.from = null;
            this.scope = new Scope(outer, List.of());
        } else {
            var found = new RelationAnalyzer(environment, outer, List.of(), select.items()).analyze(relation);
            checkAliases(found.items());
            this.from = found.relation();
            this.scope = new Scope(outer, found.items());
        }
        this.expressions = new ExpressionAnalyzer(environment, scope);
        this.aliases = new ItemAliases(expressions);
        aliases.register(select.items(), scope);
    }

    private static void checkAliases(List<Item> items) {
        Set<String> seen = new HashSet<>();
        Set<Origin> tables = new HashSet<>();
        for (var item : items) {
            if (item.fullName() != null && !tables.add(item.fullName())) {
                throw AnalysisErrors.duplicateAlias(String.valueOf(item.alias()));
            }
            if (item.alias() != null && item.fullName() == null && !seen.add(item.alias())) {
                throw AnalysisErrors.duplicateAlias(item.alias());
            }
        }
    }

    TypedQuery.Select select() {
        for (var item : select.items()) {
            item(item);
        }
        @Nullable TypedExpression where = condition(select.where());
        if (where != null) {
            ClauseRules.refuseAggregates(where, select.where(), "where");
        }
        grouping = grouping();
        @Nullable TypedExpression having = condition(select.having());
        if (having != null) {
            ClauseRules.refuseWindows(having, select.having());
        }
        @Nullable TypedExpression qualify = condition(select.qualify());
        if (qualify != null && !TypedTrees.hasWindow(qualify) && items.stream().noneMatch(TypedTrees::hasWindow)) {
            throw AnalysisErrors.qualifyWithoutWindow();
        }
        checkGrouping(having, qualify);
        return new TypedQuery.Select(
                select.distinct(), QueryColumns.named(labels, items), items, from, where, grouping, having, qualify);
    }

    private void item(SelectItem item) {
        if (item.expression() instanceof Star star) {
            for (var column : new StarExpansion(expressions).expand(star)) {
                labels.add(column.label());
                items.add(column.expression());
            }
            return;
        }
        labels.add(item.label());
        var alias = item.alias();
        items.add(alias == null ? expressions.analyze(item.expression()) : aliases.analyze(item));
    }

    private @Nullable TypedExpression condition(@Nullable Expression expression) {
        return expression == null ? null : expressions.condition(expression);
    }

    private @Nullable Grouping grouping() {
        var groupBy = select.groupBy();
        if (groupBy == null) {
            return null;
        }
        return groupBy.accept(new GroupBy.Visitor<>() {
            @Override
            public Grouping visitAllItems(GroupBy.AllItems all) {
                return new Grouping(items.stream()
                        .filter(item -> !TypedTrees.hasAggregate(item))
                        .map(item -> new GroupElement(ElementKind.KEY, List.of(List.of(item))))
                        .toList());
            }

            @Override
            public Grouping visitElements(GroupBy.Elements elements) {
                return new Grouping(elements.elements().stream()
                        .map(element -> new GroupElement(
                                element.kind(),
                                element.sets().stream()
                                        .map(set -> set.stream()
                                                .map(SelectAnalyzer.this::key)
                                                .toList())
                                        .toList()))
                        .toList());
            }
        });
    }

    private TypedExpression key(Expression written) {
        if (written instanceof NumberLiteral literal) {
            int place = QueryAnalyzer.position(literal, items.size(), "Group by");
            if (place >= 0) {
                return groupable(items.get(place), written);
            }
        }
        return groupable(expressions.analyze(written), written);
    }

    private static TypedExpression groupable(TypedExpression key, Expression written) {
        ClauseRules.refuseWindows(key, written);
        if (TypedTrees.hasAggregate(key)) {
            throw AnalysisErrors.notGrouped(written.span().text());
        }
        return key;
    }

    private void checkGrouping(@Nullable TypedExpression having, @Nullable TypedExpression qualify) {
        boolean grouped = grouping != null || having != null || items.stream().anyMatch(TypedTrees::hasAggregate);
        if (!grouped) {
            return;
        }
        var check = groupCheck();
        items.forEach(check::require);
        if (having != null) {
            check.require(having);
        }
        if (qualify != null) {
            check.require(qualify);
        }
    }

    private GroupCheck groupCheck() {
        List<TypedExpression> keys = new ArrayList<>();
        if (grouping != null) {
            grouping.elements().forEach(element -> element.sets().forEach(keys::addAll));
        }
        return new GroupCheck(keys, scope.items().stream().map(Item::number).toList());
    }

    /** TOP, which is a limit. */
    @Nullable
    TypedExpression top() {
        var top = select.top();
        return top == null ? null : new ExpressionAnalyzer(environment, Scope.empty()).analyze(top);
    }

    /** Call after {@link #select}. In ORDER BY labels of the result come before columns. */
    List<OrderKey> order(List<OrderItem> order) {
        return order.stream().map(this::orderKey).toList();
    }

    private OrderKey orderKey(OrderItem item) {
        int place = labelled(item.expression());
        if (place >= 0) {
            return new OrderKey(place, CallAnalyzer.sortKey(item, items.get(place)));
        }
        var typed = expressions.analyze(item.expression());
        int same = items.indexOf(typed);
        if (same < 0 && select.distinct()) {
            throw AnalysisErrors.notInSelectList(item.expression().span().text());
        }
        if (grouping != null || items.stream().anyMatch(TypedTrees::hasAggregate)) {
            groupCheck().require(typed);
        }
        return new OrderKey(same < 0 ? null : same, CallAnalyzer.sortKey(item, typed));
    }

    private int labelled(Expression expression) {
        if (expression instanceof NumberLiteral literal) {
            return QueryAnalyzer.position(literal, items.size(), "Order by");
        }
        if (expression instanceof ColumnReference reference && reference.parts().size() == 1) {
            return labels.indexOf(reference.last().name());
        }
        return -1;
    }
}
