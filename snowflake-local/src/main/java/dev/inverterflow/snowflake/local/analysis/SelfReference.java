package dev.inverterflow.snowflake.local.analysis;

import dev.inverterflow.snowflake.local.ast.QueryBody;
import dev.inverterflow.snowflake.local.ast.Relation;
import org.jspecify.annotations.Nullable;

/** Whether the recursive side of a common table expression reads the table that it helps to define. */
final class SelfReference {
    private SelfReference() {}

    static boolean in(QueryBody body, String name) {
        if (body instanceof QueryBody.Select select) {
            return in(select.from(), name);
        }
        if (body instanceof QueryBody.SetOperation operation) {
            return in(operation.left(), name) || in(operation.right(), name);
        }
        return body instanceof QueryBody.Parenthesised parenthesised
                && in(parenthesised.query().body(), name);
    }

    private static boolean in(@Nullable Relation relation, String name) {
        if (relation instanceof Relation.TableReference table) {
            return table.name().size() == 1 && table.name().last().name().equals(name);
        }
        if (relation instanceof Relation.Join join) {
            return in(join.left(), name) || in(join.right(), name);
        }
        return relation instanceof Relation.SubqueryRelation subquery
                && in(subquery.query().body(), name);
    }
}
