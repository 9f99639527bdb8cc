package dev.inverterflow.snowflake.local.analysis;

import dev.inverterflow.snowflake.local.analysis.tree.TypedExpression;

/**
 * Computes expressions without columns before the statement runs: arguments of table functions, which decide what is
 * read.
 */
public interface ConstantEvaluator {
    /**
     * The expression's value.
     *
     * @throws dev.inverterflow.snowflake.local.error.SnowflakeException if it cannot be computed
     */
    Constant evaluate(TypedExpression expression);
}
