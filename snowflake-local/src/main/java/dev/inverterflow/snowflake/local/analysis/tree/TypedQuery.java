package dev.inverterflow.snowflake.local.analysis.tree;

import dev.inverterflow.snowflake.local.ast.GroupBy.ElementKind;
import dev.inverterflow.snowflake.local.ast.QueryBody.SetOperator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A query.
 *
 * @param with common table expressions that it declares
 * @param order keys: places in the result, 0-based, or expressions over the relations of a plain SELECT
 */
public record TypedQuery(
        List<CommonTable> with,
        Body body,
        List<OrderKey> order,
        @Nullable TypedExpression limit,
        @Nullable TypedExpression offset) {
    public TypedQuery {
        with = List.copyOf(with);
        order = List.copyOf(order);
    }

    /** The columns of its result. */
    public List<ResultColumn> columns() {
        return body.columns();
    }

    /**
     * A common table expression.
     *
     * @param duckName its name in DuckDB, unique in the statement
     */
    public record CommonTable(String duckName, List<ResultColumn> columns, TypedQuery query, boolean recursive) {
        public CommonTable {
            columns = List.copyOf(columns);
        }
    }

    /**
     * A key of ORDER BY.
     *
     * @param place which result column it is; null if it is none of them
     */
    public record OrderKey(@Nullable Integer place, SortKey key) {}

    /** What stands between WITH and ORDER BY. */
    public sealed interface Body {
        List<ResultColumn> columns();

        /** Calls the method of its kind. */
        <R> R accept(Visitor<R> visitor);
    }

    /**
     * One SELECT.
     *
     * @param items expressions of the columns, in order
     * @param groups grouping sets; null without GROUP BY; one set for a plain list of keys
     */
    public record Select(
            boolean distinct,
            List<ResultColumn> columns,
            List<TypedExpression> items,
            @Nullable TypedRelation from,
            @Nullable TypedExpression where,
            @Nullable Grouping groups,
            @Nullable TypedExpression having,
            @Nullable TypedExpression qualify)
            implements Body {
        public Select {
            columns = List.copyOf(columns);
            items = List.copyOf(items);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitSelect(this);
        }
    }

    /** What rows are grouped by. */
    public record Grouping(List<GroupElement> elements) {
        public Grouping {
            elements = List.copyOf(elements);
        }
    }

    /** A key, or several sets of keys under GROUPING SETS, ROLLUP or CUBE. */
    public record GroupElement(ElementKind kind, List<List<TypedExpression>> sets) {
        public GroupElement {
            sets = sets.stream().map(List::copyOf).toList();
        }
    }

    /** Two queries made one; both have the types of the result. */
    public record SetOperation(SetOperator operator, TypedQuery left, TypedQuery right, List<ResultColumn> columns)
            implements Body {
        public SetOperation {
            columns = List.copyOf(columns);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitSetOperation(this);
        }
    }

    /** A query in parentheses. */
    public record Nested(TypedQuery query) implements Body {
        @Override
        public List<ResultColumn> columns() {
            return query.columns();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitNested(this);
        }
    }

    /** One method per kind of body. */
    public interface Visitor<R> {
        R visitSelect(Select select);

        R visitSetOperation(SetOperation operation);

        R visitNested(Nested nested);
    }
}
