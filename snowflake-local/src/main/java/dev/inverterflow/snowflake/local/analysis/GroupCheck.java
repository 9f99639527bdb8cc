package dev.inverterflow.snowflake.local.analysis;

import dev.inverterflow.snowflake.local.analysis.tree.TypedExpression;
import java.util.List;

/** Whether expressions of a grouped SELECT are made of its keys and of aggregates only. */
final class GroupCheck {
    private final List<TypedExpression> keys;
    private final List<Integer> relations;

    /**
     * The check of one SELECT.
     *
     * @param relations its own relations; columns of queries around it are constants to it
     */
    GroupCheck(List<TypedExpression> keys, List<Integer> relations) {
        this.keys = keys;
        this.relations = relations;
    }

    /** Fails with 000979 at the first column that is neither. */
    void require(TypedExpression expression) {
        if (keys.contains(expression) || TypedTrees.isAggregate(expression)) {
            return;
        }
        if (expression instanceof TypedExpression.Column column && relations.contains(column.relation())) {
            throw AnalysisErrors.notGrouped(column.name());
        }
        TypedTrees.children(expression).forEach(this::require);
    }
}
