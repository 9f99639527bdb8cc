package dev.inverterflow.snowflake.local.analysis;

import dev.inverterflow.snowflake.local.analysis.tree.TypedExpression;
import dev.inverterflow.snowflake.local.ast.SelectItem;
import dev.inverterflow.snowflake.local.error.Errors;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * The aliases of a SELECT's items, each of which stands for its expression wherever no column has that name: in other items, in
 * WHERE and the clauses behind it, and in the conditions of joins, there over the relations that are joined so far.
 *
 * @see <a href="https://docs.snowflake.com/en/sql-reference/sql/select">SELECT, usage notes</a>
 */
final class ItemAliases {
    private final ExpressionAnalyzer expressions;
    /** By identity: to hash an item is to hash all of its expression. */
    private final Set<SelectItem> inProgress = Collections.newSetFromMap(new IdentityHashMap<>());

    /** @param expressions what reads the items' expressions, in the scope that the aliases are for */
    ItemAliases(ExpressionAnalyzer expressions) {
        this.expressions = expressions;
    }

    /** Makes the aliases known in the scope. */
    void register(List<SelectItem> items, Scope scope) {
        for (SelectItem item : items) {
            var alias = item.alias();
            if (alias != null) {
                scope.alias(alias.name(), () -> analyze(item));
            }
        }
    }

    /** The expression of an item with an alias, which may not need itself. */
    TypedExpression analyze(SelectItem item) {
        if (!inProgress.add(item)) {
            throw Errors.invalidIdentifier(
                    item.label(),
                    item.span().position().line(),
                    item.span().position().column());
        }
        try {
            return expressions.analyze(item.expression());
        } finally {
            inProgress.remove(item);
        }
    }
}
