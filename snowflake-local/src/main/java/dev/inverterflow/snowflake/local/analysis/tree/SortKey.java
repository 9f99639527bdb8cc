package dev.inverterflow.snowflake.local.analysis.tree;

import dev.inverterflow.snowflake.local.ast.OrderItem.Direction;
import dev.inverterflow.snowflake.local.ast.OrderItem.NullOrder;

/**
 * One key of an order.
 *
 * @param nulls where NULLs go; Snowflake's default, last ascending and first descending, is filled in
 */
public record SortKey(TypedExpression expression, Direction direction, NullOrder nulls) {}
