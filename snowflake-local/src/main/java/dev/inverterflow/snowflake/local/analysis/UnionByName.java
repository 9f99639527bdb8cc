package dev.inverterflow.snowflake.local.analysis;

import dev.inverterflow.snowflake.local.analysis.tree.ResultColumn;
import dev.inverterflow.snowflake.local.analysis.tree.TypedQuery;
import dev.inverterflow.snowflake.local.ast.QueryBody.SetOperator;
import dev.inverterflow.snowflake.local.error.Errors;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The two sides of UNION BY NAME with the same columns: those of the left side, then those that only the right side has. What
 * a side does not have is NULL.
 *
 * @see <a href="https://docs.snowflake.com/en/sql-reference/operators-query">Set operators</a>
 */
final class UnionByName {
    private final TypedQuery left;
    private final TypedQuery right;
    private final List<String> labels;

    UnionByName(TypedQuery left, TypedQuery right) {
        this.left = left;
        this.right = right;
        Set<String> all = new LinkedHashSet<>(labels(left));
        all.addAll(labels(right));
        this.labels = List.copyOf(all);
    }

    static boolean isMeant(SetOperator operator) {
        return operator == SetOperator.UNION_BY_NAME || operator == SetOperator.UNION_ALL_BY_NAME;
    }

    TypedQuery left(Environment environment) {
        return QueryColumns.arranged(environment, left, labels);
    }

    TypedQuery right(Environment environment) {
        return QueryColumns.arranged(environment, right, labels);
    }

    private static List<String> labels(TypedQuery query) {
        List<String> labels = query.columns().stream().map(ResultColumn::label).toList();
        if (Set.copyOf(labels).size() < labels.size()) {
            throw Errors.notSupported("UNION BY NAME of a query with two columns of one name");
        }
        return labels;
    }
}
