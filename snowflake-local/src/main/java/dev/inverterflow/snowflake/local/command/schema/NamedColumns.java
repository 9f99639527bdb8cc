package dev.inverterflow.snowflake.local.command.schema;

import dev.inverterflow.snowflake.local.ast.Query;
import dev.inverterflow.snowflake.local.ast.QueryBody;
import dev.inverterflow.snowflake.local.ast.Reference;
import dev.inverterflow.snowflake.local.ast.SelectItem;
import dev.inverterflow.snowflake.local.error.SnowflakeException;
import java.util.List;

/**
 * What names the columns of a view, or of a table made by a query, that has no list of columns: columns and aliases do, the
 * text of an expression does not (docs.snowflake.com/en/sql-reference/sql/create-table, "Usage notes": "if the aliases for
 * the column names in the SELECT list are valid columns").
 */
final class NamedColumns {

    private NamedColumns() {}

    /** Refuses a query one of whose expressions has no alias. */
    static void require(Query query) {
        List<SelectItem> items = first(query.body()).items();
        boolean star = items.stream().anyMatch(item -> item.expression() instanceof Reference.Star);
        if (!star && items.stream().anyMatch(NamedColumns::isUnnamed)) {
            throw new SnowflakeException(2022, "42601", "SQL compilation error:\nMissing column specification");
        }
    }

    private static boolean isUnnamed(SelectItem item) {
        return item.alias() == null && !(item.expression() instanceof Reference.ColumnReference);
    }

    private static QueryBody.Select first(QueryBody body) {
        return body.accept(new QueryBody.Visitor<>() {
            @Override
            public QueryBody.Select visitSelect(QueryBody.Select select) {
                return select;
            }

            @Override
            public QueryBody.Select visitSetOperation(QueryBody.SetOperation operation) {
                return first(operation.left());
            }

            @Override
            public QueryBody.Select visitParenthesised(QueryBody.Parenthesised parenthesised) {
                return first(parenthesised.query().body());
            }
        });
    }
}
