package dev.inverterflow.snowflake.local.procedure;

import dev.inverterflow.snowflake.local.ast.Expression;
import dev.inverterflow.snowflake.local.ast.Query;
import dev.inverterflow.snowflake.local.ast.QueryBody.Select;
import dev.inverterflow.snowflake.local.ast.SelectItem;
import dev.inverterflow.snowflake.local.ast.Span;
import dev.inverterflow.snowflake.local.ast.Statement.QueryStatement;
import dev.inverterflow.snowflake.local.execution.Binds;
import dev.inverterflow.snowflake.local.execution.Result;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import java.util.List;

/** Evaluates SQL expressions in a session, as the items of one SELECT without tables. */
final class Evaluation {

    private Evaluation() {}

    /** One row with a column for each expression. */
    static Result of(List<Expression> expressions, Binds binds, SessionContext session) {
        Span span = expressions.get(0).span();
        List<SelectItem> items = expressions.stream()
                .map(expression -> new SelectItem(expression, null, expression.span()))
                .toList();
        Select select = new Select(false, null, items, null, null, null, null, null, span);
        Query query = new Query(List.of(), select, List.of(), null, span);
        return session.execute(new QueryStatement(query, span), span.text(), binds);
    }
}
