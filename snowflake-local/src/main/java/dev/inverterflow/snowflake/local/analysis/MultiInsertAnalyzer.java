package dev.inverterflow.snowflake.local.analysis;

import dev.inverterflow.snowflake.local.analysis.Scope.Item;
import dev.inverterflow.snowflake.local.analysis.Scope.Reach;
import dev.inverterflow.snowflake.local.analysis.Scope.ScopeColumn;
import dev.inverterflow.snowflake.local.analysis.tree.TypedDml;
import dev.inverterflow.snowflake.local.analysis.tree.TypedDml.Branch;
import dev.inverterflow.snowflake.local.analysis.tree.TypedExpression;
import dev.inverterflow.snowflake.local.analysis.tree.TypedExpression.Junction;
import dev.inverterflow.snowflake.local.analysis.tree.TypedExpression.Negation;
import dev.inverterflow.snowflake.local.analysis.tree.TypedExpression.SameTest;
import dev.inverterflow.snowflake.local.analysis.tree.TypedQuery;
import dev.inverterflow.snowflake.local.ast.BinaryOperator;
import dev.inverterflow.snowflake.local.ast.DmlStatement.InsertTarget;
import dev.inverterflow.snowflake.local.ast.DmlStatement.MultiTableInsert;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * INSERT ALL and INSERT FIRST (docs.snowflake.com/en/sql-reference/sql/insert-multi-table). Conditions and values see the
 * columns of the query only.
 */
final class MultiInsertAnalyzer {
    private final Environment environment;

    MultiInsertAnalyzer(Environment environment) {
        this.environment = environment;
    }

    TypedDml insert(MultiTableInsert insert) {
        var query = new QueryAnalyzer(environment, null).query(insert.query());
        int relation = environment.shared().nextRelation();
        var columns = query.columns().stream()
                .map(column -> new ScopeColumn(column.label(), column.type(), column.nullable(), Reach.LISTED))
                .toList();
        var scope = new Scope(null, List.of(new Item(relation, null, null, columns, null)));
        var expressions = new ExpressionAnalyzer(environment, scope);
        List<Branch> branches = new ArrayList<>();
        @Nullable TypedExpression none = null;
        for (var branch : insert.branches()) {
            var written = branch.condition();
            @Nullable TypedExpression holds = written == null ? null : expressions.condition(written);
            var taken = insert.firstOnly() ? and(none, holds) : holds;
            branch.targets().forEach(target -> branches.add(branch(target, taken, query, relation, expressions)));
            none = holds == null ? none : and(none, doesNotHold(holds));
        }
        var rest = none;
        insert.otherwise().forEach(target -> branches.add(branch(target, rest, query, relation, expressions)));
        return new TypedDml.InsertAll(insert.overwrite(), query, relation, branches);
    }

    /** A condition that is NULL does not hold. */
    private static TypedExpression doesNotHold(TypedExpression condition) {
        return new Negation(new SameTest(condition, Literals.bool(true)));
    }

    private static @Nullable TypedExpression and(@Nullable TypedExpression left, @Nullable TypedExpression right) {
        if (left == null) {
            return right;
        }
        return right == null ? left : new Junction(BinaryOperator.AND, left, right);
    }

    private Branch branch(
            InsertTarget into,
            @Nullable TypedExpression condition,
            TypedQuery query,
            int relation,
            ExpressionAnalyzer expressions) {
        var target = environment.catalog().target(into.table());
        var columns = new TargetColumns(environment, target, into.columns());
        var values =
                into.values().isEmpty() ? columns.ofQuery(query, relation) : columns.row(into.values(), expressions);
        return new Branch(target, condition, values);
    }
}
